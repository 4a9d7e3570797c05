/** Blocks of one level, and blocks within each other: what is made, and what is refused. */
import { randomUUID } from 'node:crypto';
import {
	type Block,
	type DocFixture,
	draft,
	run,
	newDoc,
	startDoc,
	text,
	wordsOf,
} from '../../support/conformance/docs';

let fixture: DocFixture;
beforeAll(async () => {
	fixture = await startDoc();
});
beforeEach(async () => {
	fixture = await newDoc(fixture);
});
afterAll(() => fixture.simulator.close());

const children = (given: readonly object[], parent = fixture.id, index = -1) =>
	fixture.call('POST', `/blocks/${parent}/children`, { children: given, index });
const table = (rows: number, columns: number, more: object = {}) => ({
	block_type: 31,
	table: { property: { row_size: rows, column_size: columns, ...more } },
});
const CELL = { block_type: 32, table_cell: {} };
const idOf = (blocks: readonly Block[]) => blocks[0]?.block_id ?? '';

describe('children', () => {
	it('come in their order at a place, and are read in the order of a reader', async () => {
		await fixture.add([text('one'), text('four')]);
		const [bullet] = await fixture.add([{ block_type: 12, bullet: { elements: [run('two')] } }], fixture.id, 1);
		await fixture.add([text('three')], bullet?.block_id);
		expect((await fixture.all()).map(wordsOf)).toEqual(['Report', 'one', 'two', 'three', 'four']);
		const path = { document_id: fixture.id, block_id: fixture.id };
		const near = await fixture.sdk.docx.v1.documentBlockChildren.get({ path });
		expect(near.data?.items).toHaveLength(3);
		const deep = await fixture.call('GET', `/blocks/${bullet?.block_id}/children?with_descendants=true`);
		expect((deep.data.items as Block[]).map(wordsOf)).toEqual(['two', 'three']);
	});

	it('have every switch of their style, and addresses that are encoded both ways', async () => {
		const url = 'https%3A%2F%2Fa.cn%2F%3Fq%3D%25';
		const [block] = await fixture.add([text('a', { bold: true, link: { url } })]);
		const off = { inline_code: false, italic: false, strikethrough: false, underline: false };
		const style = { bold: true, ...off, link: { url } };
		const expected = { elements: [run('a', style)], style: { align: 1, folded: false } };
		expect(block).toMatchObject({ block_type: 2, text: expected });
		expect(block).not.toHaveProperty('children');
		// What comes without being encoded is decoded all the same.
		const [bare] = await fixture.add([text('a', { link: { url: 'https://a.cn/%20' } })]);
		expect(JSON.stringify(bare)).toContain(encodeURIComponent('https://a.cn/ '));
		const broken = await children([text('a', { link: { url: 'https://a.cn/100%' } })]);
		expect(broken.code).toBe(1770001);
	});

	it('come with what belongs to them: cells, columns, a view around a file', async () => {
		const grid = { block_type: 24, grid: { column_size: 2 } };
		const callout = { block_type: 19, callout: { background_color: 2 } };
		const made = await fixture.add([table(2, 2), grid, { block_type: 23, file: { token: '' } }, callout]);
		const [first, columns, view, box] = made;
		expect(first).toMatchObject({ table: { cells: first?.children, property: { column_width: [100, 100] } } });
		expect(first?.children).toHaveLength(4);
		expect(view).toMatchObject({ block_type: 33, view: { view_type: 1 }, children: [expect.any(String)] });
		expect(await fixture.block(view?.children?.[0] ?? '')).toMatchObject({ block_type: 23, file: { token: '' } });
		const cell = await fixture.block(first?.children?.[0] ?? '');
		const inside = await fixture.block(cell.children?.[0] ?? '');
		expect(wordsOf(inside)).toBe('');
		expect(await fixture.block(columns?.children?.[1] ?? '')).toMatchObject({ grid_column: { width_ratio: 50 } });
		expect(box).toMatchObject({ callout: { emoji_id: 'gift' }, children: [expect.any(String)] });
	});

	it('hold a spreadsheet, a base, a board', async () => {
		const [sheet, base, board] = await fixture.add([
			{ block_type: 30, sheet: { row_size: 2, column_size: 3 } },
			{ block_type: 18, bitable: { view_type: 1 } },
			{ block_type: 43, board: {} },
		]);
		const [book = '', id = ''] = (sheet as unknown as { sheet: { token: string } }).sheet.token.split('_');
		const values = { valueRange: { range: `${id}!A1:A1`, values: [['x']] } };
		const written = await fixture.http.call('PUT', `/open-apis/sheets/v2/spreadsheets/${book}/values`, values);
		expect(written.code).toBe(0);
		expect(base).toMatchObject({ bitable: { token: expect.stringMatching(/_tbl/) } });
		expect(board).toMatchObject({ board: { token: expect.stringMatching(/\w{27}/) } });
	});

	it.each<[string, () => object[], number]>([
		['more than 50', () => Array.from({ length: 51 }, () => text('a')), 1770007],
		['none', () => [], 1770001],
		['a page', () => [{ block_type: 1, page: {} }], 1770029],
		['a cell', () => [CELL], 1770029],
		['a column', () => [{ block_type: 25, grid_column: {} }], 1770029],
		['a view', () => [{ block_type: 33, view: {} }], 1770029],
		['a synced block', () => [{ block_type: 49, source_synced: {} }], 1770029],
		['an equation as a block', () => [{ block_type: 16, equation: { elements: [] } }], 1770029],
		['a type that nobody knows', () => [{ block_type: 77 }], 1770001],
		['another payload', () => [{ block_type: 2, bullet: { elements: [] } }], 1770001],
		['a table of more than 9 rows', () => [table(10, 2)], 1770001],
		['a table with what is merged', () => [table(1, 1, { merge_info: [] })], 1770001],
		['narrow columns', () => [table(1, 1, { column_width: [49] })], 1770001],
		['an image with a token', () => [{ block_type: 27, image: { token: 'boxcn' } }], 1770013],
		['a grid of 6 columns', () => [{ block_type: 24, grid: { column_size: 6 } }], 1770012],
		['a link on a mention', () => [{ block_type: 2, text: { elements: [linked()] } }], 1770024],
		['an undefined element', () => [{ block_type: 2, text: { elements: [{ undefined: {} }] } }], 1770024],
		[
			'somebody unknown',
			() => [{ block_type: 2, text: { elements: [{ mention_user: { user_id: 'ou_x' } }] } }],
			1770032,
		],
		['a group without the bot', () => [{ block_type: 20, chat_card: { chat_id: fixture.strangeChatId } }], 1770032],
		['a list of pages outside of a wiki', () => [{ block_type: 51, sub_page_list: { wiki_token: 'w' } }], 1770038],
		['an OKR for an app', () => [{ block_type: 36, okr: { okr_id: '1' } }], 1770032],
	])('are not %s', async (_what, given, code) => {
		expect(await children(given())).toMatchObject({ code });
		expect(await fixture.all()).toHaveLength(1);
	});
	const linked = () => ({
		mention_user: { user_id: fixture.members[0], text_element_style: { link: { url: 'https%3A%2F%2Fa.cn' } } },
	});

	it('are as a setting has it where pages differ', async () => {
		await fixture.settings({ docOddBlocks: 'made', docCalloutChild: 'none', docEmptyText: 'absent' });
		const [equation, callout, empty] = await fixture.add([
			{ block_type: 16, equation: { elements: [{ equation: { content: 'x' } }] } },
			{ block_type: 19, callout: {} },
			text(''),
		]);
		expect(equation?.block_type).toBe(16);
		expect(callout).not.toHaveProperty('children');
		expect(empty?.text).toEqual({ style: { align: 1, folded: false } });
	});

	it('stand only where they may', async () => {
		const made = await fixture.add([
			{ block_type: 22, divider: {} },
			{ block_type: 15, quote: { elements: [run('q')] } },
			{ block_type: 19, callout: {} },
			{ block_type: 24, grid: { column_size: 2 } },
			table(1, 1),
		]);
		const [divider, quote, callout, grid, cells] = made.map(({ block_id: id }) => id);
		const column = made[3]?.children?.[0];
		const cell = made[4]?.children?.[0];
		const code = { block_type: 14, code: { elements: [run('x')] } };
		const refused = async (parent: string | undefined, child: object) => (await children([child], parent)).code;
		expect(await refused(divider, text('a'))).toBe(1770028);
		expect(await refused(quote, text('a'))).toBe(1770028);
		expect(await refused(cells, text('a'))).toBe(1770028);
		expect(await refused(grid, text('a'))).toBe(1770028);
		expect(await refused(callout, code)).toBe(1770030);
		expect(await refused(callout, { block_type: 27, image: {} })).toBe(1770030);
		expect(await refused(column, { block_type: 24, grid: { column_size: 2 } })).toBe(1770030);
		expect(await refused(cell, table(1, 1))).toBe(1770030);
		expect(await refused(cell, code)).toBe(0);
		// What a cell can't have, it can't have further down either.
		const [entry] = await fixture.add([{ block_type: 12, bullet: { elements: [] } }], cell);
		expect(await refused(entry?.block_id, table(1, 1))).toBe(1770030);
		expect(await refused(entry?.block_id, text('a'))).toBe(0);
	});

	it('are read in pages, which end with the list', async () => {
		await fixture.add(Array.from({ length: 4 }, (_, index) => text(String(index))));
		const path = { document_id: fixture.id };
		const first = await fixture.sdk.docx.v1.documentBlock.list({ path, params: { page_size: 3 } });
		expect(first.data).toMatchObject({ has_more: true, items: [{}, {}, {}] });
		const page_token = first.data?.page_token;
		const next = await fixture.sdk.docx.v1.documentBlock.list({ path, params: { page_size: 3, page_token } });
		expect(next.data).toMatchObject({ has_more: false, items: [{}, {}] });
		expect((await fixture.call('GET', '/blocks?page_token=x')).code).toBe(1770022);
		expect((await fixture.call('GET', '/blocks?page_size=501')).code).toBe(99992402);
	});
});

describe('blocks within each other', () => {
	const nested = (rows = 1, columns = 2): object[] => {
		const cells = Array.from({ length: rows * columns }, (_, index) => `c${index}`);
		return [
			draft('t', table(rows, columns), cells),
			...cells.flatMap((id) => [draft(id, CELL, [`${id}x`]), draft(`${id}x`, text(id))]),
		];
	};

	it('are a table with its cells, told by their temporary ids', async () => {
		const path = { document_id: fixture.id, block_id: fixture.id };
		const first = draft('h', { block_type: 3, heading1: { elements: [run('H')] } });
		const client_token = randomUUID();
		const made = await fixture.sdk.docx.v1.documentBlockDescendant.create({
			path,
			params: { client_token },
			data: { children_id: ['h', 't'], descendants: [...nested(), first] as never, index: 0 },
		});
		expect(made.data?.children?.map(({ block_type: type }) => type)).toEqual(expect.arrayContaining([3, 31]));
		expect(made.data?.children).toHaveLength(2);
		expect(made.data?.client_token).toBe(client_token);
		const relations = made.data?.block_id_relations ?? [];
		expect(relations.map(({ temporary_block_id: id }) => id).sort()).toEqual(['c0', 'c0x', 'c1', 'c1x', 'h', 't']);
		expect((await fixture.all()).map(wordsOf)).toEqual(['Report', 'H', '', '', 'c0', '', 'c1']);
		const real = relations.find(({ temporary_block_id: id }) => id === 'c1x')?.block_id ?? '';
		expect(wordsOf(await fixture.block(real))).toBe('c1');
	});

	it('are as many cells as a request takes', async () => {
		expect((await fixture.nest(['t'], nested(4, 100))).code).toBe(0);
		const bare = async (rows: number, columns: number) =>
			(await fixture.nest(['t'], [draft('t', table(rows, columns))])).code;
		expect(await bare(1, 101)).toBe(1770010);
		expect(await bare(20, 100)).toBe(1770041);
		await fixture.settings({ docBareTables: 'filled' });
		expect(await bare(20, 100)).toBe(0);
		expect(await bare(21, 100)).toBe(1770034);
	});

	const X = draft('x', text('x'));
	const TABLES = ['a', 'b'];
	it.each<[string, string[], () => object[], number]>([
		['one that is not there', ['x', 'y'], () => [X], 1770006],
		['one that is below another as well', ['p', 'x'], () => [draft('p', text('p'), ['x']), X], 1770006],
		['one that is nowhere', ['x'], () => [X, draft('y', text('y'))], 1770006],
		['one id for two', ['x'], () => [X, X], 1770019],
		['children that are a text', ['x'], () => [{ ...X, children: 'y' }], 1770006],
		['a payload that does not fit', ['x'], () => [draft('x', { block_type: 2, text: {} })], 1770041],
		['a parent that is told', ['x'], () => [{ ...X, parent_id: 'p' }], 1770041],
		[
			'what is merged',
			['t'],
			() => [draft('t', table(1, 1, { merge_info: [] }), ['c']), draft('c', CELL, ['x']), X],
			1770041,
		],
		['an empty cell', ['t'], () => [draft('t', table(1, 1), ['c']), draft('c', CELL)], 1770041],
		['an empty callout', ['o'], () => [draft('o', { block_type: 19, callout: {} })], 1770041],
		['fewer cells than there are', ['t'], () => [draft('t', table(1, 2), ['c']), draft('c', CELL, ['x']), X], 1770041],
		['a cell by itself', ['c'], () => [draft('c', CELL, ['x']), X], 1770030],
		['a text in a table', ['t'], () => [draft('t', table(1, 1), ['x']), X], 1770028],
		['a code in a callout', ['o'], () => [draft('o', { block_type: 19, callout: {} }, ['k']), CODE], 1770030],
		['a table in a list in a cell', ['t'], () => inCell(), 1770030],
		['a page', ['x'], () => [draft('x', { block_type: 1, page: {} })], 1770029],
		['21 images', Array.from({ length: 21 }, (_, i) => `i${i}`), () => images(21), 1770035],
		[
			'6 spreadsheets',
			Array.from({ length: 6 }, (_, i) => `i${i}`),
			() => images(6, { block_type: 30, sheet: {} }),
			1770035,
		],
		['more than 1000 blocks', TABLES, () => TABLES.flatMap((id) => big(id)), 1770001],
	])('are not %s', async (_what, first, blocks, code) => {
		expect(await fixture.nest(first, blocks())).toMatchObject({ code });
		expect(await fixture.all()).toHaveLength(1);
	});
	const CODE = draft('k', { block_type: 14, code: { elements: [] } });
	const big = (id: string) => [
		draft(id, table(1, 1), []),
		...Array.from({ length: 501 }, (_, i) => draft(`${id}${i}`, X)),
	];
	const images = (count: number, block: object = { block_type: 27, image: {} }) =>
		Array.from({ length: count }, (_, index) => draft(`i${index}`, block));
	const inCell = () => [
		draft('t', table(1, 1), ['c']),
		draft('c', CELL, ['b']),
		draft('b', { block_type: 12, bullet: { elements: [] } }, ['t2']),
		draft('t2', table(1, 1), ['c2']),
		draft('c2', CELL, ['x']),
		draft('x', text('x')),
	];

	it('need a client_token in the form of a UUID', async () => {
		const body = { children_id: ['x'], descendants: [draft('x', text('x'))] };
		expect((await fixture.call('POST', `/blocks/${fixture.id}/descendant?client_token=t1`, body)).code).toBe(1770001);
	});

	it('give a file by its view or by itself', async () => {
		const file = [draft('f', { block_type: 23, file: { token: '' } })];
		const typeOf = async () => {
			const { data } = await fixture.nest(['f'], file);
			const [{ block_id } = { block_id: '' }] = data.block_id_relations as { block_id: string }[];
			return (await fixture.block(block_id)).block_type;
		};
		expect(await typeOf()).toBe(33);
		await fixture.settings({ docFileRelation: 'file' });
		expect(await typeOf()).toBe(23);
	});

	it('are refused where a document has no room for them', async () => {
		await fixture.settings({ docBlocks: 3 });
		expect((await fixture.nest(['t'], nested())).code).toBe(1770004);
		expect(await fixture.all()).toHaveLength(1);
		await fixture.settings({ docBlocks: 100, docDepth: 2 });
		expect((await fixture.nest(['t'], nested())).code).toBe(1770005);
		expect((await fixture.nest(['x'], [X])).code).toBe(0);
	});
});

describe('children go', () => {
	const remove = (parent: string, start_index: number, end_index: number) =>
		fixture.call('DELETE', `/blocks/${parent}/children/batch_delete`, { start_index, end_index });

	it('from one place to before another, with all below them', async () => {
		const made = await fixture.add([text('a'), text('b'), text('c')]);
		await fixture.add([text('below')], made[1]?.block_id);
		const path = { document_id: fixture.id, block_id: fixture.id };
		const data = { start_index: 0, end_index: 2 };
		const done = await fixture.sdk.docx.v1.documentBlockChildren.batchDelete({ path, data });
		expect(done.data?.document_revision_id).toBe(4);
		expect((await fixture.all()).map(wordsOf)).toEqual(['Report', 'c']);
		expect((await remove(fixture.id, 0, 2)).code).toBe(1770001);
		expect((await remove(fixture.id, 1, 1)).code).toBe(1770001);
	});

	it('but not the parts of tables and grids, and not all that is in a cell, column or callout', async () => {
		const [made] = await fixture.add([table(1, 1)]);
		const cell = made?.children?.[0] ?? '';
		expect((await remove(idOf(made ? [made] : []), 0, 1)).code).toBe(1770031);
		expect((await remove(cell, 0, 1)).code).toBe(1770031);
		await fixture.add([text('more')], cell);
		expect((await remove(cell, 0, 1)).code).toBe(0);
	});
});
