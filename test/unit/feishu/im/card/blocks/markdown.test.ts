import { buildCard } from '../../../../../../feishu/im/card';
import { markdownText } from '../../../../../../feishu/markdown';
import { built, refusalOf } from '../../../../../support/cards';

const TABLE = '| a | b |\n| --- | --- |\n| 1 | 2 |';
const markdown = (text: unknown, more: object = {}) => built({ type: 'markdown', text, ...more });

describe('the Markdown of blocks is what people write', () => {
	const text = '<at user_id="ou_1">Tom</at>\n- a\n  - b';
	const said = '<at id=ou_1></at>\n\n- a\n    - b';

	it.each<[string, unknown]>([
		['Markdown', { type: 'markdown', text }],
		['a panel', { type: 'panel', title: 'x', blocks: [{ type: 'markdown', text }] }],
		['columns', { type: 'columns', columns: [{ blocks: [{ type: 'markdown', text }] }] }],
		['a form', { type: 'form', name: 'f', inputs: [{ type: 'markdown', text }] }],
		['a field', { type: 'fields', columns: 1, fields: [{ name: 'x', value: text }] }],
		['a cell', { type: 'table', columns: [{ key: 'a', type: 'markdown' }], rows: [{ a: text }] }],
		['a cell of lark_md', { type: 'table', columns: [{ key: 'a', type: 'lark_md' }], rows: [{ a: text }] }],
		['another language', { type: 'markdown', text: { text: 'x', languages: { en_us: text } } }],
	])('in %s', (_what, block) => {
		expect(JSON.stringify(built(block))).toContain(JSON.stringify(said).slice(1, -1));
	});

	it('in the title of a panel', () => {
		expect(built({ type: 'panel', title: '<at user_id="ou_1">Tom</at> **now**', blocks: [] })).toMatchObject([
			{ header: { title: { tag: 'markdown', content: '<at id=ou_1></at> **now**' } } },
		]);
	});

	it('in a note, whose lines are grey but for their marks and code', () => {
		const note = 'One <at user_id="ou_1">Tom</at>\n- two\n\n```\nthree\n```';
		expect(built({ type: 'note', text: note })).toEqual([
			{
				tag: 'markdown',
				content:
					"<font color='grey'>One <at id=ou_1></at></font>\n\n- <font color='grey'>two</font>\n\n```\nthree\n```",
				text_size: 'notation',
			},
		]);
	});

	it('and stays as it is where it is ready', () => {
		expect(markdown(text, { ready: true })).toEqual([{ tag: 'markdown', content: text }]);
	});

	it('and stays as it is where it is right', () => {
		const right = "**a** <font color='red'>b</font> <at id=ou_1></at> [c](https://x.y)\n\n- d\n    - e";
		expect(markdown(right)).toEqual([{ tag: 'markdown', content: right }]);
	});
});

describe('Markdown', () => {
	it('becomes components where there is one for it', () => {
		expect(markdown(`One\n\n---\n\n![a](img_v3_1)\n\n${TABLE}\n\nTwo`).map(({ tag }) => tag)).toEqual([
			'markdown',
			'hr',
			'img',
			'table',
			'markdown',
		]);
		expect(markdown(TABLE)).toMatchObject([{ row_height: 'auto', row_max_height: '999px' }]);
	});

	it('carries the looks of the block on all its words', () => {
		const look = { size: 'heading', align: 'center', id: 'words', margin: '4px 0' };
		expect(markdown('One\n\n---\n\nTwo', { ...look, icon: { token: 'bell_outlined', color: 'red' } })).toEqual([
			{
				tag: 'markdown',
				content: 'One',
				text_size: 'heading',
				text_align: 'center',
				icon: { tag: 'standard_icon', token: 'bell_outlined', color: 'red' },
				element_id: 'words',
				margin: '4px 0px',
			},
			{ tag: 'hr', margin: '4px 0px' },
			{ tag: 'markdown', content: 'Two', text_size: 'heading', text_align: 'center', margin: '4px 0px' },
		]);
		expect(refusalOf({ type: 'markdown', text: TABLE, icon: 'bell_outlined' })).toContain('in front of words only');
	});

	it('has no table within another block, nor more than a card takes', () => {
		const inPanel = { type: 'panel', title: 'x', blocks: [{ type: 'markdown', text: TABLE }] };
		expect(JSON.stringify(built(inPanel))).not.toContain('"table"');
		const table = { type: 'table', columns: [{ key: 'a' }], rows: [] };
		const three = { type: 'markdown', text: [TABLE, TABLE, TABLE].join('\n\n') };
		const tags = built(three, three, table, { type: 'elements', elements: [{ tag: 'hr' }] }).map(({ tag }) => tag);
		expect(tags.filter((tag) => tag === 'table')).toHaveLength(5);
	});

	it('is in several languages', () => {
		const text = { text: '你好', languages: { 'en-US': '- Hello', ja_jp: '', 'zh-tw': '~~您好~~' } };
		expect(markdown(text)).toEqual([
			{ tag: 'markdown', content: '你好', i18n_content: { en_us: '- Hello', zh_tw: '~~您好~~' } },
		]);
		expect(markdown({ languages: { en_us: 'Hello' } })).toMatchObject([{ i18n_content: { en_us: 'Hello' } }]);
		const strange = (languages: object) => refusalOf({ type: 'markdown', text: { text: 'x', languages } });
		expect(strange({ en: 'x' })).toBe(
			"Block 1 (Markdown): the language 'en' of the text is unknown | Did you mean 'en_us'?",
		);
		expect(strange({ klingon: 'x' })).toContain('One of en_us, zh_cn');
	});

	it('that has audio keeps the card from being forwarded', () => {
		const audio = '<audio file_key="file_v3_1" audio_id="1"></audio>';
		const card = (forward?: boolean) =>
			buildCard({ blocks: [{ type: 'markdown', text: audio, ready: true }], forward }).config;
		expect(card()).toMatchObject({ enable_forward: false });
		expect(card(true)).toMatchObject({ enable_forward: true });
		expect(buildCard({ blocks: [{ type: 'markdown', text: 'x' }] }).config).not.toHaveProperty('enable_forward');
	});
});

describe('markdownText', () => {
	it('makes everything the text of one element', () => {
		expect(markdownText('One\n\n---\n\n![Chart](img_v3_x)\n\nTwo')).toBe('One\n\n---\n\n![Chart](img_v3_x)\n\nTwo');
		expect(markdownText(TABLE)).toMatch(/^```\na +\| b/);
		expect(markdownText('![Chart](https://example.com/x.png)')).toBe('[Chart](https://example.com/x.png)');
		expect(markdownText('')).toBe('');
	});
});
