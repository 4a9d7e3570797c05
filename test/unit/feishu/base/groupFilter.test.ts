/** Groups of conditions, and values as people write them. */
import type { BaseField } from '../../../../feishu/base/baseField';
import type { Operator } from '../../../../feishu/base/filterOperators';
import { groupFilter } from '../../../../feishu/base/recordFilter';
import { thrownBy } from '../../../support/feishuCalls';

const field = (field_name: string, type: number, more: Partial<BaseField> = {}): BaseField => ({
	field_id: `fld${field_name}`,
	field_name,
	type,
	...more,
});
const fields = [
	field('Title', 1),
	field('Stars', 2, { ui_type: 'Rating', property: { min: 1, max: 5 } }),
	field('Due', 5),
	field('Paid', 7),
	field('Owner', 11),
];
const moment = (_label: string, value: unknown) => Date.parse(String(value));
const row = (name: string, operator: Operator, value?: unknown) => ({ field: name, operator, value });
const valueOf = (...condition: Parameters<typeof row>) =>
	groupFilter({ conjunction: 'and', rows: [row(...condition)] }, fields, moment)?.conditions?.[0]?.value;

const title = { field_name: 'Title', operator: 'is', value: ['x'] };

it('is nothing without conditions, also where there are empty groups', () => {
	const empty = { conjunction: 'or', rows: [] } as const;
	expect(groupFilter(empty, fields, moment)).toBeUndefined();
	expect(groupFilter({ ...empty, groups: [empty] }, fields, moment)).toBeUndefined();
});

it('has conditions and groups beside one another', () => {
	const group = { conjunction: 'or', rows: [row('Title', 'equals', 'x')] } as const;
	expect(groupFilter({ conjunction: 'and', rows: [], groups: [group] }, fields, moment)).toEqual({
		conjunction: 'and',
		children: [{ conjunction: 'or', conditions: [title] }],
	});
	expect(groupFilter({ ...group, groups: [group] }, fields, moment)).toEqual({
		conjunction: 'or',
		conditions: [title],
		children: [{ conjunction: 'or', conditions: [title] }],
	});
});

it.each<[Parameters<typeof row>, string[]]>([
	// Ten in the morning of UTC is on this day from Hawaii to New Zealand.
	[
		['Due', 'equals', '2026-01-31'],
		['ExactDate', String(Date.parse('2026-01-31T10:00:00Z'))],
	],
	[
		['Due', 'equals', ' 2026/1/31 '],
		['ExactDate', String(Date.parse('2026-01-31T10:00:00Z'))],
	],
	[
		['Due', 'greater', '2026-01-31T00:00:00+08:00'],
		['ExactDate', String(Date.parse('2026-01-30T16:00:00Z'))],
	],
	[['Due', 'equals', 'current week'], ['CurrentWeek']],
	[['Due', 'less', 'TODAY'], ['Today']],
	[['Stars', 'greater', '0'], ['0']],
	[['Stars', 'less', '2.5'], ['2.5']],
	[['Stars', 'less', '1,000'], ['1000']],
	[['Paid', 'equals', 'Yes'], ['true']],
	[['Paid', 'equals', 0], ['false']],
	[['Owner', 'equals', ['ou_1']], ['ou_1']],
	[
		['Owner', 'contains', 'ou_1, ou_2'],
		['ou_1', 'ou_2'],
	],
	[['Owner', 'contains', [{ id: 'ou_1', name: 'Ada' }]], ['ou_1']],
])('takes %j', (condition, value) => {
	expect(valueOf(...condition)).toEqual(value);
});

it.each<[Parameters<typeof row>, string]>([
	[['Stars', 'greater', 'many'], "The field 'Stars' takes a number, not many"],
	[['Paid', 'equals', 'perhaps'], "The field 'Paid' takes a checkbox, not perhaps"],
	[['Stars', 'greater', ''], "The filter by 'Stars' has no value"],
	[['Owner', 'equals', ['ou_1', 'ou_2']], "The filter by 'Owner' has 2 values, where it takes one"],
	[['Title', 'equals', ['a', 'b']], "The filter by 'Title' has 2 values, where it takes one"],
])('refuses %j', (condition, message) => {
	expect(thrownBy(() => valueOf(...condition))).toMatchObject({ message });
});
