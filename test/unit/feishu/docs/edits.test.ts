import { blocksText } from '../../../../feishu/docs/blocksText';
import { blocksMarkdown, blocksTitle } from '../../../../feishu/docs/blocksMarkdown';
import { markdownBlocks } from '../../../../feishu/docs/markdownBlocks';
import { textRun } from '../../../../feishu/docs/newBlock';
import { filledPlaceholders, placeholdersIn } from '../../../../feishu/docs/placeholders';
import { sectionNamed, sectionsOf } from '../../../../feishu/docs/sections';
import { textReplacements } from '../../../../feishu/docs/textReplacements';
import { isInputError } from '../../../../feishu/input';
import type { JsonObject } from '../../../../feishu/json';
import { asRead } from '../../../support/docs/asRead';
import { thrownBy } from '../../../support/feishuCalls';

const read = (markdown: string): JsonObject[] => asRead(markdownBlocks(markdown)).blocks;

describe('Sections', () => {
	const blocks = read(
		'a\n\n# Plan\n\nb\n\n## Goals\n\nc\n\n- d\n\n## Risks **now**\n\n# Plans\n\ne\n\n## goals of all',
	);

	it('go from their heading to the next one of the same level or a higher one', () => {
		expect(sectionsOf(blocks).map(({ heading, level, index, end }) => [heading, level, index, end])).toEqual([
			['Plan', 1, 1, 7],
			['Goals', 2, 3, 6],
			['Risks now', 2, 6, 7],
			['Plans', 1, 7, 10],
			['goals of all', 2, 9, 10],
		]);
	});

	it.each([
		['Plan', 'Plan'],
		[' ## Goals ', 'Goals'],
		['goals', 'Goals'],
		['risks', 'Risks now'],
		['Risks  now', 'Risks now'],
		['GOALS OF', 'goals of all'],
	])('%p is the section %p', (entered, heading) => {
		const section = sectionNamed(blocks, entered, 'Heading');
		expect(section.heading).toBe(heading);
		expect(section.blocks).toHaveLength(section.end - section.index);
		expect(section.parent).toBe('doxcnPage');
	});

	it.each([
		['', 'is empty'],
		['nothing', "no heading 'nothing'"],
		['# Goals', "no heading '# Goals'"],
		['pl', "2 headings are called 'pl': # Plan, # Plans"],
	])('%p is refused: %s', (entered, message) => {
		const error = thrownBy(() => sectionNamed(blocks, entered, 'Heading'));
		expect(isInputError(error)).toBe(true);
		expect(error.message).toContain(message);
	});

	it('are found within columns as well', () => {
		const [section] = sectionsOf(
			read('<grid cols="2">\n<column>\n# A\n\nb\n</column>\n<column>\nc\n</column>\n</grid>'),
		);
		expect(section).toMatchObject({ heading: 'A', index: 0, end: 2 });
		expect(section?.parent).not.toBe('doxcnPage');
	});
});

describe('Words that become others', () => {
	it('are found over several styles, and dressed as the first of them', () => {
		const changes = textReplacements(read('say **hel**lo, hello'), [{ find: 'hello', by: 'bye' }]);
		expect(changes.count).toBe(2);
		expect(changes.requests).toEqual([
			[
				{
					block_id: 'doxcn0000000000000000000001',
					update_text_elements: { elements: [textRun('say '), textRun('bye', { bold: true }), textRun(', bye')] },
				},
			],
		]);
	});

	it('are found in lists, cells, code and titles, but not over a mention', () => {
		const blocks = read('- a x\n\n| x |\n| --- |\n| b |\n\n```\nx\n```\n\nfirst <at id="ou_a"></at>last');
		const { requests, count } = textReplacements(blocks, [
			{ find: 'x', by: '' },
			{ find: 'firstlast', by: 'never' },
		]);
		expect(count).toBe(3);
		expect(requests.flat().map(({ update_text_elements: { elements } }) => elements)).toEqual([
			[textRun('a ')],
			[textRun('')],
			[textRun('')],
		]);
	});

	it('go by patterns, and signs of patterns in a text mean nothing', () => {
		const blocks = read('1\\. a.b $1 2026-01-02');
		const { requests } = textReplacements(blocks, [
			{ find: 'a.b', by: '$1$&' },
			{ find: /(\d{4})-(\d\d)-(\d\d)/, by: (_found, [year = '', , day = '']) => `${day}/${year}` },
		]);
		expect(requests[0]?.[0]?.update_text_elements.elements).toEqual([textRun('1. $1$& $1 02/2026')]);
	});

	it('keep to 200 blocks and to what may be mentioned in a call', () => {
		const many = read(Array.from({ length: 450 }, () => 'x').join('\n\n'));
		expect(textReplacements(many, [{ find: 'x', by: 'y' }]).requests.map(({ length }) => length)).toEqual([
			200, 200, 50,
		]);
		const people = read(Array.from({ length: 5 }, () => `x ${'<at id="ou_a"></at>'.repeat(40)}`).join('\n\n'));
		expect(textReplacements(people, [{ find: 'x', by: 'y' }]).requests.map(({ length }) => length)).toEqual([2, 2, 1]);
	});

	it('are left where something stands beside them that can only be read', () => {
		const blocks: JsonObject[] = [
			{
				block_id: 'b1',
				block_type: 2,
				text: { elements: [textRun('x'), { file: { file_token: 'boxcnA' } }], style: {} },
			},
		];
		expect(textReplacements(blocks, [{ find: 'x', by: 'y' }])).toEqual({ requests: [], count: 0, skipped: ['b1'] });
	});
});

it('Places of a template are filled in by their names, whatever the style of their letters', () => {
	const blocks = read('Dear {{ name }}, **{{da**te}} and {{other}}\n\n| {{name}} |\n| --- |\n| {} {{}} |');
	expect(placeholdersIn(blocks)).toEqual(['name', 'date', 'other']);
	const { requests, count } = filledPlaceholders(
		blocks,
		new Map([
			['name', 'A $1 {{date}}'],
			['date', '2 May'],
		]),
	);
	expect(count).toBe(3);
	expect(requests.flat().map(({ update_text_elements: { elements } }) => elements)).toEqual([
		[textRun('Dear A $1 {{date}}, '), textRun('2 May', { bold: true }), textRun(' and {{other}}')],
		[textRun('A $1 {{date}}')],
	]);
});

describe('What is read', () => {
	const page: JsonObject = {
		block_id: 'doc',
		block_type: 1,
		children: ['a', 'b', 'c', 'd', 'e'],
		page: { elements: [textRun('My *title*')], style: {} },
	};
	const blocks: JsonObject[] = [
		page,
		{ block_id: 'e', block_type: 999, undefined: {} },
		{ block_id: 'b', block_type: 30, sheet: { token: 'shtcnA_b1' } },
		{
			block_id: 'a',
			block_type: 3,
			heading1: { elements: [textRun('A', { bold: false, link: { url: 'https%3A%2F%2Fb.cn' } })] },
			children: ['f'],
		},
		{ block_id: 'f', block_type: 2, text: { elements: [textRun('folded')] } },
		{ block_id: 'c', block_type: 33, view: { view_type: 1 }, children: ['g'] },
		{ block_id: 'g', block_type: 23, file: { token: 'boxcnA', name: 'a "b".pdf' } },
		{ block_id: 'd', block_type: 53, something: { meeting_token: 'x1' } },
	];

	it('has the order that the blocks say, and comments for what Markdown can not say', () => {
		expect(blocksTitle(blocks)).toBe('My *title*');
		expect(blocksMarkdown(blocks).split('\n\n')).toEqual([
			'# [A](https://b.cn)',
			'folded',
			'<!-- sheet shtcnA_b1 -->',
			'<file token="boxcnA" name="a &#34;b&#34;.pdf"/>',
			'<!-- type 53 x1 -->',
			'<!-- undefined -->',
		]);
	});

	it('is Markdown that any reader knows, where that is asked for', () => {
		const names = new Map([['ou_a', 'Ann']]);
		const markdown =
			'<callout emoji="🔥">\na <text color="red">b</text>\n</callout>\n\n<grid cols="2">\n<column>\nc\n</column>\n<column>\nd\n</column>\n</grid>\n\n<at id="ou_a"></at> e {align="center"}\n\n<lark-table>\n<lark-tr>\n<lark-td>\n- f\n- g\n</lark-td>\n<lark-td>\nh | i\n</lark-td>\n</lark-tr>\n</lark-table>';
		expect(blocksMarkdown(read(markdown), { dialect: 'plain', names })).toBe(
			'> 🔥 a b\n\nc\n\nd\n\n@Ann e\n\n| - f<br>- g | h \\| i |\n| --- | --- |',
		);
		expect(blocksMarkdown(blocks, { dialect: 'plain', links: new Map([['boxcnA', 'https://c.cn/d']]) })).toContain(
			'[a "b".pdf](https://c.cn/d)',
		);
	});

	it('is mere words as well', () => {
		const markdown =
			'# A **b**\n\n- c\n  - d $x$\n\n1. e\n2. f\n\n- [x] g\n\n| h | i |\n| --- | --- |\n| 1 | 注意 |\n\n> j <at id="ou_a"></at>\n\n![Two cats](k.png)\n\n---\n\n```js\nl\n```';
		expect(blocksText(read(markdown), { names: new Map([['ou_a', 'Ann']]) })).toBe(
			'A b\n\n• c\n  • d x\n1. e\n2. f\n☑ g\n\nh   | i\n----|-----\n1   | 注意\n\nj @Ann\n\nTwo cats\n\n---\n\nl',
		);
	});

	it('ends where blocks say that they hold one another', () => {
		const circle = [
			{ block_id: 'a', block_type: 12, bullet: { elements: [textRun('a')] }, children: ['b'] },
			{ block_id: 'b', block_type: 12, bullet: { elements: [textRun('b')] }, children: ['b', 'a'] },
			{ block_id: 'c', block_type: 12, bullet: { elements: [textRun('c')] }, children: 'd' },
			{ block_id: 'd', block_type: 12, bullet: { elements: [textRun('d')] } },
		];
		expect(blocksMarkdown(circle)).toBe('- c\n  - d');
	});
});
