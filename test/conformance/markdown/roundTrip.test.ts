import fc from '../../support/generated';
import { markdownElements, markdownPost, plainPost, plainText } from '../../../feishu/markdown';
import { parseReceivedContent } from '../../../feishu/im/received/parseContent';
import { bare, cardLeaves, essence, postLeaves } from '../../support/markdown/reading';

/** Pieces of messages as people write them; none of it is Markdown. */
const WORDS = [
	...[
		'会议10:00~11:00',
		'姓名(*必填)',
		'**粗**',
		'_a_',
		'snake_case',
		'`码`',
		'# 标题',
		'---',
		'===',
		'|---|---|',
		'a | b',
	],
	...[
		'1. 一',
		'1. 一',
		'3) 三',
		'- 项',
		'> 引',
		'    缩进',
		'\u3000\u3000段',
		'a<b>c</b>',
		'<at id=all></at>',
		'&lt;',
		'&copy',
	],
	...[
		'[x](y)',
		'[ERROR]: timeout',
		'[//]: # (x)',
		'![x](img_1)',
		'\\',
		'C:\\a',
		'~~删~~',
		'10*20*30',
		'x',
		'谢谢。',
		' ',
	],
	...['src/*.ts', 'x**2', '2**n', '/* 注 */', '*.*', '.*', '~~~删~~~', '\u00a0', '5', '/', '.', ',', '，', '、'],
	...[' https://x.com/a_b*c，好', ' www.x.com/a_b ', '(https://x.com/a)', '<!-- x -->', '~~~', '```', '@_user_2 '],
];
const words = fc
	.array(fc.constantFrom(...WORDS, '\n', '\n\n'), { minLength: 1, maxLength: 8 })
	.map((parts) => parts.join(''));
const style = fc.subarray(['bold', 'italic', 'underline', 'lineThrough']);
const node = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ tag: fc.constant('text'), text: words, style }) },
	fc.record({
		tag: fc.constant('a'),
		text: fc.constantFrom('链接', 'a_b', '[x]'),
		href: fc.constant('https://x.com/p'),
	}),
	fc.record({ tag: fc.constant('at'), user_id: fc.constant('@_user_1') }),
	fc.record({ tag: fc.constant('emotion'), emoji_type: fc.constantFrom('OK', 'SMILE') }),
);
const post = fc.record({
	title: fc.constantFrom('', '标题 *1*', 'a_b_c'),
	content: fc.array(fc.array(node, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
});
const MENTIONS = [
	{ key: '@_user_1', name: '张_三_*x*', id: { open_id: 'ou_1' } },
	{ key: '@_user_2', name: 'Tom', id: { open_id: 'ou_2' } },
];

/** Signs and spaces that differ from form to form, such as bullets and the marks of quotes. */
const core = (said: string) => bare(said).replace(/[-*+>\u00a0\u200b]/g, '');

const FORMS: ReadonlyArray<readonly [form: string, shows: (markdown: string) => string]> = [
	['mere words', plainText],
	['a card', (markdown) => essence(cardLeaves(markdownElements(markdown)))],
	['a post', (markdown) => essence(postLeaves(markdownPost(markdown)))],
	['the plain post of a custom bot', (markdown) => essence(postLeaves(plainPost(markdown)))],
];

describe('what Parse Content gives, sent again as Markdown, reads the same', () => {
	it.each(FORMS)('a text, as %s', (_form, shows) => {
		fc.assert(
			fc.property(words, (text) => {
				const parsed = parseReceivedContent('text', JSON.stringify({ text }), MENTIONS);
				expect(core(shows(parsed.markdown))).toBe(core(parsed.text));
			}),
			{ numRuns: 500 },
		);
	});

	it('a post, as mere words', () => {
		fc.assert(
			fc.property(post, (content) => {
				const parsed = parseReceivedContent('post', JSON.stringify(content), MENTIONS);
				expect(core(plainText(parsed.markdown))).toBe(core(parsed.text));
			}),
			{ numRuns: 1_000 },
		);
	});

	/** Of each type of message what people can have written in it. */
	const TYPES: { readonly [type: string]: (words: string) => object } = {
		file: (file_name) => ({ file_key: 'file_1', file_name }),
		folder: (file_name) => ({ file_key: 'file_1', file_name }),
		media: (file_name) => ({ file_key: 'file_1', image_key: 'img_1', file_name, duration: 5000 }),
		location: (name) => ({ name, longitude: '1', latitude: '2' }),
		vote: (topic) => ({ topic, options: [topic, 'b'] }),
		todo: (title) => ({ task_id: 't', summary: { title, content: [[{ tag: 'text', text: title }]] }, due_time: '0' }),
		calendar: (summary) => ({ summary, start_time: '1700000000000' }),
		share_calendar_event: (summary) => ({ summary }),
		general_calendar: (summary) => ({ summary }),
		video_chat: (topic) => ({ topic, start_time: '1700000000000' }),
		system: (text) => ({ template: '{divider_text}', divider_text: { text } }),
		share_chat: (chat_id) => ({ chat_id }),
		interactive: (content) => ({
			schema: '2.0',
			header: { title: { tag: 'plain_text', content } },
			body: {
				elements: [
					{ tag: 'div', text: { tag: 'plain_text', content } },
					{ tag: 'button', text: { tag: 'plain_text', content } },
					{ tag: 'table', columns: [{ name: 'a', display_name: content }], rows: [{ a: content }] },
				],
			},
		}),
		'something new': (text) => ({ text }),
	};
	const line = words.map((said) => said.replace(/\s*\n\s*/g, ' ').trim()).filter((said) => said !== '');
	const tight = (said: string) => core(said).replace(/[^\p{Letter}\p{Number}~_=<&]/gu, '');

	it.each(Object.keys(TYPES))('%s keeps what people have written in it', (type) => {
		fc.assert(
			fc.property(line, (said) => {
				const { text, markdown } = parseReceivedContent(type, JSON.stringify(TYPES[type]?.(said)), MENTIONS);
				const written = tight(parseReceivedContent('text', JSON.stringify({ text: said }), MENTIONS).text);
				expect(tight(text)).toContain(written);
				expect(tight(plainText(markdown))).toContain(written);
			}),
			{ numRuns: 200 },
		);
	});
});
