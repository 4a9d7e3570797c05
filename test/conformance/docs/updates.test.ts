/** Blocks that change: texts, tables, grids, pictures and files. */
import { PNG } from '../../support/conformance/harness';
import { type Block, type DocFixture, run, newDoc, startDoc, text, wordsOf } from '../../support/conformance/docs';

let fixture: DocFixture;
beforeAll(async () => {
	fixture = await startDoc();
});
beforeEach(async () => {
	fixture = await newDoc(fixture);
});
afterAll(() => fixture.simulator.close());

async function addOne(block: object): Promise<Block> {
	const [made] = await fixture.add([block]);
	if (!made) throw new Error('nothing was made');
	return made;
}
const codeOf = async (...requests: object[]) => (await fixture.update(...requests)).code;

describe('a text', () => {
	it('gets other elements, another style, or both', async () => {
		const { block_id } = await addOne(text('a'));
		const { data } = await fixture.sdk.docx.v1.documentBlock.patch({
			path: { document_id: fixture.id, block_id },
			data: { update_text_elements: { elements: [run('b')] } },
		});
		expect(wordsOf(data?.block as unknown as Block)).toBe('b');
		expect(data?.document_revision_id).toBe(3);
		await fixture.update({ block_id, update_text_style: { style: { align: 2, folded: true }, fields: [1] } });
		expect(await fixture.block(block_id)).toMatchObject({ text: { style: { align: 2, folded: false } } });
		const both = { elements: [run('c')], style: { indentation_level: 'OneLevelIndent' }, fields: [7] };
		expect((await fixture.update({ block_id, update_text: both })).data.blocks).toMatchObject([
			{
				text: { elements: [{ text_run: { content: 'c' } }], style: { align: 2, indentation_level: 'OneLevelIndent' } },
			},
		]);
	});

	it('of the page is the title', async () => {
		const title = (content: string) => ({
			block_id: fixture.id,
			update_text_elements: { elements: [run(content)] },
		});
		expect(await codeOf(title('Renamed'))).toBe(0);
		const { data } = await fixture.sdk.docx.v1.document.get({ path: { document_id: fixture.id } });
		expect(data?.document?.title).toBe('Renamed');
		expect(await codeOf(title('x'.repeat(801)))).toBe(1770001);
	});

	it('mentions what its writer may read, or falls back', async () => {
		const { block_id } = await addOne(text('a'));
		const mention = (token: string, more: object = {}) => ({
			mention_doc: { token, obj_type: 22, url: 'https%3A%2F%2Fa.cn%2Fdocx%2Fx', ...more },
		});
		const write = (element: object) => fixture.update({ block_id, update_text_elements: { elements: [element] } });
		const { data } = await write(mention(fixture.id));
		expect(data.blocks).toMatchObject([
			{ text: { elements: [{ mention_doc: { title: 'Report', token: fixture.id } }] } },
		]);
		expect(await write(mention('nothing'))).toMatchObject({ code: 1770032, status: 403 });
		const fallen = await write(mention('nothing', { title: 'T', fallback_type: 'FallbackToLink' }));
		const url = 'https%3A%2F%2Fa.cn%2Fdocx%2Fx';
		expect(fallen.data.blocks).toMatchObject([
			{ text: { elements: [{ text_run: { content: 'T', text_element_style: { link: { url } } } }] } },
		]);
	});
});

it('a page of a wiki is mentioned by who may read it', async () => {
	const person = await fixture.as(fixture.members[0] ?? '');
	const { data } = await fixture.http.post('/open-apis/wiki/v2/spaces', { name: 'Wiki' }, person);
	const { space_id } = data.space as { space_id: string };
	const node = { obj_type: 'docx', node_type: 'origin', title: 'Page' };
	const made = await fixture.http.post(`/open-apis/wiki/v2/spaces/${space_id}/nodes`, node, person);
	const { node_token: token } = made.data.node as { node_token: string };
	const { block_id } = await addOne(text('a'));
	const mention = { mention_doc: { token, obj_type: 16 } };
	const requests = [{ block_id, update_text_elements: { elements: [mention] } }];
	expect(await codeOf(...requests)).toBe(1770032);
	const member = { member_type: 'openid', member_id: fixture.members[0], perm: 'edit' };
	await fixture.http.post(`/open-apis/drive/v1/permissions/${fixture.id}/members?type=docx`, member);
	const done = await fixture.call('PATCH', '/blocks/batch_update', { requests }, person);
	expect(done.data.blocks).toMatchObject([{ text: { elements: [{ mention_doc: { title: 'Page' } }] } }]);
});

it.each<[string, (ids: { text: string; divider: string }) => object[], number]>([
	['one block twice', ({ text: id }) => [style(id, [1]), style(id, [1])], 1770019],
	['nothing', ({ text: id }) => [{ block_id: id }], 1770001],
	['two things at once', ({ text: id }) => [{ ...style(id, [1]), ...words(id) }], 1770001],
	['no field', ({ text: id }) => [style(id, [])], 1770001],
	['the language of a text', ({ text: id }) => [style(id, [4])], 1770025],
	['the text of a divider', ({ divider: id }) => [words(id)], 1770025],
	['rows of a text', ({ text: id }) => [{ block_id: id, insert_table_row: { row_index: 0 } }], 1770025],
	['a block that is not there', () => [words('doxcnothing')], 1770002],
	['201 blocks', () => Array.from({ length: 201 }, (_, n) => words(String(n))), 1770001],
	['31 reminders', ({ text: id }) => [{ block_id: id, update_text_elements: { elements: reminders() } }], 1770035],
])('an update is refused that changes %s, and changes nothing', async (_what, requests, code) => {
	const [one, two, divider] = await fixture.add([text('one'), text('two'), { block_type: 22, divider: {} }]);
	const ids = { text: one?.block_id ?? '', divider: divider?.block_id ?? '' };
	const before = await fixture.all();
	expect(await codeOf(words(two?.block_id ?? ''), ...requests(ids))).toBe(code);
	expect(await fixture.all()).toEqual(before);
});
const words = (block_id: string) => ({ block_id, update_text_elements: { elements: [run('changed')] } });
const style = (block_id: string, fields: number[]) => ({
	block_id,
	update_text_style: { style: { align: 2, language: 1 }, fields },
});
const reminders = () =>
	Array.from({ length: 31 }, () => ({
		reminder: { create_user_id: fixture.members[0], expire_time: '1641967200000', notify_time: '1641967200000' },
	}));

it('a block of another document is told from one that is nowhere', async () => {
	const made = await fixture.sdk.docx.v1.document.create({ data: { title: 'Other' } });
	expect(await codeOf(words(made.data?.document?.document_id ?? ''))).toBe(1770015);
});

describe('a table', () => {
	let id: string;
	const change = (request: object) => codeOf({ block_id: id, ...request });
	const table = async () => {
		const block = await fixture.block(id);
		const { cells, property } = block.table as { cells: string[]; property: Record<string, unknown> };
		const words = await Promise.all(
			cells.map(async (cell) => wordsOf(await fixture.block((await fixture.block(cell)).children?.[0] ?? ''))),
		);
		return { words, ...property } as { words: string[]; merge_info: { row_span: number; col_span: number }[] };
	};
	const merge = (top: number, bottom: number, left: number, right: number) => ({
		merge_table_cells: {
			row_start_index: top,
			row_end_index: bottom,
			column_start_index: left,
			column_end_index: right,
		},
	});

	beforeEach(async () => {
		const made = await addOne({ block_type: 31, table: { property: { row_size: 2, column_size: 2 } } });
		id = made.block_id;
		const all = await fixture.all();
		const texts = all.filter(({ block_type: type }) => type === 2).map(({ block_id: one }) => one);
		await fixture.update(
			...texts.map((block_id, index) => ({
				block_id,
				update_text_elements: { elements: [run('abcd'[index] ?? '')] },
			})),
		);
	});

	it('grows by rows and columns with empty cells', async () => {
		expect(await change({ insert_table_row: { row_index: 1 } })).toBe(0);
		expect((await table()).words).toEqual(['a', 'b', '', '', 'c', 'd']);
		expect(await change({ insert_table_column: { column_index: -1 } })).toBe(0);
		expect(await table()).toMatchObject({
			words: ['a', 'b', '', '', '', '', 'c', 'd', ''],
			row_size: 3,
			column_size: 3,
			column_width: [100, 100, 100],
		});
		expect(await change({ insert_table_row: { row_index: 4 } })).toBe(1770026);
		expect(await change({ insert_table_column: { column_index: 4 } })).toBe(1770027);
	});

	it('loses rows and columns, but not the last one', async () => {
		expect(await change({ delete_table_columns: { column_start_index: 0, column_end_index: 1 } })).toBe(0);
		expect((await table()).words).toEqual(['b', 'd']);
		const rows = (row_start_index: number, row_end_index: number) =>
			change({ delete_table_rows: { row_start_index, row_end_index } });
		expect(await rows(0, 3)).toBe(1770026);
		expect(await rows(0, 2)).toBe(1770024);
		expect(await rows(0, 1)).toBe(0);
		expect(await table()).toMatchObject({ words: ['d'], row_size: 1, column_size: 1 });
		expect(await fixture.all()).toHaveLength(4);
	});

	it('has cells merged, which grow and shrink with it, and parted again', async () => {
		expect(await change(merge(0, 2, 0, 1))).toBe(0);
		expect((await table()).merge_info[0]).toEqual({ row_span: 2, col_span: 1 });
		expect(await change(merge(0, 1, 0, 2))).toBe(1770024);
		expect(await change(merge(0, 3, 0, 1))).toBe(1770026);
		await change({ insert_table_row: { row_index: 1 } });
		expect((await table()).merge_info[0]).toEqual({ row_span: 3, col_span: 1 });
		await change({ delete_table_rows: { row_start_index: 0, row_end_index: 1 } });
		expect((await table()).merge_info[0]).toEqual({ row_span: 2, col_span: 1 });
		expect(await change({ unmerge_table_cells: { row_index: 0, column_index: 1 } })).toBe(1770024);
		expect(await change({ unmerge_table_cells: { row_index: 1, column_index: 0 } })).toBe(0);
		expect((await table()).merge_info[0]).toEqual({ row_span: 1, col_span: 1 });
	});

	it('has headings and widths', async () => {
		await change({ update_table_property: { column_width: 250, column_index: 1, header_row: true } });
		expect(await table()).toMatchObject({ column_width: [100, 250], header_row: true });
		expect(await change({ update_table_property: { column_width: 49, column_index: 1 } })).toBe(1770001);
		expect(await change({ update_table_property: { column_width: 90, column_index: 2 } })).toBe(1770027);
	});
});

it('a grid has 2 to 10 columns, as wide as it is told', async () => {
	const { block_id } = await addOne({ block_type: 24, grid: { column_size: 2 } });
	const change = (request: object) => codeOf({ block_id, ...request });
	const ratios = async () => {
		const columns = (await fixture.all()).filter(({ block_type: type }) => type === 25);
		return columns.map(({ grid_column: column }) => (column as { width_ratio: number }).width_ratio);
	};
	expect(await change({ delete_grid_column: { column_index: -1 } })).toBe(1770024);
	expect(await change({ insert_grid_column: { column_index: 0 } })).toBe(1770001);
	expect(await change({ insert_grid_column: { column_index: 1 } })).toBe(0);
	expect(await ratios()).toEqual([34, 33, 33]);
	expect(await change({ update_grid_column_width_ratio: { width_ratios: [20, 80] } })).toBe(1770001);
	expect(await change({ update_grid_column_width_ratio: { width_ratios: [20, 30, 50] } })).toBe(0);
	expect(await ratios()).toEqual([20, 30, 50]);
	expect(await change({ delete_grid_column: { column_index: 0 } })).toBe(0);
	expect(await fixture.block(block_id)).toMatchObject({ grid: { column_size: 2 } });
});

describe('pictures and files', () => {
	async function upload(parent_type: string, parent_node: string, name: string, bytes: Buffer) {
		const form = new FormData();
		form.append('file_name', name);
		form.append('parent_type', parent_type);
		form.append('parent_node', parent_node);
		form.append('size', String(bytes.length));
		form.append('extra', JSON.stringify({ drive_route_token: fixture.id }));
		form.append('file', new Blob([new Uint8Array(bytes)]), name);
		return fixture.http.post('/open-apis/drive/v1/medias/upload_all', form);
	}

	it('are uploaded for their block, and put into it', async () => {
		const { block_id } = await addOne({ block_type: 27, image: {} });
		const { data } = await upload('docx_image', block_id, 'a.png', PNG);
		const replace_image = { token: data.file_token, align: 1, caption: { content: 'A' } };
		expect(await codeOf({ block_id, replace_image })).toBe(0);
		const { image } = await fixture.block(block_id);
		expect(image).toMatchObject({ token: data.file_token, align: 1, caption: { content: 'A' } });
		expect(image).toMatchObject({ width: 1, height: 1 });
		const other = await addOne({ block_type: 27, image: {} });
		expect(await codeOf({ block_id: other.block_id, replace_image })).toBe(1770013);
		const file = await addOne({ block_type: 23, file: { token: '' } });
		const inner = file.children?.[0] ?? '';
		const sent = await upload('docx_file', inner, 'a.txt', Buffer.from('words'));
		const token = sent.data.file_token;
		expect(await codeOf({ block_id: file.block_id, replace_file: { token } })).toBe(1770025);
		expect(await codeOf({ block_id: inner, replace_file: { token } })).toBe(0);
		expect(await fixture.block(inner)).toMatchObject({ file: { token, name: 'a.txt' } });
	});

	it('are for nobody who may not see the document', async () => {
		const { block_id } = await addOne({ block_type: 27, image: {} });
		const { data } = await upload('docx_image', block_id, 'a.png', PNG);
		const path = `/open-apis/drive/v1/medias/${String(data.file_token)}/download`;
		const person = await fixture.as(fixture.members[0] ?? '');
		expect(await fixture.http.get(path, person)).toMatchObject({ code: 1061004, status: 403 });
		const answer = await fetch(`${fixture.simulator.url}${path}`, {
			headers: { authorization: `Bearer ${await fixture.http.tenantToken()}` },
		});
		expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
	});

	it('are not uploaded for a block that is not there, and go into no other one than their own', async () => {
		expect(await upload('docx_image', 'doxcnothing', 'a.png', PNG)).toMatchObject({ code: 1061044 });
		const { block_id } = await addOne({ block_type: 27, image: {} });
		const put = async (parent_type: string, parent: string) => {
			const { data, code } = await upload(parent_type, parent, 'a.png', PNG);
			expect(code).toBe(0);
			return codeOf({ block_id, replace_image: { token: data.file_token } });
		};
		expect(await put('docx_image', fixture.id)).toBe(1770013);
		expect(await put('docx_file', block_id)).toBe(1770013);
		expect(await put('docx_image', block_id)).toBe(0);
	});
});
