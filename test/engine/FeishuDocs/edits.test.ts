/** Changes within a document: at headings and blocks, of words, of templates. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform, type ItemSpec } from '../../support/engine';

const platform = usePlatform();

async function out(parameters: INodeParameters, items: readonly ItemSpec[] = [{}]) {
	const run = await platform.run({ parameters, items });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}

const docs = (operation: string, more: INodeParameters) => ({ resource: 'document', operation, ...more });

const REPORT = `## Results

Good.

### Details

Many.

## Next

Go **on**.`;

async function report(content = REPORT): Promise<{ document: ReturnType<typeof byId>; id: string }> {
	const [made] = await out(docs('create', { documentTitle: 'Report', content }));
	const id = String(made?.document_id);
	return { document: byId(id), id };
}

const markdownOf = async (id: string) => String(only(await out(docs('get', { document: byId(id) }))).markdown);

describe('Insert', () => {
	test.each([
		['beforeHeading', 'Next', /Many\.\n\nNEW\n\n## Next/],
		['underHeading', 'results', /## Results\n\nNEW\n\nGood/],
		['afterSection', 'Results', /Many\.\n\nNEW\n\n## Next/],
		['afterSection', 'Next', /Go \*\*on\*\*\.\n\nNEW$/],
		['underHeading', '### Det', /### Details\n\nNEW\n\nMany/],
	])('%s "%s"', async (insertWhere, heading, expected) => {
		const { document, id } = await report();
		await out(docs('insert', { document, insertWhere, heading, content: 'NEW' }));
		expect(await markdownOf(id)).toMatch(expected);
	});

	test('at the beginning, in the order of the text', async () => {
		const { document, id } = await report();
		await out(docs('insert', { document, insertWhere: 'beginning', content: 'A\n\nB' }));
		expect(await markdownOf(id)).toMatch(/^A\n\nB\n\n## Results/);
	});

	test('beside a block', async () => {
		const { document, id } = await report();
		const blocks = await out({ resource: 'block', operation: 'getAll', document, returnAll: true });
		const good = blocks.find((block) => JSON.stringify(block).includes('Good.'))?.block_id;
		await out(docs('insert', { document, insertWhere: 'beforeBlock', block: byId(String(good)), content: 'A' }));
		await out(docs('insert', { document, insertWhere: 'afterBlock', block: byId(String(good)), content: 'B' }));
		expect(await markdownOf(id)).toMatch(/## Results\n\nA\n\nGood\.\n\nB\n\n### Details/);
	});

	test('says which headings there are, and writes nothing', async () => {
		const { document, id } = await report();
		const parameters = docs('insert', { document, insertWhere: 'underHeading', heading: 'Budget', content: 'X' });
		const { error } = await platform.run({ parameters });
		expect(error?.message).toBe("The document has no heading 'Budget'");
		expect(error?.description).toContain('## Results, ### Details, ## Next');
		expect(await markdownOf(id)).toBe(REPORT);
	});
});

describe('Replace Section', () => {
	test('takes what stands under the heading, deeper headings too', async () => {
		const { document, id } = await report();
		const [done] = await out(docs('replaceSection', { document, heading: 'Results', content: 'Better.\n\n- a' }));
		expect(done).toMatchObject({ removed: 3, blocks: 2 });
		expect(await markdownOf(id)).toBe('## Results\n\nBetter.\n\n- a\n\n## Next\n\nGo **on**.');
	});

	test('with the heading where that is wanted', async () => {
		const { document, id } = await report();
		const sectionOptions = { withHeading: true };
		await out(docs('replaceSection', { document, heading: 'Next', content: '## Later', sectionOptions }));
		expect(await markdownOf(id)).toMatch(/Many\.\n\n## Later$/);
	});
});

describe('Replace Text', () => {
	const texts = (...text: INodeParameters[]) => ({ texts: { text } });

	test('everywhere, also across styles, one after the other', async () => {
		const { document, id } = await report();
		const rows = texts({ find: 'Go on', by: 'Stop' }, { find: 'o', by: '0' });
		const [done] = await out(docs('replaceText', { document, ...rows }));
		expect(done).toMatchObject({ replaced: 4, blocks: 2 });
		expect(await markdownOf(id)).toContain('G00d');
		expect(await markdownOf(id)).toContain('St0p');
	});

	test('nothing found is no call', async () => {
		const { document } = await report();
		platform.simulator.requests.length = 0;
		const [done] = await out(docs('replaceText', { document, ...texts({ find: 'Budget', by: 'x' }) }));
		expect(done).toMatchObject({ replaced: 0, blocks: 0 });
		expect(platform.routes.filter((route) => route.startsWith('PATCH'))).toEqual([]);
	});
});

test('Copy fills in a template, and says which of its names had no value', async () => {
	const { document, id } = await report('Dear {{ customer }},\n\nyou owe **{{sum}}** by {{date}}.');
	const [made] = await out(
		docs('copy', { document, documentTitle: 'Bill for {{customer}}', fillIn: '{ "customer": "Ada", "sum": 12.5 }' }),
	);
	expect(made).toMatchObject({ title: 'Bill for Ada', filled: 2, not_filled: ['date'] });
	expect(await markdownOf(String(made?.document_id))).toBe('Dear Ada,\n\nyou owe **12.5** by {{date}}.');
	expect(await markdownOf(id)).toContain('{{ customer }}');
});

test('blocks are read, changed, added and taken away as they are', async () => {
	const { document, id } = await report();
	const block = (operation: string, more: INodeParameters) => ({ resource: 'block', operation, document, ...more });
	const all = await out(block('getAll', { returnAll: true }));
	expect(all.map(({ kind }) => kind)).toEqual(['heading2', 'text', 'heading3', 'text', 'heading2', 'text']);
	const second = byId(String(all[1]?.block_id));
	await out(block('update', { block: second, newText: 'Bad.' }));
	expect(only(await out(block('get', { block: second })))).toMatchObject({
		kind: 'text',
		text: { elements: [{ text_run: { content: 'Bad.' } }] },
	});
	const blocksJson = JSON.stringify([
		{ block_type: 12, bullet: run('a'), children: [{ block_type: 12, bullet: run('b') }] },
	]);
	await out(block('create', { blocksJson, options: { position: 0 } }));
	await out(block('delete', { block: byId(String(all[0]?.block_id)) }));
	expect(await markdownOf(id)).toMatch(/^- a\n {2}- b\n\nBad\.\n\n### Details/);
});

const run = (content: string) => ({ elements: [{ text_run: { content } }] });
