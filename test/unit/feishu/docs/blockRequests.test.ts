import { allowedBlocks } from '../../../../feishu/docs/allowedBlocks';
import { blockKind } from '../../../../feishu/docs/blockTypes';
import { blockRequests, type BlockRequest } from '../../../../feishu/docs/blockRequests';
import { filledCell } from '../../../../feishu/docs/filledCell';
import { markdownBlocks } from '../../../../feishu/docs/markdownBlocks';
import { textRun, wordsBlock, type NewBlock } from '../../../../feishu/docs/newBlock';
import { object, type JsonObject } from '../../../../feishu/json';
import { blockLines } from '../../../support/docs/blockLines';
import { refusals } from '../../../support/docs/requestRules';

const requestsOf = (markdown: string): BlockRequest[] => blockRequests(markdownBlocks(markdown));
const many = (count: number, line: (at: number) => string, gap = '\n\n'): string =>
	Array.from({ length: count }, (_none, at) => line(at)).join(gap);
const sizes = (requests: readonly BlockRequest[]): Array<[parent: string | undefined, first: number, all: number]> =>
	requests.map(({ parent, body }) => [parent, body.children_id.length, body.descendants.length]);

it('Blocks go in their order, with what is in them, and with what is left to be done', () => {
	const [request, ...others] = requestsOf('a\n\n- b\n  - c\n\n![](https://d.cn/e.png)');
	expect(others).toEqual([]);
	expect(request).toEqual({
		body: {
			children_id: ['b1', 'b2', 'b4'],
			descendants: [
				{ block_id: 'b1', block_type: 2, text: { elements: [textRun('a')], style: {} } },
				{ block_id: 'b2', block_type: 12, bullet: { elements: [textRun('b')], style: {} }, children: ['b3'] },
				{ block_id: 'b3', block_type: 12, bullet: { elements: [textRun('c')], style: {} } },
				{ block_id: 'b4', block_type: 27, image: {} },
			],
		},
		after: [{ block: 'b4', of: 'image', source: { from: 'address', address: 'https://d.cn/e.png' }, image: {} }],
	});
});

it.each<[name: string, markdown: string, sizes: Array<[string | undefined, number, number]>]>([
	[
		'1,000 blocks in a request',
		many(2100, String),
		[
			[undefined, 1000, 1000],
			[undefined, 1000, 1000],
			[undefined, 100, 100],
		],
	],
	[
		'20 pictures',
		many(45, (at) => `![](https://a.cn/${at}.png)`),
		[
			[undefined, 20, 20],
			[undefined, 20, 20],
			[undefined, 5, 5],
		],
	],
	[
		'5 embedded spreadsheets',
		many(6, () => '<sheet/>'),
		[
			[undefined, 5, 5],
			[undefined, 1, 1],
		],
	],
	[
		'200 people',
		many(201, () => '<at id="ou_a"></at>'),
		[
			[undefined, 200, 200],
			[undefined, 1, 1],
		],
	],
	[
		'A whole item',
		`${many(998, String)}\n\n- a\n  - b\n  - c`,
		[
			[undefined, 998, 998],
			[undefined, 1, 3],
		],
	],
	[
		'An item that is more goes on',
		`- a\n${many(1500, () => '  - b', '\n')}`,
		[
			[undefined, 1, 1000],
			['b1', 501, 501],
		],
	],
	[
		'Pictures in one item',
		`- a\n\n${many(30, (at) => `  ![](https://a.cn/${at}.png)`)}\n- b`,
		[
			[undefined, 1, 21],
			['b1', 10, 10],
			[undefined, 1, 1],
		],
	],
])('Limits: %s', (_name, markdown, expected) => {
	const requests = requestsOf(markdown);
	expect(sizes(requests)).toEqual(expected);
	expect(refusals(requests)).toEqual([]);
});

const table = (rows: number, columns: number, cell: (row: number, column: number) => string): string => {
	const line = (row: number): string => `| ${many(columns, (column) => cell(row, column), ' | ')} |`;
	return [line(0), `|${'---|'.repeat(columns)}`, ...Array.from({ length: rows - 1 }, (_none, at) => line(at + 1))].join(
		'\n',
	);
};

it('A table that is more than a request goes on by rows', () => {
	const requests = requestsOf(table(60, 10, (row, column) => `${row}.${column}`));
	expect(refusals(requests)).toEqual([]);
	const [{ body, after } = { body: { descendants: [] }, after: [] }, ...others] = requests;
	expect(others).toEqual([]);
	expect(object(object(body.descendants[0]?.table).property)).toMatchObject({ row_size: 49, column_size: 10 });
	const [rest] = after;
	expect(rest?.of === 'rows' && rest.rows).toHaveLength(11);
	expect(rest?.of === 'rows' && blockLines(rest.rows[0]?.[3] ?? [])).toEqual(['text 49.3']);
});

it('A table of more than 2,000 cells becomes several with the same header', () => {
	const blocks = markdownBlocks(table(450, 10, (row, column) => `${row}.${column}`));
	const requests = blockRequests(blocks);
	expect(refusals(requests)).toEqual([]);
	const tables = requests.flatMap(({ body, after }) =>
		body.descendants
			.filter(({ block_type }) => block_type === 31)
			.map((block) => {
				const rows = Number(object(object(block.table).property).row_size);
				const rest = after.find((one) => one.block === block.block_id && one.of === 'rows');
				return rows + (rest?.of === 'rows' ? rest.rows.length : 0);
			}),
	);
	expect(tables).toEqual([200, 200, 52]);
	const heads = requests.map(({ body }) => JSON.stringify(body.descendants[2]));
	expect(heads.every((head) => head.includes('0.0'))).toBe(true);
});

it('A table of more than 100 columns becomes several', () => {
	const requests = requestsOf(table(3, 130, (row, column) => `${row}.${column}`));
	expect(refusals(requests)).toEqual([]);
	const columns = requests.flatMap(({ body }) =>
		body.descendants
			.filter(({ block_type }) => block_type === 31)
			.map((block) => object(object(block.table).property).column_size),
	);
	expect(columns).toEqual([100, 30]);
});

it('Pictures of a table beyond the limit come into their cells later, in place of what held it', () => {
	const requests = requestsOf(table(2, 30, (row, column) => (row === 0 ? 'a' : `![](https://a.cn/${column}.png)`)));
	expect(refusals(requests)).toEqual([]);
	const pictures = requests.flatMap(({ after }) => after.filter(({ of }) => of === 'image'));
	const rows = requests.flatMap(({ after }) => after.flatMap((one) => (one.of === 'rows' ? one.rows : [])));
	expect(pictures.length + rows.flat(2).filter(({ kind }) => kind === 'image').length).toBe(30);
});

it('A row that is more than a request has its cells go on', () => {
	const cell = (count: number): string => `<lark-td>\n\n${many(count, () => '- a', '\n')}\n\n</lark-td>`;
	const requests = requestsOf(`<lark-table>\n<lark-tr>\n${cell(1)}\n${cell(1500)}\n</lark-tr>\n</lark-table>`);
	expect(refusals(requests)).toEqual([]);
	const items = requests.flatMap(({ body }) => body.descendants.filter(({ block_type }) => block_type === 12));
	expect(items).toHaveLength(1501);
});

it.each<[name: string, markdown: string, words: number]>([
	[
		'Columns',
		`<grid cols="2">\n<column>\n${many(1800, (at) => `a${at}`)}\n</column>\n<column>\n${many(900, (at) => `b${at}`)}\n</column>\n</grid>`,
		2700,
	],
	['A callout', `<callout emoji="💡">\n${many(2500, (at) => `- a${at}`, '\n')}\n</callout>`, 2500],
	['A quote whose first item is more', `> - a\n${many(1200, (at) => `>   - b${at}`, '\n')}\n> - c`, 1202],
	['Items in items in items', `- a\n  - b\n    - c\n${many(3000, (at) => `      - d${at}`, '\n')}\n- e`, 3004],
])('%s of more than a request go on in their order', (_name, markdown, words) => {
	const blocks = markdownBlocks(markdown);
	const requests = blockRequests(blocks);
	expect(refusals(requests)).toEqual([]);
	expect(linesWritten(requests)).toEqual(blockLines(blocks));
	expect(linesWritten(requests).filter((line) => /^ *(?:text|bullet) /.test(line))).toHaveLength(words);
});

/** What stands in the document when all requests are done, each at the end of its parent. */
function linesWritten(requests: readonly BlockRequest[]): string[] {
	const known = new Map<string, JsonObject>();
	const first: string[] = [];
	for (const { parent, body } of requests) {
		for (const block of body.descendants) known.set(String(block.block_id), { ...block });
		const into = parent === undefined ? undefined : known.get(parent);
		if (into) into.children = [...((into.children as string[] | undefined) ?? []), ...body.children_id];
		else first.push(...body.children_id);
	}
	const tree = (id: string): NewBlock => {
		const { block_type, children = [], block_id: _id, ...own } = known.get(id) ?? {};
		return {
			kind: blockKind(block_type),
			body: object(Object.values(own)[0]),
			children: (children as string[]).map(tree),
		};
	};
	return blockLines(first.map(tree));
}

it('Merged cells follow the rows that they need', () => {
	const rows = many(
		600,
		(at) =>
			`<lark-tr><lark-td${at === 0 ? ' rowspan="600"' : ''}>a</lark-td>${at === 0 ? '<lark-td>b</lark-td>' : ''}</lark-tr>`,
		'\n',
	);
	const [{ after } = { after: [] }] = requestsOf(`<lark-table>\n${rows}\n</lark-table>`);
	expect(after.map(({ of }) => of)).toEqual(['rows', 'merges']);
});

it.each<[name: string, markdown: string, blocks: string[]]>([
	[
		'Code in a callout parts it',
		'<callout emoji="💡">\na\n\n```\nb\n```\n\nc\n</callout>',
		[
			'callout {"emoji_id":"bulb"}',
			'  text a',
			'code b {"language":1,"wrap":false}',
			'callout {"emoji_id":"bulb"}',
			'  text c',
		],
	],
	['A callout of a table alone is none', '<callout emoji="💡">\n\n---\n\n</callout>', ['divider']],
	['An empty callout has an empty text', '<callout emoji="💡">\n</callout>', ['callout {"emoji_id":"bulb"}', '  text']],
	[
		'What leaves an item of a callout leaves both',
		'<callout emoji="💡">\n- a\n  - b\n\n  ---\n\n  c\n</callout>',
		['callout {"emoji_id":"bulb"}', '  bullet a', '    bullet b', 'divider', 'callout {"emoji_id":"bulb"}', '  text c'],
	],
	[
		'A table in a cell follows the table',
		'<lark-table>\n<lark-tr>\n<lark-td>\n\n| a |\n|---|\n\n</lark-td>\n<lark-td>b</lark-td>\n</lark-tr>\n</lark-table>\n\nc',
		[
			'table {"row_size":1,"column_size":2,"column_width":[365,365]}',
			'  table_cell',
			'    text',
			'  table_cell',
			'    text b',
			'table {"row_size":1,"column_size":1,"column_width":[730],"header_row":true}',
			'  table_cell',
			'    text a',
			'text c',
		],
	],
	[
		'A callout in a callout follows it',
		'<callout emoji="💡">\na\n\n> [!TIP]\n> b\n</callout>',
		[
			'callout {"emoji_id":"bulb"}',
			'  text a',
			'callout {"background_color":4,"border_color":4,"emoji_id":"bulb"}',
			'  text b',
		],
	],
])('Where blocks may stand: %s', (_name, markdown, expected) => {
	const blocks = markdownBlocks(markdown);
	expect(blockLines(allowedBlocks(blocks))).toEqual(expected);
	expect(refusals(blockRequests(blocks))).toEqual([]);
});

it('A paragraph of more characters than one has becomes several, parted between words', () => {
	const words = 'word '.repeat(45_000).trim();
	const blocks = allowedBlocks([wordsBlock('heading1', [textRun(words, { bold: true })])]);
	expect(blocks.map(({ kind }) => kind)).toEqual(['heading1', 'text', 'text']);
	const said = blocks.map(
		({ body }) => (body.elements as Array<{ text_run: { content: string } }>)[0]?.text_run.content,
	);
	expect(said.join('')).toBe(words);
	expect(said.every((part) => part !== undefined && part.length <= 100_000)).toBe(true);
});

it('A paragraph has at most 50 mentions', () => {
	const blocks = allowedBlocks(markdownBlocks('<at id="ou_a"></at>'.repeat(120)));
	expect(blocks.map(({ body }) => (body.elements as unknown[]).length)).toEqual([50, 50, 20]);
});

it('Long code is parted at the end of a line, and what an item has beyond is in it', () => {
	const line = `${'a'.repeat(99)}\n`;
	const code = allowedBlocks(markdownBlocks(`\`\`\`js\n${line.repeat(1500)}\`\`\``));
	expect(code.map(({ kind }) => kind)).toEqual(['code', 'code']);
	const item = allowedBlocks([wordsBlock('bullet', [textRun('a'.repeat(150_000))], {}, [wordsBlock('bullet', [])])]);
	expect(item).toHaveLength(1);
	expect(item[0]?.children?.map(({ kind }) => kind)).toEqual(['text', 'bullet']);
});

it('A cell of an inserted row is filled by what it holds already, where that is a text', () => {
	const cell = (markdown: string): NewBlock[] => markdownBlocks(markdown);
	expect(filledCell(cell(''))).toEqual({ requests: [], dropsFirst: false });
	expect(filledCell(cell('a'))).toEqual({
		update: { update_text_elements: { elements: [textRun('a')] } },
		requests: [],
		dropsFirst: false,
	});
	expect(filledCell(cell('a {align="center"}\n\n- b'))).toMatchObject({
		update: { update_text: { elements: [textRun('a')], style: { align: 2 }, fields: [1] } },
		requests: [{ body: { children_id: ['b1'] } }],
		dropsFirst: false,
	});
	expect(filledCell(cell('- b'))).toMatchObject({ requests: [{ body: { children_id: ['b1'] } }], dropsFirst: true });
});
