/** What a run asks n8n for: once where all items have the same, for each item where an expression gives it. */
import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { Panel } from '../../../../../nodes/shared/operation/panel';

/** @param values of a parameter for each item */
function runOf(parameters: INodeParameters, values: Record<string, unknown[]>) {
	const asked: string[] = [];
	let nodes = 0;
	const context = {
		getNode: () => (nodes++, { parameters }),
		getInputData: () => [{ json: {} }, { json: {} }],
		getNodeParameter(name: string, index: number): unknown {
			asked.push(`${name} ${index}`);
			const value = values[name]?.[index];
			if (value instanceof Error) throw value;
			return value;
		},
	} as unknown as IExecuteFunctions;
	const read = (name: string, index: number) => new Panel(context, index).value(name);
	return { read, asked, nodes: () => nodes };
}

it('reads what no expression makes for the first item alone', () => {
	const run = runOf({ table: 'tbl1', options: { a: 1, rows: [{ b: 'x' }] } }, { table: ['tbl1', 'other'] });
	expect([run.read('table', 0), run.read('table', 1), run.read('options', 0), run.read('options', 1)]).toEqual([
		'tbl1',
		'tbl1',
		undefined,
		undefined,
	]);
	expect(run.asked).toEqual(['table 0', 'options 0']);
	expect(run.nodes()).toBe(1);
});

it.each<[string, INodeParameters]>([
	['an expression', { value: '={{ $json.a }}' }],
	['one in a locator', { value: { __rl: true, mode: 'id', value: '={{ $json.a }}' } }],
	['one in a row', { value: { rows: [{ a: 'fixed' }, { a: '=x' }] } }],
])('reads %s for every item', (_what, parameters) => {
	const run = runOf(parameters, { value: ['one', 'two'] });
	expect([run.read('value', 0), run.read('value', 1)]).toEqual(['one', 'two']);
});

it('lets n8n complain about each item', () => {
	const run = runOf({ value: 'x' }, { value: [new Error('first'), new Error('second')] });
	expect(() => run.read('value', 0)).toThrow('first');
	expect(() => run.read('value', 1)).toThrow('second');
});
