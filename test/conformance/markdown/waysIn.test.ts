import fc from '../../support/generated';
import {
	escapeMarkdown,
	markdownElements,
	markdownPost,
	markdownText,
	plainText,
	splitMarkdown,
} from '../../../feishu/markdown';
import { cardLeaves, htmlOf, leavesOf, postLeaves, shown } from '../../support/markdown/reading';
import { lost, texts, type Written } from '../../support/markdown/texts';

const inCard = (markdown: string) => shown(cardLeaves(markdownElements(markdown)));
const onOneLine = ({ markdown }: Written) => markdown.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
const parts = (markdown: string) => splitMarkdown(markdown, (part) => Buffer.byteLength(part) <= 400);

/** Ways by which Markdown comes into a message, other than as the whole of it. */
const WAYS: ReadonlyArray<readonly [way: string, shows: (text: Written) => string]> = [
	['the text of a card that grows', ({ markdown }) => shown(leavesOf(htmlOf(markdownText(markdown))))],
	['a cell of a card', (text) => inCard(`| a |\n| --- |\n| ${onOneLine(text)} |`)],
	['a cell in words', (text) => plainText(`| a |\n| --- |\n| ${onOneLine(text)} |`)],
	['a heading', (text) => inCard(`## ${onOneLine(text)}`)],
	['a heading of a post', (text) => shown(postLeaves(markdownPost(`## ${onOneLine(text)}`)))],
	['an item', (text) => inCard(`- ${onOneLine(text)}`)],
	['a quote', (text) => inCard(`> ${onOneLine(text)}`)],
	['the parts of a card', ({ markdown }) => parts(markdown).map(inCard).join('\n')],
	['the parts of words', ({ markdown }) => parts(markdown).map(plainText).join('\n')],
];

it.each(WAYS)('%s loses no word of any text, and changes no number', (_way, shows) => {
	fc.assert(
		fc.property(texts, (text) => {
			expect(lost(text, shows(text))).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

it('escaped words, as of titles and values, are shown as they are', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const words = onOneLine(text).trim();
			expect(plainText(escapeMarkdown(words)).replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''));
		}),
		{ numRuns: 500 },
	);
});
