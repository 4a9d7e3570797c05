import { drawn, elementsOf, load, outline, wordsOf } from './load';

type Json = Record<string, unknown>;

const { MESSAGES, renderContent } = load<{
	MESSAGES: Record<string, unknown>;
	renderContent(message: Json, ctx: object): unknown;
}>('messages/index.js');
const { POST_NODES } = load<{ POST_NODES: Record<string, unknown> }>('messages/post.js');
const { preview } = load<{ preview(message: Json, directory: object): string }>('messages/preview.js');
const { directory, mentionMap } = load<{
	directory(state: object): object;
	mentionMap(mentions: Json[]): Map<string, Json>;
}>('people.js');
const { emojiGlyph, QUICK_REACTIONS } = load<{
	emojiGlyph(type: string): string | undefined;
	QUICK_REACTIONS: string[];
}>('emoji.js');

const people = directory({
	apps: [],
	chats: [{ chat_id: 'oc_1', name: 'Orders', members: ['ou_1', 'ou_2'] }],
	users: [
		{ open_id: 'ou_1', name: 'Mei' },
		{ open_id: 'ou_2', name: 'Tom' },
	],
});
const mentions = [{ key: '@_user_1', id: 'ou_2', name: 'Tom' }];
const child = { msg_type: 'text', content: { text: 'inside' }, create_time: '1700000000000' };

function content(msg_type: string, value: unknown): ReturnType<typeof drawn> {
	const message = { message_id: 'om_1', msg_type, content: value };
	const ctx: Json = {
		directory: people,
		mentions: mentionMap(mentions),
		message,
		children: () => [],
		senderName: () => 'Mei',
	};
	ctx.renderContent = (inner: Json) => renderContent(inner, { ...ctx, message: inner });
	return drawn(renderContent(message, ctx));
}

/** Every type with a drawing: its content, the words, and an element that must stand there. */
const TYPES: Array<[string, unknown, { words?: RegExp; tag?: string }]> = [
	['text', { text: 'hi' }, { words: /^hi$/ }],
	['post', { title: 'T', content: [[{ tag: 'text', text: 'a' }]] }, { words: /^Ta$/ }],
	['image', { image_key: 'img_1' }, { tag: 'img' }],
	['file', { file_key: 'f', file_name: 'plan.pdf' }, { words: /^PDFplan\.pdf/, tag: 'ResourceSize' }],
	['audio', { file_key: 'f', duration: 61_000 }, { words: /1:01/, tag: 'audio' }],
	['media', { file_key: 'f', file_name: 'a.mp4' }, { words: /a\.mp4/, tag: 'video' }],
	['sticker', { file_key: 's1' }, { words: /Stickers1/ }],
	['interactive', { elements: [{ tag: 'plain_text', content: 'x' }] }, { words: /^x$/, tag: 'article' }],
	['share_chat', { chat_id: 'oc_1' }, { words: /Orders.*2 members/ }],
	['share_user', { user_id: 'ou_1' }, { words: /Mei/ }],
	['system', { template: '{who} came', who: ['Mei'] }, { words: /^Mei came$/ }],
	['merge_forward', { title: 'Merged and Forwarded Message', messages: [child] }, { words: /1 message.*Mei.*inside/ }],
];

describe('messages', () => {
	it.each(TYPES)('%s is drawn', (type, value, { words, tag }) => {
		const tree = content(type, value);
		if (words) expect(wordsOf(tree)).toMatch(words);
		if (tag) expect(elementsOf(tree).map((one) => one.tag)).toContain(tag);
	});

	it('of every type are in the list above', () => {
		expect(Object.keys(MESSAGES).sort()).toEqual(TYPES.map(([type]) => type).sort());
	});

	it.each(['vote', 'toString'])('of type %s, which is not drawn, show their source', (type) => {
		expect(wordsOf(content(type, { topic: 'Lunch' }))).toContain(`does not draw messages of type ${type}`);
		expect(wordsOf(content(type, { topic: 'Lunch' }))).toContain('"topic": "Lunch"');
	});
});

describe('text', () => {
	it.each([
		['placeholders', '@_user_1 hi @_all', '<span>@Tom</span> hi <span>@All</span>'],
		['at tags', '<at user_id="ou_1">x</at> hi', '<span>@Mei</span> hi'],
		['a placeholder of nobody', '@_user_7', '<span>@_user_7</span>'],
		['addresses', 'see https://example.com/a, ok', 'see <a>https://example.com/a</a>, ok'],
		['titled links', '[site](https://example.com)', '<a>site</a>'],
		['styles', '<b>a</b> <i>b</i> <u>c</u> <s>d</s>', '<strong>a</strong> <em>b</em> <u>c</u> <s>d</s>'],
		['other tags', '<img src=x> 1 < 2', '<img src=x> 1 < 2'],
	])('with %s', (_what, text, expected) => {
		expect(outline(content('text', { text }))).toBe(`<div>${expected}</div>`);
	});
});

describe('post', () => {
	const NODES: Array<[Json & { tag: string }, string]> = [
		[{ tag: 'text', text: 'a', style: ['bold'] }, '<span>a</span>'],
		[{ tag: 'a', text: 'go', href: 'https://example.com' }, '<a>go</a>'],
		[{ tag: 'at', user_id: '@_user_1' }, '<span>@Tom</span>'],
		[{ tag: 'img', image_key: 'i' }, '<img></img>'],
		[{ tag: 'media', file_key: 'f' }, '<figure><video></video><figcaption>Video <span></span></figcaption></figure>'],
		[{ tag: 'emotion', emoji_type: 'SMILE' }, '<span>🙂</span>'],
		[{ tag: 'hr' }, '<hr></hr>'],
		[
			{ tag: 'code_block', language: 'GO', text: 'x' },
			'<figure><figcaption>GO</figcaption><pre><code>x</code></pre></figure>',
		],
		[{ tag: 'md', text: '**a**' }, '<div><p><strong>a</strong></p></div>'],
	];

	it.each(NODES.map(([node, expected]) => [node.tag, node, expected] as const))(
		'%s is drawn',
		(_tag, node, expected) => {
			expect(outline(content('post', { zh_cn: { content: [[node]] } }))).toBe(`<div><div>${expected}</div></div>`);
		},
	);

	it('nodes are all in the list above, and others stay visible', () => {
		expect(Object.keys(POST_NODES).sort()).toEqual(NODES.map(([{ tag }]) => tag).sort());
		expect(wordsOf(content('post', { content: [[{ tag: 'hologram' }]] }))).toBe('Unknown post element: hologram');
	});
});

describe('a message in one line', () => {
	it.each([
		['text', { text: '<at user_id="ou_1"></at> hi @_user_1\nthere' }, '@Mei hi @Tom there'],
		[
			'post',
			{
				zh_cn: {
					title: 'T',
					content: [
						[
							{ tag: 'text', text: 'a' },
							{ tag: 'img', image_key: 'i' },
						],
					],
				},
			},
			'T · a [Image]',
		],
		['interactive', { header: { title: { content: 'Approve' } } }, '[Card] Approve'],
		[
			'interactive',
			{ schema: '2.0', body: { elements: [{ tag: 'hr' }, { tag: 'markdown', content: 'first words' }] } },
			'[Card] first words',
		],
		['file', { file_name: 'a.pdf' }, '[File] a.pdf'],
		['vote', {}, '[vote]'],
	])('%s', (msg_type, value, expected) => {
		expect(preview({ msg_type, content: value, mentions }, people)).toBe(expected);
	});

	it('says that it was recalled', () => {
		expect(preview({ msg_type: 'text', content: { text: 'secret' }, deleted: true }, people)).toBe('Message recalled');
	});
});

it('offers only reactions that it can draw', () => {
	expect(QUICK_REACTIONS.filter((type) => emojiGlyph(type) === undefined)).toEqual([]);
});
