import type { JsonObject } from '../../../../../../feishu/json';
import { card, check, saidOf, words } from '../../../../../support/cards';

const OFF = 'lark://msgcard/unsupported_action';
const opening = (default_url: string, more = {}) => ({
	tag: 'button',
	text: words('Go'),
	behaviors: [{ type: 'open_url', default_url, ...more }],
});

/** Every place of a card that has addresses. */
const PLACES: ReadonlyArray<[string, (url: string) => JsonObject]> = [
	['card_link.url', (url) => ({ schema: '2.0', card_link: { url } })],
	['card_link.pc_url', (pc_url) => ({ schema: '2.0', card_link: { url: 'https://a.b', pc_url } })],
	['behaviors[0].default_url', (url) => card(opening(url))],
	['behaviors[0].ios_url', (ios_url) => card(opening('https://a.b', { ios_url }))],
	[
		'behaviors[0].default_url',
		(url) => card({ ...opening(url), tag: 'interactive_container', text: undefined, elements: [] }),
	],
	['action.multi_url.url', (url) => card({ tag: 'column_set', action: { multi_url: { url } }, columns: [] })],
	[
		'action.multi_url.android_url',
		(android_url) =>
			card({
				tag: 'column_set',
				columns: [{ tag: 'column', action: { multi_url: { url: 'https://a.b', android_url } } }],
			}),
	],
	['options[0].multi_url.url', (url) => card({ tag: 'overflow', options: [{ multi_url: { url } }] })],
	['url', (url) => card({ tag: 'button', url })],
	['multi_url.url', (url) => card({ tag: 'button', multi_url: { url } })],
	['multi_url.url', (url) => ({ elements: [{ tag: 'action', actions: [{ tag: 'button', multi_url: { url } }] }] })],
	['url', (url) => ({ i18n_elements: { en_us: [{ tag: 'div', extra: { tag: 'button', url } }] } })],
	['card_link.url', (url) => ({ card_link: { url }, elements: [] })],
	[
		'href.urlVal.url',
		(url) => ({ elements: [{ tag: 'markdown', content: '[a]($urlVal)', href: { urlVal: { url } } }] }),
	],
];

describe.each(PLACES)('the address %s', (at, cardOf) => {
	it.each(['https://a.b', 'http://127.0.0.1:8080/x?y=1#z', 'HTTPS://A.B', 'https://applink.feishu.cn/client/x', OFF])(
		'may be %s',
		(url) => {
			expect(() => check(cardOf(url))).not.toThrow();
		},
	);

	it.each([
		'mailto:a@b.c',
		'javascript:alert(1)',
		'weixin://dl/chat',
		'feishu://x',
		'lark://client/x',
		'tel:123',
		'tel://123',
		'ftp://a.b',
		'www.a.b',
		'//a.b',
		'/path',
		'https://',
		'https:a.b',
	])('can not be %s', (url) => {
		expect(saidOf(cardOf(url))).toContain(`${at} '${url}' is no web address | Cards open http and https only`);
	});

	it.each([
		['https://a.com/?t=31/12/2014 23:59:59', 'https://a.com/?t=31/12/2014%2023:59:59'],
		['https://a.com/\t', 'https://a.com/%09'],
		['https://a.com/"x"', 'https://a.com/%22x%22'],
		['https://a.com/<id>', 'https://a.com/%3Cid%3E'],
		['https://a.com/?q={a|b}', 'https://a.com/?q=%7Ba%7Cb%7D'],
		['https://a.com/\\x', 'https://a.com/%5Cx'],
	])('can not hold what stands in %s', (url, encoded) => {
		expect(saidOf(cardOf(url))).toContain(`has characters that an address can't have | Write ${encoded}`);
	});

	it('can not be a variable', () => {
		expect(saidOf(cardOf('https://a.b/${id}'))).toContain(
			`${at} holds the variable \${id} | Feishu fills in variables of templates`,
		);
	});
});

it('looks at no data of the sender', () => {
	const value = { url: 'mailto:a@b.c', default_url: 'x y' };
	const elements = [
		{ tag: 'button', value, behaviors: [{ type: 'callback', value }] },
		{ tag: 'chart', chart_spec: { type: 'bar', url: 'x:y' } },
		{ tag: 'table', columns: [{ name: 'url' }], rows: [{ url: 'mailto:a@b.c' }] },
	];
	expect(() => check(card(...elements))).not.toThrow();
});

describe('what has to have an address', () => {
	it('opens one of all devices, or one of each', () => {
		const each = { pc_url: 'https://a.b', ios_url: 'https://a.b', android_url: OFF };
		for (const link of [each, { ...each, url: '' }, { url: 'https://a.b' }, { url: '', pc_url: '', ios_url: '' }])
			for (const more of [{ schema: '2.0' }, { elements: [] }])
				expect(() => check({ ...more, card_link: link })).not.toThrow();
		expect(saidOf({ schema: '2.0', card_link: { pc_url: 'https://a.b' } })).toContain(
			'card_link: it has no url for all devices, and no ios_url and no android_url',
		);
		expect(saidOf({ elements: [], card_link: { ...each, pc_url: '' } })).toContain('and no pc_url');
	});

	it('says so of a button', () => {
		expect(saidOf(card(opening('')))).toContain('(button): behaviors[0] has no default_url');
		expect(saidOf(card(opening('', { pc_url: 'https://a.b', ios_url: OFF })))).toContain('has no default_url');
		expect(() => check(card(opening('', { pc_url: 'https://a.b', ios_url: OFF, android_url: OFF })))).not.toThrow();
	});
});

describe('an address in Markdown', () => {
	it.each([
		['详情见https://open.feishu.cn/a中文文本，谢谢', 'https://open.feishu.cn/a'],
		['https://x.com日本', 'https://x.com'],
		['a http://x.com/?a=1&b=2か', 'http://x.com/?a=1&b=2'],
		['https://x.com/p한국', 'https://x.com/p'],
		['https://x.comＡ', 'https://x.com'],
		['`https://x.com中` and https://y.com中', 'https://y.com'],
	])('that words follow on directly is refused: %s', (markdown, address) => {
		const said = `words follow directly on the address ${address} | Put a blank between, or write [${address}](${address})`;
		const table = { tag: 'table', columns: [{ name: 'a', data_type: 'lark_md' }], rows: [{ a: markdown }] };
		expect(saidOf(card({ tag: 'markdown', content: markdown }))).toContain(`content: ${said}`);
		expect(saidOf(card({ tag: 'markdown', content: '', i18n_content: { zh_cn: markdown } }))).toContain(
			`i18n_content.zh_cn: ${said}`,
		);
		expect(saidOf(card({ tag: 'div', text: { tag: 'lark_md', content: markdown } }))).toContain(said);
		expect(saidOf(card(table))).toContain(`row 1, column 'a': ${said}`);
		expect(saidOf({ elements: [{ tag: 'markdown', content: markdown }] })).toContain(said);
	});

	it.each([
		'https://x.com 中文',
		'https://x.com，中文',
		'https://x.com。',
		'[x](https://x.com/中文)',
		'[https://x.com](https://x.com)中文',
		'[见https://x.com/a中文](https://x.com)',
		'[![见https://x.com中文](img_1)见https://x.com中文](https://x.com)',
		"<a href='https://x.com/中'>a</a>",
		"<link url='https://x.com/中'>a</link>",
		'<https://x.com/中文>',
		'`https://x.com中文`',
		'``a ` https://x.com中文``',
		'```\nhttps://x.com中文\n```',
		'~~~\nhttps://x.com中文',
		'中文https://x.com',
	])('is taken otherwise: %s', (markdown) => {
		expect(() => check(card({ tag: 'markdown', content: markdown }))).not.toThrow();
	});

	it('in plain text is only text', () => {
		const table = { tag: 'table', columns: [{ name: 'a' }], rows: [{ a: 'https://x.com中文' }] };
		expect(() => check(card({ tag: 'div', text: words('https://x.com中文') }, table))).not.toThrow();
	});
});
