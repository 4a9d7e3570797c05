import { cardHints } from '../../../../../../feishu/im/card';
import type { JsonObject } from '../../../../../../feishu/json';
import { card, check, form, words } from '../../../../../support/cards';

const header = (count: number) => ({
	title: words('T'),
	text_tag_list: Array.from({ length: count }, () => ({ tag: 'text_tag', text: words('x') })),
});
const shared = { config: { update_multi: true } };
const table = { tag: 'table', columns: [{ name: 'a' }], rows: [] };
const markdownTable = { tag: 'markdown', content: '|a|\n|-|\n|1|\n\n|a|\n|-|\n|1|' };
const images = (combination_mode: string, count: number) => ({
	tag: 'img_combination',
	combination_mode,
	img_list: Array.from({ length: count }, () => ({ img_key: 'img_1' })),
});

it.each<[string, JsonObject]>([
	[
		'body.elements[1] (markdown): it shows ${name} as it stands',
		card({ tag: 'hr' }, { tag: 'markdown', content: 'Hi ${name}' }),
	],
	[
		'header.title (plain_text): it shows ${用户.名} as it stands',
		{ schema: '2.0', header: { title: words('${用户.名}') } },
	],
	[
		'elements[0].text (lark_md): it shows ${a}',
		{ ...shared, elements: [{ tag: 'div', text: { tag: 'lark_md', content: '${a}' } }] },
	],
	['header: Feishu shows its first 3 tags only', { schema: '2.0', header: header(4) }],
	['header: Feishu shows its first 3 tags only', { ...shared, header: header(4), elements: [] }],
	[
		'(table): Feishu shows its first 50 columns only, of 51',
		card({ ...table, columns: Array.from({ length: 51 }, (_gap, at) => ({ name: `c${at}` })) }),
	],
	['(img_combination): Feishu shows its first 2 images only, of 3', card(images('double', 3))],
	['Feishu shows its first 9 images only, of 10', card(images('trisect', 10))],
	[
		'body.elements[2] (markdown): with it the card has more than 5 tables',
		card(markdownTable, markdownTable, markdownTable),
	],
	[
		'body.elements[5] (table): with it the card has more than 5 tables',
		card(markdownTable, table, table, table, { tag: 'hr' }, table),
	],
	[
		'(select_person): initial_option is none of its options',
		card({ tag: 'select_person', initial_option: 'ou_2', options: [{ value: 'ou_1' }] }),
	],
	[
		'(button): url has letters that devices read in different ways; write https://a.b/%E4%B8%AD',
		card({ tag: 'button', url: 'https://a.b/中' }),
	],
	['The card: card_link.url has letters', { schema: '2.0', card_link: { url: 'https://a.b/é' } }],
	['content: the link to mailto:a@b.c opens nothing', card({ tag: 'markdown', content: '[m](mailto:a@b.c)' })],
	[
		'the link to feishu://x opens nothing',
		{ ...shared, elements: [{ tag: 'markdown', content: 'a [m](feishu://x)' }] },
	],
	["The card: it can't be changed later as a whole", { elements: [] }],
])('%s', (hint, value) => {
	expect(() => check(value)).not.toThrow();
	expect(cardHints(value).join('\n')).toContain(hint);
	expect(cardHints(value)).toHaveLength(1);
});

it('has nothing to say of a card that shows all that it holds', () => {
	const value = {
		...card(
			{ tag: 'markdown', content: '`${name}`'.replace('${name}', 'x'), text_align: 'left' },
			{ tag: 'markdown', content: '[a](https://a.b) [t](tel://1) `[m](mailto:a@b.c)` ![x](img_1)' },
			{ tag: 'select_person', initial_option: 'ou_1', options: [{ value: 'ou_1' }] },
			images('bisect', 6),
			table,
			markdownTable,
			markdownTable,
			form(),
		),
		header: header(3),
		card_link: { url: 'https://a.b/%E4%B8%AD' },
	};
	expect(cardHints(value)).toEqual([]);
	expect(cardHints({ type: 'template', data: { template_id: '${x}' } })).toEqual([]);
	expect(cardHints({ config: { update_multi: false }, elements: [] })).toEqual([]);
});

it('tells of clicks that go nowhere, where none come back', () => {
	const button = { tag: 'button', behaviors: [{ type: 'callback', value: {} }] };
	for (const use of ['batch', 'customBot'] as const) {
		expect(cardHints(card(button, button), { use })).toEqual([
			expect.stringContaining('body.elements[0] (button): a click in it goes nowhere'),
		]);
		expect(cardHints(card(form()), { use })).toHaveLength(1);
		expect(cardHints({ elements: [] }, { use })).toEqual([]);
	}
	expect(cardHints(card(button, form()))).toEqual([]);
});

it('calls blocks by their names', () => {
	expect(cardHints(card({ tag: 'markdown', content: '${a}' }), { nameOf: () => 'Block 1 (Markdown)' })).toEqual([
		expect.stringMatching(/^Block 1 \(Markdown\): /),
	]);
});

describe('pixels that no page has', () => {
	it.each<[string, JsonObject]>([
		[
			"(hr): margin '100px' may not be shown as meant; Feishu's page has: -99px to 99px",
			{ tag: 'hr', margin: '100px' },
		],
		["padding '-1px' may", { tag: 'interactive_container', elements: [], padding: '4px -1px' }],
		["width '10px' may not be shown as meant", { tag: 'column_set', columns: [{ tag: 'column', width: '10px' }] }],
		["horizontal_spacing '100px' may", { tag: 'column_set', columns: [], horizontal_spacing: '100px' }],
		["row_height '125px' may", { ...table, row_height: '125px' }],
		[
			"row_max_height '31px' may not be shown as meant; Feishu's page has: 32px to 999px",
			{ ...table, row_max_height: '31px' },
		],
		["columns[0].width '79px' may", { ...table, columns: [{ name: 'a', width: '79px' }] }],
		["columns[0].width '101%' may", { ...table, columns: [{ name: 'a', width: '101%' }] }],
		[
			"height '0px' may not be shown as meant; Feishu's page has: One of auto",
			{ tag: 'chart', chart_spec: { type: 'bar' }, height: '0px' },
		],
		[
			"corner_radius '-5px' may not be shown as meant; Feishu's page has: At least 0px",
			{ tag: 'img', img_key: 'i', corner_radius: '-5px' },
		],
	])('are told, and sent: %s', (hint, element) => {
		const pasted = card(element);
		expect(() => check(pasted)).not.toThrow();
		expect(cardHints(pasted).join('\n')).toContain(hint.replace("'-1px'", "'4px -1px'"));
	});

	it('of the card itself are told, too', () => {
		const pasted = { schema: '2.0', body: { padding: '-3px', elements: [] } };
		expect(() => check(pasted)).not.toThrow();
		expect(cardHints(pasted)).toEqual([expect.stringContaining("body.padding '-3px' may not")]);
	});

	it('are none within their bounds', () => {
		expect(cardHints(card({ tag: 'hr', margin: '-99px 99px 0 1.5px' }, { ...table, row_height: 'auto' }))).toEqual([]);
	});
});
