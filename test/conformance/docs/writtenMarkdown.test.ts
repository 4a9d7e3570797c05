/** What our blocks become on a platform that takes nothing but what its pages say. */
import { randomUUID } from 'node:crypto';
import { blockRequests } from '../../../feishu/docs/blockRequests';
import { blocksMarkdown } from '../../../feishu/docs/blocksMarkdown';
import { markdownBlocks } from '../../../feishu/docs/markdownBlocks';
import type { JsonObject } from '../../../feishu/json';
import { type DocFixture, newDoc, startDoc } from '../../support/conformance/docs';

let fixture: DocFixture;
beforeAll(async () => {
	fixture = await startDoc();
});
beforeEach(async () => {
	fixture = await newDoc(fixture);
});
afterAll(() => fixture.simulator.close());

it.each([
	[
		'Words',
		'# a {align="center"}\n\n**b** *c* ~~d~~ <u>e</u> `f` <text color="red">g</text> [h](https://i.cn/j?k=1)\nl\n\n<h7>m</h7>',
	],
	['Lists', '- a\n  - b\n    1. c\n    2. d\n\n       e\n- f\n\n1. g\n\n- [x] h\n- [ ] i'],
	['Code and rules', '```javascript\na\n\nb\n```\n\n---\n\n```\nc\n```'],
	[
		'Quotes and callouts',
		'> a\n\n> b\n>\n> - c\n\n> [!NOTE]\n> d\n>\n> - e\n\n<callout emoji="💡" border-color="blue">\nf\n</callout>',
	],
	['Tables', '| a | b |\n| --- | --: |\n| 1 | 2<br>3 |\n|  | 4 |'],
	[
		'Columns',
		'<grid cols="2">\n<column width="30">\na\n</column>\n<column width="70">\n| b |\n| --- |\n| c |\n</column>\n</grid>',
	],
	['Equations', 'a $x^2$ b\n\n$$\n\\frac{a}{b}\n$$'],
	['Frames', '<iframe type="8" url="https://a.cn/b?c=d"/>'],
])('%s are taken, and read as they were written', async (_name, markdown) => {
	const made = new Map<string, string>();
	for (const { parent, body } of blockRequests(markdownBlocks(markdown))) {
		const into = parent === undefined ? fixture.id : (made.get(parent) ?? '');
		const path = `/blocks/${into}/descendant?client_token=${randomUUID()}`;
		const answer = await fixture.call('POST', path, { index: -1, ...body });
		expect(answer).toMatchObject({ code: 0 });
		const relations = answer.data.block_id_relations as Array<{ temporary_block_id: string; block_id: string }>;
		for (const { temporary_block_id, block_id } of relations) made.set(temporary_block_id, block_id);
	}
	expect(blocksMarkdown((await fixture.all()) as unknown as JsonObject[])).toBe(markdown);
});
