import { mapperField } from '../../../../../nodes/shared/fields/mapper';
import type { MapperFields } from '../../../../../nodes/shared/operation/field';
import { defineOperation } from '../../../../../nodes/shared/operation/operation';
import { defineResource, OperationSet } from '../../../../../nodes/shared/operation/operationSet';
import { Panel } from '../../../../../nodes/shared/operation/panel';
import { thrownBy } from '../../../../support/feishuCalls';
import { execution } from '../../../../support/nodes/execution';

const getColumns = jest.fn() as MapperFields;
const columns = mapperField({ displayName: 'Columns', name: 'columns', mapping: { getColumns } });
const read = (value: unknown) => columns.read(new Panel(execution({ parameters: { columns: value } }), 0));

it('brings what gives its fields to the node, and shows n8n nothing of it', () => {
	const update = defineOperation({
		value: 'update',
		name: 'Update',
		action: 'Update',
		description: 'Updates',
		endpoint: 'PUT /open-apis/x',
		fields: [columns],
		run: async () => await Promise.resolve({}),
	});
	const set = new OperationSet([
		defineResource({ value: 'x', name: 'X', operations: [update], defaultOperation: 'update' }),
	]);
	expect(set.methods().resourceMapping).toEqual({ getColumns });
	expect(set.properties().at(-1)).toMatchObject({ name: 'columns', type: 'resourceMapper' });
	expect(set.properties().at(-1)).not.toHaveProperty('mapping');
});

it.each([
	[
		{ mappingMode: 'defineBelow', value: { a: 1 } },
		{ from: 'mapper', values: { a: 1 } },
	],
	[
		{ mappingMode: 'defineBelow', value: null },
		{ from: 'mapper', values: {} },
	],
	[{ mappingMode: 'autoMapInputData', value: { a: 1 } }, { from: 'item' }],
	[{ a: 1 }, { from: 'expression', values: { a: 1 } }],
	['{"a": 1}', { from: 'expression', values: { a: 1 } }],
	[null, { from: 'expression', values: {} }],
	['', { from: 'expression', values: {} }],
])('reads %j', (value, expected) => {
	expect(read(value)).toEqual(expected);
});

it.each([
	['[1]', "The field 'Columns' must give an object of values by parameter name"],
	['7', "The field 'Columns' must give an object of values by parameter name"],
	['{oops', "The field 'Columns' is not valid JSON"],
])('refuses %j', (value, message) => {
	expect(thrownBy(() => read(value))).toMatchObject({ field: 'Columns', message });
});
