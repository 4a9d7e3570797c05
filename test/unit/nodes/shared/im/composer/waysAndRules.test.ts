/** One table: every way by which words come into a message, held against every rule about them. */
import { CARD_USES } from '../../../../../../feishu/im/card';
import {
	BATCH,
	CARD,
	CHAT,
	CLICKED_CARD,
	composerField,
	CUSTOM_BOT,
	PERSON_CARD,
	type Surface,
} from '../../../../../../nodes/shared/im/composer';
import { composedOn, textsIn, WAYS, type Form } from '../../../../../support/composer/ways';
import { rejectionOf } from '../../../../../support/feishuCalls';

/** A rule, an input that it is about, and what stands in what is sent; as written where a form is not named. */
interface Rule {
	rule: string;
	input: string;
	sent: Partial<Record<Form, string>>;
}

const RULES: readonly Rule[] = [
	{
		rule: 'words that look like a tag are words',
		input: 'if a<b && c>d',
		sent: { card: 'if a&#60;b && c&#62;d', data: 'if a&#60;b ' },
	},
	{
		rule: 'a tag that nothing closes is words',
		input: 'List<at y>',
		sent: { card: 'List&#60;at y&#62;', data: 'List&#60;at y&#62;' },
	},
	{
		rule: 'a single tilde is one',
		input: '1~2 天, 3~4 天',
		sent: { card: '1&#126;2 天, 3&#126;4 天', data: '1&#126;2 天, 3&#126;4 天' },
	},
	{
		rule: 'an address ends before Chinese words',
		input: '见https://x.cn/a中文，谢谢',
		sent: {
			card: '见[https://x.cn/a](https://x.cn/a)中文，谢谢',
			data: '见[https://x.cn/a](https://x.cn/a)中文，谢谢',
			post: '见[https://x.cn/a](https://x.cn/a)中文，谢谢',
			plainPost: 'https://x.cn/a\nhttps://x.cn/a\ntext\n中文，谢谢',
		},
	},
	{
		rule: 'an address in words that lead nowhere ends there, too',
		input: '[见https://x.cn/a中文]()',
		sent: {
			card: '见[https://x.cn/a](https://x.cn/a)中文',
			data: '&#91;见[https://x.cn/a](https://x.cn/a)中文',
			post: '见[https://x.cn/a](https://x.cn/a)中文',
			plainPost: 'https://x.cn/a\nhttps://x.cn/a\ntext\n中文',
		},
	},
	{
		rule: 'an address in the words of a link is part of them',
		input: '[见https://x.cn/a中文](https://y.cn)',
		sent: {
			card: '[见https://x.cn/a中文](https://y.cn)',
			data: '&#91;见[https://x.cn/a](https://x.cn/a)中文',
			post: '[见https://x.cn/a中文](https://y.cn)',
			plainPost: '见https://x.cn/a中文\nhttps://y.cn',
		},
	},
	{
		rule: 'what is no address, but could be taken for one together with the words behind it, is words',
		input: 'xhttps://x.cn/a中文',
		sent: { card: 'xhttps&#58;//x.cn/a中文', data: 'xhttps&#58;//x.cn/a中文' },
	},
	{
		rule: 'an address with letters in its path has them in its words',
		input: 'https://x.cn/wiki/维基',
		sent: {
			card: '[https://x.cn/wiki/维基](https://x.cn/wiki/%E7%BB%B4%E5%9F%BA)',
			data: '[https://x.cn/wiki/维基](https://x.cn/wiki/%E7%BB%B4%E5%9F%BA)',
			post: '[https://x.cn/wiki/维基](https://x.cn/wiki/%E7%BB%B4%E5%9F%BA)',
			plainPost: 'https://x.cn/wiki/维基\nhttps://x.cn/wiki/%E7%BB%B4%E5%9F%BA',
		},
	},
	{
		rule: 'an address behind an exclamation mark makes no image of both',
		input: '看!https://x.cn/a中文',
		sent: {
			card: '看&#33;[https://x.cn/a](https://x.cn/a)中文',
			data: '看&#33;[https://x.cn/a](https://x.cn/a)中文',
			post: 'https://x.cn/a\nhttps://x.cn/a\ntext\n中文',
			plainPost: 'https://x.cn/a\nhttps://x.cn/a\ntext\n中文',
		},
	},
	{
		rule: 'marks of words beside an address are none beside the link that is made of it',
		input: '**看!**https://x.cn/a_b',
		sent: {
			card: '&#42;&#42;看!&#42;&#42;[https://x.cn/a&#95;b](https://x.cn/a_b)',
			data: '&#42;&#42;看!&#42;&#42;[https://x.cn/a&#95;b](https://x.cn/a_b)',
			post: '**看!**\na\nhttps://x.cn/a_b',
			plainPost: '**看!**\na\nhttps://x.cn/a_b',
		},
	},
	{
		rule: '& of addresses and words is no reference',
		input: '[x](https://a.com/?a=1&region=cn) a &copy b',
		sent: {
			card: '[x](https://a.com/?a=1&#38;region=cn) a &#38;copy b',
			data: ' a &#38;copy b',
			post: 'a\nx\nhttps://a.com/?a=1&region=cn\ntext\n a &copy b',
			plainPost: 'a\nx\nhttps://a.com/?a=1&region=cn\ntext\n a &copy b',
		},
	},
	{
		rule: 'what no client opens is written out, and telephone numbers as Feishu has them',
		input: '[f](feishu://x) [t](tel:123)',
		sent: {
			card: 'f (feishu://x) [t](tel://123)',
			data: '&#91;f&#93;(feishu://x) &#91;t&#93;(tel:123)',
			post: 'f (feishu://x) t (tel:123)',
			plainPost: 'f (feishu://x) t (tel:123)',
		},
	},
	{
		rule: 'a mention notifies, and data never does',
		input: '<at user_id="ou_1">Tom</at> hi',
		sent: {
			card: '<at id=ou_1></at> hi',
			data: '&#60;at user&#95;id=',
			post: '<at user_id="ou_1">Tom</at> hi',
			plainPost: 'at\nou_1\ntext\n hi',
		},
	},
	{
		rule: 'nested lists stay nested',
		input: '- a\n  - b',
		sent: {
			card: '- a\n    - b',
			note: "\n    - <font color='grey'>b</font>",
			post: '- a\n    - b',
			plainPost: '    • b',
		},
	},
	{
		rule: 'a break that was asked for is one',
		input: 'a\\\nb',
		sent: { card: 'a<br>b', post: 'a\nb', plainPost: 'a\ntext\nb' },
	},
	{
		rule: 'marks without emphasis stay',
		input: '姓名(*必填) 电话(*必填)',
		sent: { card: '姓名(&#42;必填) 电话(&#42;必填)', data: '姓名(&#42;必填) 电话(&#42;必填)' },
	},
	{
		rule: 'signs of code are no marks',
		input: 'src/*.ts 和 test/*.ts, x**2 + y**2',
		sent: {
			card: 'src/&#42;.ts 和 test/&#42;.ts, x&#42;&#42;2 + y&#42;&#42;2',
			data: 'src/&#42;.ts 和 test/&#42;.ts, x&#42;&#42;2 + y&#42;&#42;2',
		},
	},
	{
		rule: 'an address ends before wide blanks, which stay',
		input: '见 https://x.cn/a\u3000和',
		sent: {
			card: '[https://x.cn/a](https://x.cn/a)\u3000和',
			data: '[https://x.cn/a](https://x.cn/a)\u3000和',
			post: '[https://x.cn/a](https://x.cn/a)\u3000和',
			plainPost: 'https://x.cn/a\ntext\n\u3000和',
		},
	},
	{
		rule: '_ within words stays',
		input: '报表_2024_汇总.xlsx',
		sent: { data: '报表&#95;2024&#95;汇总.xlsx' },
	},
	{
		rule: 'a link in a link is one',
		input: '[https://x.com/a_b](https://x.com/a_b)',
		sent: {
			card: '[https://x.com/a_b](https://x.com/a_b)',
			post: '[https://x.com/a_b](https://x.com/a_b)',
			plainPost: 'a\nhttps://x.com/a_b\nhttps://x.com/a_b',
			data: '&#91;',
		},
	},
	{
		rule: 'wide blanks at the beginning belong to the words',
		input: '一\n\n　　第二段',
		sent: { card: '　　第二段', note: '　　第二段', post: '　　第二段', plainPost: '　　第二段' },
	},
];

describe.each(RULES)('$rule', ({ input, sent }) => {
	const ways = WAYS.filter(({ oneLine }) => !oneLine || !input.includes('\n'));

	it.each(ways)('by $name', async ({ form, content }) => {
		const expected = sent[form] ?? (form === 'note' ? sent.card : undefined) ?? input;
		expect(textsIn(await content(input))).toContain(expected);
	});
});

describe('a card that goes nowhere is refused before it is sent', () => {
	const json = (card: object) => ({ messageType: 'cardJson', cardJson: card });
	const button = { tag: 'button', text: { tag: 'plain_text', content: 'x' } };
	const second = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
	const entity = { type: 'card', data: { card_id: '7355372766134157313' } };

	it.each<[string, Surface, object, string]>([
		[
			'an address of another scheme',
			CHAT,
			second({ ...button, behaviors: [{ type: 'open_url', default_url: 'weixin://x' }] }),
			'weixin',
		],
		[
			'an address with blanks',
			CHAT,
			second({ ...button, behaviors: [{ type: 'open_url', default_url: 'https://x.com/a b' }] }),
			'https://x.com/a b',
		],
		[
			'an address that runs into words',
			CHAT,
			second({ tag: 'markdown', content: '见https://x.cn/a中文' }),
			'https://x.cn/a',
		],
		['a body without a version', CHAT, { body: { elements: [{ tag: 'hr' }] } }, 'body belongs to cards of version 2.0'],
		['a table without rows', CHAT, second({ tag: 'table', columns: [{ name: 'a', data_type: 'text' }] }), 'rows'],
		[
			'audio for one person',
			PERSON_CARD,
			{ ...second({ tag: 'audio', file_key: 'file_1' }), config: { enable_forward: false } },
			'audio',
		],
		['an entity in an update', CARD, entity, 'takes no card by its ID'],
		['an entity in an answer', CLICKED_CARD, entity, 'takes no card by its ID'],
		['an entity from a custom bot', CUSTOM_BOT, entity, 'takes no card by its ID'],
		['a union ID from a custom bot', CUSTOM_BOT, second({ tag: 'markdown', content: '<at id=on_1></at>' }), 'on_1'],
	])('%s', async (_what, surface, card, words) => {
		const error = await rejectionOf(composedOn(surface, json(card)));
		expect(error).toMatchObject({ name: 'InputError', message: expect.stringContaining(words) });
	});

	it('an entity goes as a message', async () => {
		expect(await composedOn(CHAT, json(entity))).toEqual(entity);
	});

	it('a card 1.0 in an update says that it is the same for everybody', async () => {
		const card = { elements: [{ tag: 'hr' }] };
		expect(await composedOn(CARD, json(card))).toMatchObject({ config: { update_multi: true } });
		expect(await composedOn(CHAT, json(card))).toEqual(card);
		const own = { ...card, config: { update_multi: false } };
		expect((await rejectionOf(composedOn(CARD, json(own)))).message).toContain('update_multi');
	});
});

describe('a custom bot mentions by open_id and user_id only', () => {
	const at = (id: string) => `<at id=${id}></at> hi`;
	const mention = { who: 'person', user: { __rl: true, mode: 'id', value: 'on_1' } };
	const byMail = { who: 'person', user: { __rl: true, mode: 'id', value: 'a@b.c' } };
	const block = (one: object) => ({ messageType: 'card', blocks: { block: [one] } });

	it.each<[string, object]>([
		['Mentions of a text', { messageType: 'text', text: 'x', mentions: { mention: [mention] } }],
		['Mentions of a text, by e-mail', { messageType: 'text', text: 'x', mentions: { mention: [byMail] } }],
		['a text', { messageType: 'text', text: '<at user_id="on_1">Tom</at> hi' }],
		['a text, by e-mail', { messageType: 'text', text: '<at email=a@b.c></at> hi' }],
		['Mentions of Markdown', { messageType: 'markdown', markdown: 'x', mentions: { mention: [mention] } }],
		['Markdown as a card', { messageType: 'markdown', markdown: at('on_1') }],
		['Markdown as a card, by e-mail', { messageType: 'markdown', markdown: '<at email=a@b.c></at> hi' }],
		['Markdown as a post', { messageType: 'markdown', markdown: at('on_1'), markdownAs: 'post' }],
		['a post', { messageType: 'post', postMarkdown: at('on_1') }],
		[
			'a post in JSON',
			{ messageType: 'post', postFormat: 'json', postJson: { zh_cn: { content: [[{ tag: 'at', user_id: 'on_1' }]] } } },
		],
		['a block', block({ type: 'markdown', text: at('on_1') })],
		['a panel', block({ type: 'panel', panelTitle: 'x', text: at('on_1') })],
		[
			'a cell',
			block({
				type: 'table',
				tableRows: [{ a: at('on_1') }],
				tableColumns: { column: [{ key: 'a', columnType: 'markdown' }] },
			}),
		],
	])('in %s', async (_way, parameters) => {
		expect(await rejectionOf(composedOn(CUSTOM_BOT, parameters))).toMatchObject({ name: 'InputError' });
	});

	it('and an app by any', async () => {
		expect(textsIn(await composedOn(CHAT, { messageType: 'markdown', markdown: at('on_1') }))).toContain(
			'<at id=on_1></at>',
		);
	});
});

describe('what a message to many can not have is refused', () => {
	const block = (one: object) => ({ messageType: 'card', blocks: { block: [one] } });
	const button = (more: object) => block({ type: 'buttons', buttons: { button: [{ buttonText: 'x', ...more }] } });

	it.each<[string, object]>([
		['a select', block({ type: 'select', choices: 'a' })],
		['a date', block({ type: 'date' })],
		['a form', block({ type: 'form', inputs: { input: [{ inputName: 'a' }] } })],
		['a checkbox', block({ type: 'checkbox', boxText: 'a' })],
		['a callback', button({ buttonAction: 'callback' })],
		['a link with a callback', button({ buttonAction: 'both', buttonUrl: 'https://x.com' })],
		[
			'a post with styles',
			{ messageType: 'post', postFormat: 'json', postJson: { zh_cn: { content: [[{ tag: 'hr' }]] } } },
		],
	])('%s', async (_what, parameters) => {
		expect(await rejectionOf(composedOn(BATCH, parameters))).toMatchObject({ name: 'InputError' });
	});

	it('and not offered: kinds of blocks and actions of buttons are hidden there', () => {
		const hidden = (text: string) => [
			...text.matchAll(/"value":"(\w+)"[^{}]*"displayOptions":\{"hide":\{"\/resource":\["batchMessage"\]/g),
		];
		const panel = JSON.stringify(composerField(BATCH).properties);
		expect(new Set(hidden(panel).map(([, value]) => value))).toEqual(
			new Set(['both', 'callback', 'checkbox', 'date', 'form', 'input', 'menu', 'pictures', 'select']),
		);
		// The same for all surfaces of an app, so that the fields stand in the panel once.
		const blocksOn = (surface: Surface) => composerField(surface).properties.find(({ name }) => name === 'blocks');
		expect(blocksOn(BATCH)).toEqual(blocksOn(CHAT));
		expect(hidden(JSON.stringify(composerField(CUSTOM_BOT).properties))).toEqual([]);
	});

	it('a question before a link is left out, because no answer to it would come', async () => {
		const asked = button({ buttonUrl: 'https://x.com', buttonConfirm: 'Really?' });
		expect(JSON.stringify(await composedOn(BATCH, asked))).not.toContain('confirm');
		expect(JSON.stringify(await composedOn(CHAT, asked))).toContain('confirm');
	});
});

it('rows of tables are as high as they can be, whoever writes them', async () => {
	const table = { type: 'table', tableRows: [{ a: 'x' }] };
	for (const parameters of [
		{ messageType: 'markdown', markdown: '| a |\n| - |\n| x |' },
		{ messageType: 'card', blocks: { block: [table] } },
		{ messageType: 'card', blocks: { block: [{ type: 'markdown', text: '| a |\n| - |\n| x |' }] } },
	])
		expect(JSON.stringify(await composedOn(CHAT, parameters))).toContain('"row_max_height":"999px"');
});

it('every place of a card has a surface that asks for it', () => {
	const asked = [CHAT, CARD, PERSON_CARD, CLICKED_CARD, BATCH, CUSTOM_BOT].map(({ cardUse }) => cardUse);
	const made = Object.keys(CARD_USES).filter((use) => !use.startsWith('entity'));
	expect([...asked].sort()).toEqual(made.sort());
});
