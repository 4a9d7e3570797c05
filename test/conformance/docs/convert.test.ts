/** Markdown and HTML as blocks, and documents as Markdown: what the platform makes of them, and what it loses. */
import { type Block, type DocFixture, newDoc, startDoc, text, wordsOf } from '../../support/conformance/docs';

interface Converted {
	first_level_block_ids: string[];
	blocks: Block[];
	block_id_to_image_urls: { block_id: string; image_url: string }[];
}

let fixture: DocFixture;
beforeAll(async () => {
	fixture = await startDoc();
});
beforeEach(async () => {
	fixture = await newDoc(fixture);
});
afterAll(() => fixture.simulator.close());

async function convert(content: string, content_type: 'markdown' | 'html' = 'markdown'): Promise<Converted> {
	const { data } = await fixture.sdk.docx.v1.document.convert({ data: { content_type, content } });
	return data as unknown as Converted;
}

/** Types and words, those below another in a list of their own. */
function outline({ first_level_block_ids: first, blocks }: Converted): unknown[] {
	const show = (id: string): unknown => {
		const block = blocks.find(({ block_id: one }) => one === id);
		if (!block) throw new Error(`${id} is missing`);
		const own = `${block.block_type} ${wordsOf(block)}`.trim();
		return block.children ? [own, ...[block.children].flat().map(show)] : own;
	};
	return first.map(show);
}

const MARKDOWN = `# H **b**

para
soft ![](https://a.cn/1.png) end

- one
  - two
- [x] done

1. first

> quote

> # nested

\`\`\`objective-c
x
\`\`\`

\`\`\`ts
y
\`\`\`

---

| a | b |
|---|---|
| c | d |
`;

describe('Markdown', () => {
	it('is blocks in no order, whose order is told, with addresses of images', async () => {
		const converted = await convert(MARKDOWN);
		expect(outline(converted)).toEqual([
			'3 H b',
			'2 para\nsoft',
			'27',
			'2  end',
			['12 one', '12 two'],
			'17 done',
			'13 first',
			'15 quote',
			['34', '3 nested'],
			'14 x',
			'14 y',
			'22',
			['31', ['32', '2 a'], ['32', '2 b'], ['32', '2 c'], ['32', '2 d']],
		]);
		const image = converted.blocks.find(({ block_type: type }) => type === 27);
		expect(converted.block_id_to_image_urls).toEqual([{ block_id: image?.block_id, image_url: 'https://a.cn/1.png' }]);
		expect(converted.blocks.every(({ parent_id: parent }) => parent === '')).toBe(true);
		const ids = converted.blocks.map(({ block_id: id }) => id);
		expect(ids).toEqual([...ids].sort());
	});

	it('is styles, encoded addresses, languages that have a name', async () => {
		const { blocks } = await convert('***a*** ~~b~~ `c` [d](https://a.cn/?q=1)\n\n```js\n1\n```\n\n```mermaid\ng\n```');
		const [line] = blocks.filter(({ block_type: type }) => type === 2);
		const styles = (line?.text as { elements: { text_run: { text_element_style: object } }[] }).elements;
		expect(styles.map(({ text_run: run }) => run.text_element_style)).toMatchObject([
			{ bold: true, italic: true, underline: false },
			{},
			{ strikethrough: true },
			{},
			{ inline_code: true },
			{},
			{ link: { url: 'https%3A%2F%2Fa.cn%2F%3Fq%3D1' } },
		]);
		const code = blocks.filter(({ block_type: type }) => type === 14);
		const languages = code.map(({ code: content }) => (content as { style: { language: number } }).style.language);
		expect(languages.sort()).toEqual([1, 30]);
	});

	it('is a table as wide as the page, with what can only be read', async () => {
		const { blocks } = await convert('| a | b |\n|---|---|');
		const table = blocks.find(({ block_type: type }) => type === 31);
		expect(table).toMatchObject({
			table: {
				cells: table?.children,
				property: { row_size: 1, column_size: 2, column_width: [366, 366], header_row: false },
			},
		});
		const first_level = [table?.block_id ?? ''];
		expect((await fixture.nest(first_level, blocks)).code).toBe(1770041);
		const clean = blocks.map(({ block_id, block_type, children, text: words, table: given, table_cell }) => ({
			...{ block_id, block_type, children, text: words, table_cell },
			...(given ? { table: { property: { row_size: 1, column_size: 2 } } } : {}),
		}));
		expect((await fixture.nest(first_level, clean)).code).toBe(0);
	});

	it('is as settings have it where nobody knows', async () => {
		const text = async () => JSON.stringify((await convert('| $x$ |\n|---|')).blocks);
		expect(await text()).not.toContain('equation');
		await fixture.settings({ docConvertEquations: 'element', docConvertCells: 'bare' });
		expect(await text()).toContain('"equation":{"content":"x"');
		const cell = (await convert('| a |\n|---|')).blocks.find(({ block_type: type }) => type === 32);
		expect(typeof cell?.children).toBe('string');
	});

	it('is refused where it is too long', async () => {
		const send = (content: string) =>
			fixture.http.post('/open-apis/docx/v1/documents/blocks/convert', { content_type: 'markdown', content });
		expect(await send('x'.repeat(10_485_761))).toMatchObject({ code: 1770033, status: 400 });
		expect(await send('a\n\n'.repeat(20_001))).toMatchObject({ code: 1771001, status: 500 });
	});
});

it('HTML is the same blocks; other elements give what is in them', async () => {
	const html = `<h2>H</h2><p>a <b>b</b><br>c <span>d</span></p><ul><li>one<ol><li>two</li></ol></li></ul>
		<blockquote>q</blockquote><pre><code class="language-python">x
</code></pre><hr><div>loose<img src="https://a.cn/1.png"></div><table><tr><th>a</th><td>b</td></tr></table><script>no</script>`;
	expect(outline(await convert(html, 'html'))).toEqual([
		'4 H',
		'2 a b\nc d',
		['12 one', '13 two'],
		'15 q',
		'14 x',
		'22',
		'2 loose',
		'27',
		['31', ['32', '2 a'], ['32', '2 b']],
	]);
});

describe('a document as Markdown', () => {
	const content = async (query: object = {}) => {
		const params = { doc_token: fixture.id, doc_type: 'docx' as const, content_type: 'markdown' as const, ...query };
		return (await fixture.sdk.docs.v1.content.get({ params })).data?.content;
	};

	it('loses pictures, styles that it has no word for, and the form of tables', async () => {
		const elements = (...given: object[]) => ({ elements: given });
		const run = (words: string, style: object = {}) => ({ text_run: { content: words, text_element_style: style } });
		const bullet = (words: string) => ({ block_type: 12, bullet: elements(run(words)) });
		await fixture.add([
			{ block_type: 3, heading1: elements(run('H (1)')) },
			{ block_type: 2, text: elements(run('a.b*', { underline: true }), run('c', { bold: true, italic: true })) },
			{ block_type: 2, text: elements(run('d', { link: { url: 'https%3A%2F%2Fa.cn' } })) },
			{ block_type: 27, image: {} },
			{ block_type: 14, code: { ...elements(run('x.y')), style: { language: 30 } } },
			{ block_type: 17, todo: { ...elements(run('t')), style: { done: true } } },
			{ block_type: 22, divider: {} },
		]);
		const [list] = await fixture.add([bullet('one')]);
		await fixture.add([bullet('two')], list?.block_id);
		const [quote] = await fixture.add([{ block_type: 34, quote_container: {} }]);
		await fixture.add([text('q')], quote?.block_id);
		expect(await content()).toBe(
			[
				...['# Report', '# H (1)', 'a\\.b\\****c***', '[d](https%3A%2F%2Fa.cn)', '```JavaScript\nx.y\n```', '* [x] t'],
				...['---', '- one', '    - two', '> q\n> \n'],
			].join('\n\n'),
		);
		await fixture.add([{ block_type: 31, table: { property: { row_size: 1, column_size: 1 } } }]);
		expect(await content()).not.toContain('|');
	});

	it.each<[string, object, number, number]>([
		['of another type', { doc_type: 'doc' }, 2889904, 400],
		['with a token of another length', { doc_token: 'short' }, 2889904, 400],
		['that is not there', { doc_token: 'x'.repeat(27) }, 2889914, 400],
	])('is refused %s', async (_what, query, code, status) => {
		const params = new URLSearchParams({
			...{ doc_token: fixture.id, doc_type: 'docx', content_type: 'markdown' },
			...query,
		});
		expect(await fixture.http.get(`/open-apis/docs/v1/content?${params.toString()}`)).toMatchObject({ code, status });
	});

	it('is refused to who may not see it, and after it was deleted', async () => {
		const path = `/open-apis/docs/v1/content?doc_token=${fixture.id}&doc_type=docx&content_type=markdown`;
		const person = await fixture.as(fixture.members[0] ?? '');
		expect(await fixture.http.get(path, person)).toMatchObject({ code: 2889902, status: 403 });
		await fixture.http.call('DELETE', `/open-apis/drive/v1/files/${fixture.id}?type=docx`);
		expect(await fixture.http.get(path)).toMatchObject({ code: 2889906, status: 403 });
	});
});
