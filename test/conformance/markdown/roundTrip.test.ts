import fc from 'fast-check';
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
});
