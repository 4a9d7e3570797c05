import type { JsonObject } from '../json';
import { byType, type ByType } from './byType';
import type { Inline, ListItem, MarkdownNode, Style, Words } from './nodes';
import { cellWords } from './oneLine';
import { parseMarkdown } from './parse';
import { linkWords, plainWords } from './plainWords';
import { simplified } from './simplify';
import { alignedTable } from './tables';

/** Types of blocks by their number. @see https://open.feishu.cn/document/docs/docs/data-structure/block */
const TYPES = { text: 2, bullet: 12, ordered: 13, code: 14, quote: 15, todo: 17, divider: 22 } as const;

/** The first heading is 3, `heading1`, the next one 4. */
const BEFORE_HEADINGS = 2;

type TextStyle = Readonly<Record<string, unknown>>;

/**
 * A Markdown text as blocks of a document, one beside the other: what stands in a list's item follows it, and a table is
 * its lines in a block of code, because blocks in blocks take a request for each level.
 */
export function markdownBlocks(markdown: string): JsonObject[] {
	return parseMarkdown(markdown).flatMap((node) => byType(BLOCKS, node));
}

const BLOCKS: ByType<MarkdownNode, [], JsonObject[]> = {
	heading: ({ level, words }) => [block(`heading${level}`, BEFORE_HEADINGS + level, elements(words))],
	paragraph: ({ words }) => [block('text', TYPES.text, elements(words))],
	code: ({ text }) => [block('code', TYPES.code, [run(text)])],
	rule: () => [{ block_type: TYPES.divider, divider: {} }],
	table: ({ header, alignments, rows }) => {
		const cells = { alignments, header: header.map(cellWords), rows: rows.map((row) => row.map(cellWords)) };
		return [block('code', TYPES.code, [run(alignedTable(cells))])];
	},
	list: ({ items }) => items.flatMap(itemBlocks),
	quote: ({ children }) =>
		children.flatMap((child) => (child.type === 'paragraph' ? quoted(child) : byType(BLOCKS, child))),
	footnote: ({ label, children }) => withLead(`[${label}] `, children, (parts) => block('text', TYPES.text, parts)),
	definition: () => [],
	comment: () => [],
};

const quoted = ({ words }: { words: Words }) => [block('quote', TYPES.quote, elements(words))];

function itemBlocks({ number, done, children }: ListItem): JsonObject[] {
	return withLead('', children, (parts) => {
		if (done !== undefined) return block('todo', TYPES.todo, parts, { done });
		return number === undefined ? block('bullet', TYPES.bullet, parts) : block('ordered', TYPES.ordered, parts);
	});
}

/** The first paragraph becomes a block of its own kind, and all else follows. */
function withLead(lead: string, children: MarkdownNode[], own: (parts: JsonObject[]) => JsonObject): JsonObject[] {
	const [first, ...rest] = children;
	const before = lead === '' ? [] : [run(lead)];
	if (first?.type !== 'paragraph')
		return [own(before.length > 0 ? before : [run('')]), ...children.flatMap((child) => byType(BLOCKS, child))];
	return [own([...before, ...elements(first.words)]), ...rest.flatMap((child) => byType(BLOCKS, child))];
}

function block(name: string, type: number, parts: readonly JsonObject[], style: JsonObject = {}): JsonObject {
	return { block_type: type, [name]: { elements: parts.length > 0 ? [...parts] : [run('')], style } };
}

const run = (content: string, style: TextStyle = {}): JsonObject => ({
	text_run: { content, text_element_style: { ...style } },
});

const elements = (words: Words) => simplified(words).flatMap((node) => byType(ELEMENTS, node, {}));

const STYLES: Readonly<Record<Style, string>> = {
	bold: 'bold',
	italic: 'italic',
	strike: 'strikethrough',
	underline: 'underline',
};

const all = (children: readonly Inline[], style: TextStyle) =>
	children.flatMap((child) => byType(ELEMENTS, child, style));

const ELEMENTS: ByType<Inline, [TextStyle], JsonObject[]> = {
	text: ({ text }, style) => [run(text, style)],
	break: (_node, style) => [run('\n', style)],
	code: ({ text }, style) => [run(text, { ...style, inline_code: true })],
	style: ({ style: own, children }, style) => all(children, { ...style, [STYLES[own]]: true }),
	link: ({ url, children }, style) => linked(plainWords(children), url, style),
	image: ({ url, alt }, style) => linked(alt, url, style),
	// Documents notify nobody; who is meant by an ID is shown by name there.
	mention: (node, style) => {
		const people = node.ids.filter((id) => id !== 'all');
		if (people.length === 0) return [run(plainWords([node]), style)];
		return people.map((user_id) => ({ mention_user: { user_id, text_element_style: { ...style } } }));
	},
	footnote: ({ label }, style) => [run(`[${label}]`, style)],
	tag: ({ children = [] }, style) => all(children, style),
	comment: () => [],
};

/** Documents want the address of a link percent-encoded, and take none but those of the web. */
function linked(said: string, url: string, style: TextStyle): JsonObject[] {
	if (!/^https?:\/\//i.test(url)) return [run(linkWords(said, url), style)];
	return [run(said || url, { ...style, link: { url: encodeURIComponent(url) } })];
}
