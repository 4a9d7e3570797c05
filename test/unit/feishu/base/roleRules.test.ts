import { fieldPermissions, ruleConditions } from '../../../../feishu/base/roleRules';
import { thrownBy } from '../../../support/feishuCalls';

const FIELDS = [
	{ field_id: 'fld1', field_name: 'Name', type: 1 },
	{ field_id: 'fld2', field_name: 'Status', type: 3, property: { options: [{ id: 'opt1', name: 'Done', color: 0 }] } },
	{ field_id: 'fld3', field_name: 'Salary', type: 2 },
];

describe('conditions', () => {
	const conditions = (field: string, values: string[], operator: 'is' | 'isEmpty' = 'is') =>
		ruleConditions('Only Records Where', [{ field, operator, values }], FIELDS);

	it.each([
		['Name', ['x'], { field_name: 'Name', operator: 'is', value: ['x'] }],
		['fld1', ['x'], { field_name: 'Name', operator: 'is', value: ['x'] }],
		['Status', ['Done'], { field_name: 'Status', operator: 'is', value: ['opt1'] }],
		['Status', ['opt1'], { field_name: 'Status', operator: 'is', value: ['opt1'] }],
	])('%s is %j', (field, values, expected) => {
		expect(conditions(field, values)).toEqual([expected]);
	});

	it('that ask for nothing have no value', () => {
		expect(conditions('Status', ['Gone'], 'isEmpty')).toEqual([
			{ field_name: 'Status', operator: 'isEmpty', value: [] },
		]);
	});

	it('name what the table does not have', () => {
		expect(thrownBy(() => conditions('Stage', ['x']))).toMatchObject({ message: "The table has no field 'Stage'" });
		expect(thrownBy(() => conditions('Status', ['Open']))).toMatchObject({
			field: 'Only Records Where',
			message: "The field 'Status' has no option 'Open'",
			advice: 'It has Done',
		});
	});
});

describe('permissions by field', () => {
	const permissions = (given: Record<string, unknown>) => fieldPermissions('Field Permissions', given, FIELDS);

	it.each([
		[{ Name: 'edit' }, { Name: 3 }],
		[
			{ fld1: 'add', Salary: 1 },
			{ Name: 2, Salary: 1 },
		],
		[{ '*': 'view' }, { Name: 1, Status: 1, Salary: 1 }],
		[
			{ Salary: 'none', '*': 'edit', Status: 'view' },
			{ Name: 3, Status: 1 },
		],
	])('%j', (given, expected) => {
		expect(permissions(given)).toEqual(expected);
	});

	it.each([[{ Name: 'write' }], [{ Name: 4 }], [{ '*': true }]])('%j is refused', (given) => {
		expect(thrownBy(() => permissions(given))).toMatchObject({
			field: 'Field Permissions',
			message: expect.stringContaining("can't hold") as string,
			advice: expect.stringContaining('none, view, add, edit') as string,
		});
	});
});
