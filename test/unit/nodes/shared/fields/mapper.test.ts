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
		{ from: 'mapper', values: { a: 1 }, matching: [] },
	],
	[
		{ mappingMode: 'defineBelow', value: null },
		{ from: 'mapper', values: {}, matching: [] },
	],
	[
		{ mappingMode: 'autoMapInputData', value: { a: 1 } },
		{ from: 'item', matching: [] },
	],
	[
		{ mappingMode: 'autoMapInputData', matchingColumns: ['a', 2] },
		{ from: 'item', matching: ['a', '2'] },
	],
	[
		{ mappingMode: 'defineBelow', value: { a: 1 }, matchingColumns: ['a'] },
		{ from: 'mapper', values: { a: 1 }, matching: ['a'] },
	],
	[{ a: 1 }, { from: 'expression', values: { a: 1 } }],
	['{"a": 1}', { from: 'expression', values: { a: 1 } }],
	[null, { from: 'expression', values: {} }],
	['', { from: 'expression', values: {} }],
])('reads %j', (value, expected) => {
	const { isFilledIn: _isFilledIn, ...mapped } = { isFilledIn: undefined, ...read(value) };
	expect(mapped).toEqual(expected);
});

it('an expression that gives all values says of each that it is filled in, and has to give an object', () => {
	const whole = (value: unknown) => ({ mappingMode: 'defineBelow', value });
	const parameters = (value: unknown) => ({ columns: whole(value) });
	const context = execution({ parameters: parameters({ a: null, b: '' }) });
	const mapped = columns.read(new Panel(context, 0, '', undefined, parameters('={{ $json.all }}')));
	expect(mapped.from === 'mapper' && ['a', 'b', 'c'].map(mapped.isFilledIn)).toEqual([true, true, false]);
	expect(read(whole('{"a": 1}'))).toMatchObject({ from: 'mapper', values: { a: 1 } });
	expect(thrownBy(() => read(whole('foo')))?.message).toContain('not valid JSON');
	expect(thrownBy(() => read(whole(['foo'])))?.message).toContain('must give an object');
});

it('finds the IDs of columns that are kept under names', () => {
	const schema = [
		{ id: 'Mail', displayName: 'E-mail', fieldId: 'fld1' },
		{ id: 'b', displayName: 'B' },
	];
	const whole = {
		mappingMode: 'defineBelow',
		value: { Mail: 'x', b: 1, c: 2 },
		matchingColumns: ['Mail', 'b'],
		schema,
	};
	const mapped = read(whole);
	expect(mapped).toMatchObject({ from: 'mapper', values: { fld1: 'x', b: 1, c: 2 }, matching: ['fld1', 'b'] });
	expect(mapped.from === 'mapper' && mapped.isFilledIn('fld1')).toBe(true);
	expect(read({ ...whole, mappingMode: 'autoMapInputData' })).toEqual({ from: 'item', matching: ['fld1', 'b'] });
});

it('tells what was filled in from what was left as it is, also where an expression gave nothing', () => {
	const given = { a: 0, b: '', c: null, d: false, e: null };
	const written = { a: 0, b: '', c: null, d: false, e: '={{ $json.missing }}' };
	const columnsOf = (value: unknown) => ({ columns: { mappingMode: 'defineBelow', value } });
	const panel = new Panel(execution({ parameters: columnsOf(given) }), 0, '', undefined, columnsOf(written));
	const mapped = columns.read(panel);
	if (mapped.from !== 'mapper') throw new Error('It is a form');
	expect(['a', 'b', 'c', 'd', 'e', 'f'].filter((id) => mapped.isFilledIn(id))).toEqual(['a', 'd', 'e']);
});

it.each([
	['[1]', "The field 'Columns' must give an object of values by parameter name"],
	['7', "The field 'Columns' must give an object of values by parameter name"],
	['{oops', "The field 'Columns' is not valid JSON"],
])('refuses %j', (value, message) => {
	expect(thrownBy(() => read(value))).toMatchObject({ field: 'Columns', message });
});
