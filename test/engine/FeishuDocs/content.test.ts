/** Documents from Markdown, and back. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform, type ItemSpec } from '../../support/engine';
import { ownDocument } from '../../support/engine/documents';
import { ownPage, ownSpace } from '../../support/engine/wikis';

const platform = usePlatform();

async function out(parameters: INodeParameters, items: readonly ItemSpec[] = [{}]) {
	const run = await platform.run({ parameters, items });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}

const docs = (operation: string, more: INodeParameters) => ({ resource: 'document', operation, ...more });

const markdownOf = async (document_id: unknown) =>
	String(only(await out(docs('get', { document: byId(String(document_id)) }))).markdown);

const MARKDOWN = `## Results

All **fine**, *really* ~~not~~ \`code\` and [a link](https://example.com/a?b=c%20d).

- one
  - deeper
    1. numbered
- [ ] to do
- [x] done

> A quote

> [!NOTE]
> Look here

\`\`\`typescript
const a = 1;
\`\`\`

---

| Name | Sum |
| --- | ---: |
| Ada | 1 |
| Bob | **2** |

$$e = mc^2$$`;

test('what goes in as Markdown comes out as the same Markdown', async () => {
	const [made] = await out(docs('create', { documentTitle: 'Report', content: MARKDOWN }));
	expect(made).toMatchObject({ title: 'Report', blocks: expect.any(Number) as number });
	const first = await markdownOf(made?.document_id);
	const [again] = await out(docs('create', { documentTitle: 'Again', content: first }));
	expect(await markdownOf(again?.document_id)).toBe(first);
	for (const said of ['## Results', '**fine**', '- [x] done', '```', 'const a = 1;', '| Ada', 'e = mc^2'])
		expect(first).toContain(said);
});

test('a document has the title that its text has, unless another one is given', async () => {
	const [named] = await out(docs('create', { content: '# Plan\n\nText' }));
	expect(named?.title).toBe('Plan');
	expect(await markdownOf(named?.document_id)).toBe('Text');
	const [other] = await out(docs('create', { documentTitle: 'Other', content: '# Plan\n\nText' }));
	expect(other?.title).toBe('Other');
	expect(await markdownOf(other?.document_id)).toBe('# Plan\n\nText');
	const empty = only(await out(docs('create', { documentTitle: 'Empty' })));
	expect(empty).toMatchObject({ blocks: 0, title: 'Empty' });
});

test('a document is made below a page of a wiki, or beside it', async () => {
	const space = ownSpace(platform);
	const above = ownPage(platform, space, { title: 'Above' });
	const page = ownPage(platform, space, { title: 'Page', parent: above.node_token });
	const folder = { __rl: true, mode: 'url', value: `https://example.feishu.cn/wiki/${page.node_token}` };
	const parentOf = (made: IDataObject) => platform.store.wiki.nodes.get(String(made.node_token))?.parent;
	const below = only(await out(docs('create', { documentTitle: 'Below', folder })));
	expect(parentOf(below)).toBe(page.node_token);
	const beside = only(await out(docs('create', { documentTitle: 'Beside', folder, options: { besidePage: true } })));
	expect(parentOf(beside)).toBe(above.node_token);
});

test('what the platform converts is created as it stands', async () => {
	const content = '# Results\n\n- one\n  - deeper\n\n| A | B |\n| --- | --- |\n| 1 | 2 |';
	const converted = only(await out({ resource: 'block', operation: 'convert', content }));
	const { document_id } = ownDocument(platform);
	const blocksJson = JSON.stringify(converted.blocks);
	await out({ resource: 'block', operation: 'create', document: byId(document_id), blocksJson });
	const markdown = await markdownOf(document_id);
	for (const said of ['# Results', '- one', '  - deeper', '<lark-td>\n1\n</lark-td>']) expect(markdown).toContain(said);
});

test('more than one request takes stands in its order, and each request goes once', async () => {
	const lines = Array.from({ length: 2_500 }, (_gap, at) => `Line ${at}`);
	const [made] = await out(docs('create', { documentTitle: 'Long', content: lines.join('\n\n') }));
	expect(platform.routes.filter((route) => route.endsWith('/descendant'))).toHaveLength(3);
	expect((await markdownOf(made?.document_id)).split('\n\n')).toEqual(lines);
});

test('a table of any size is one table as far as the platform takes it', async () => {
	const rows = Array.from({ length: 120 }, (_gap, at) => `| ${at} | ${'x'.repeat(at % 7)} |`);
	const content = ['| Number | Mark |', '| --- | --- |', ...rows].join('\n');
	const [made] = await out(docs('create', { documentTitle: 'Table', content }));
	const said = await markdownOf(made?.document_id);
	const numbers = [...said.matchAll(/^\| (\d+) /gm)].map(([, number]) => Number(number));
	expect(numbers).toEqual(rows.map((_row, at) => at));
});

test('pictures of the item are uploaded into their own blocks; what is not to be had is told and left empty', async () => {
	const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
	const items = [
		{ files: { chart: { fileName: 'chart.png', mimeType: 'image/png', bytes: Buffer.from(png, 'base64') } } },
	];
	const content = `![A chart](chart)\n\n![inline](data:image/png;base64,${png})\n\n![gone](http://127.0.0.1:1/none.png)`;
	const [made] = await out(docs('create', { documentTitle: 'Pictures', content }), items);
	expect(made?.missing).toEqual([expect.stringContaining('http://127.0.0.1:1/none.png')]);
	const document = platform.store.docs.all.get(String(made?.document_id));
	const images = document?.tree.all().flatMap((block) => ('image' in block ? [block.image as { token?: string }] : []));
	expect(images?.map(({ token }) => (token ?? '') !== '')).toEqual([true, true, false]);
	const { items: got } = await platform.run({
		parameters: docs('get', { document: byId(String(made?.document_id)), options: { download: true } }),
	});
	expect(Object.keys(only(got).binary ?? {})).toEqual(['file_0', 'file_1']);
	expect(only(got).json.markdown).toContain('binary:file_0');
});

test('a picture that the item does not have is an error that names it, and the document is told', async () => {
	const { error } = await platform.run({
		parameters: docs('create', { documentTitle: 'X', content: '![x](nothing)' }),
	});
	expect(error?.message).toContain('nothing');
});

test('Append adds to the end; several items of one document stand in their order', async () => {
	const { document_id } = ownDocument(platform, { texts: ['Start'] });
	const items = ['a', 'b', 'c'].map((word) => ({ json: { word } }));
	await out(docs('append', { document: byId(document_id), content: '={{ $json.word }}' }), items);
	expect(await markdownOf(document_id)).toBe('Start\n\na\n\nb\n\nc');
});

test('Replace Content writes first and takes away what was there after', async () => {
	const { document_id } = ownDocument(platform, { texts: ['One', 'Two'] });
	const [done] = await out(docs('replaceContent', { document: byId(document_id), content: 'New' }));
	expect(done).toMatchObject({ removed: 2, blocks: 1 });
	expect(await markdownOf(document_id)).toBe('New');
});

test('where a later request fails, what stands in the document is said, with its address', async () => {
	const lines = Array.from({ length: 1_500 }, (_gap, at) => `Line ${at}`).join('\n\n');
	platform.simulator.faults.add({
		path: '/open-apis/docx/v1/documents/*/blocks/*/descendant',
		skip: 1,
		action: { type: 'code', http: 400, code: 1770004, msg: 'too many blocks' },
	});
	const { error } = await platform.run({ parameters: docs('create', { documentTitle: 'Half', content: lines }) });
	expect(error?.message).toBe('The document would have too many blocks');
	expect(error?.description).toMatch(/The document was made: \S+/);
	expect(error?.description).toMatch(/1000 blocks stand in the document \w+ already/);
});

test('a lost answer doubles nothing', async () => {
	const { document_id } = ownDocument(platform);
	platform.simulator.faults.add({
		path: '/open-apis/docx/v1/documents/*/blocks/*/descendant',
		times: 1,
		action: { type: 'dropAfter' },
	});
	await out(docs('append', { document: byId(document_id), content: 'Once' }));
	expect(await markdownOf(document_id)).toBe('Once');
});

test('HTML becomes the same blocks as the Markdown that says the same', async () => {
	const html = '<title>Page</title><h2>Results</h2><p>All <b>fine</b>.</p><ul><li>one<ul><li>two</li></ul></li></ul>';
	const [made] = await out(docs('create', { format: 'html', content: html }));
	expect(made?.title).toBe('Page');
	expect(await markdownOf(made?.document_id)).toBe('## Results\n\nAll **fine**.\n\n- one\n  - two');
});
