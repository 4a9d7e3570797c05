import type { JsonObject } from '../../../../../../feishu/json';
import { card, check, saidOf } from '../../../../../support/cards';

const tableOf = (type: string | undefined, ...cells: unknown[]) => ({
	tag: 'table',
	columns: [{ name: 'a', ...(type !== undefined && { data_type: type }) }],
	rows: cells.map((a) => ({ a })),
});

describe('cells', () => {
	it.each<[string | undefined, unknown[]]>([
		['options', ['S2', '', [], [{ text: 'S2', color: 'blue' }, { text: 'S3' }]]],
		['persons', ['ou_1', ['ou_1', 'u2'], [], '']],
		['number', [0, -1.5, 26.57774928467545]],
		['date', [1_699_341_315_000]],
		['text', ['a', 5, true, { b: 1 }, ['c']]],
		['lark_md', ['**a**', 5]],
		['markdown', ['![a](img_1)', false]],
		[undefined, ['a', 5]],
	])('of type %s may hold', (type, cells) => {
		for (const table of [tableOf(type, ...cells, null), { ...tableOf(type), rows: [{}] }]) {
			expect(() => check(card(table))).not.toThrow();
			expect(() => check({ elements: [table] })).not.toThrow();
		}
	});

	it.each<[string, unknown, string]>([
		['number', '12', '"12" is not a number'],
		['number', '', '"" is not a number'],
		['number', [1], '[1] is not a number'],
		['date', '2024-01-01', '"2024-01-01" is not a number of milliseconds since 1970'],
		['date', '1699341315000', 'is not a number of milliseconds'],
		['persons', 5, '5 is not an ID or a list of IDs'],
		['persons', [{ id: 'ou_1' }], 'is not an ID or a list of IDs'],
		['options', ['S2'], '["S2"] is not one text or a list of {"text", "color"}'],
		['options', 5, '5 is not one text or a list'],
		['options', { text: 'S2' }, 'is not one text or a list'],
		['options', [{ color: 'red' }], 'is not one text or a list'],
	])('of type %s may not hold %j', (type, cell, said) => {
		const table = tableOf(type, null, cell);
		expect(saidOf(card(table))).toContain(
			`body.elements[0] (table): row 2, column 'a': ${said.startsWith('is') ? '' : said}`,
		);
		expect(saidOf(card(table))).toContain(said);
		expect(saidOf({ elements: [table] })).toContain('elements[0] (table): row 2');
	});
});

describe('rows', () => {
	const columns = [{ name: 'a' }, { name: 'tag' }];

	it.each<[string, JsonObject]>([
		[
			"row 1, column 'b': there is no column of this name | The columns are a, tag",
			{ columns, rows: [{ a: 'x', b: 'y' }] },
		],
		["row 2, column 'A': there is no column", { columns, rows: [{ a: 'x' }, { A: 'y' }] }],
		["row 1, column 'b': there is no column", { columns, rows: [{ b: null }] }],
		['row 2 is no object | Each row', { columns, rows: [{}, 'x'] }],
		['rows are no list', { columns, rows: {} }],
		['column 1 has no name', { columns: [{ name: '' }], rows: [] }],
		["the name 'a' belongs to two columns | Names must differ", { columns: [{ name: 'a' }, { name: 'a' }], rows: [] }],
	])('%s', (said, table) => {
		expect(saidOf(card({ tag: 'table', ...table }))).toContain(`body.elements[0] (table): ${said}`);
	});

	it('may have a property tag, which makes them no component', () => {
		expect(() => check(card({ tag: 'table', columns, rows: [{ tag: 'x', a: 1 }] }))).not.toThrow();
	});
});

describe('numbers of tables', () => {
	const markdown = (count: number) => '|a|\n|-|\n|1|\n\n'.repeat(count);

	it('in Markdown count in each language', () => {
		const element = { tag: 'markdown', content: markdown(4), i18n_content: { en_us: markdown(5) } };
		expect(saidOf(card(element))).toContain('it has 5 tables; Feishu takes at most 4 in a text');
		expect(() => check(card({ ...element, i18n_content: { en_us: markdown(4) } }))).not.toThrow();
	});

	it('of several texts are no reason to refuse, as no page counts them together', () => {
		expect(() => check(card(...Array<unknown>(2).fill({ tag: 'markdown', content: markdown(4) })))).not.toThrow();
	});
});
