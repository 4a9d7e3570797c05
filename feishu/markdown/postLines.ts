/**
 * Markdown as the nodes of a post, line by line: words, links, mentions, images. Nothing in them is read as Markdown, so
 * this says exactly what was written.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
 */
import type { PostNode } from '../im/content/postContent';
import { encodedAddress } from './addresses';
import { byType, type ByType } from './byType';
import { codeSpan } from './codeMarks';
import { isImageKey } from './imageKeys';
import { postLanguage } from './languages';
import type { Inline, MarkdownNode, Style, Words } from './nodes';
import { cellWords } from './oneLine';
import { leadOf } from './plain';
import { labelWords, linkWords } from './plainWords';
import { simplified } from './simplify';
import { alignedTable } from './tables';

export interface PostVoice {
	/** Whether words have styles, and code and rules nodes of their own. */
	styled: boolean;
}

export type Line = PostNode[];

export function postLines(nodes: readonly MarkdownNode[], voice: PostVoice): Line[] {
	return linesOf(nodes, voice).map((line) => joinWords(line).map(withoutMention));
}

const word = (text: string): PostNode => ({ tag: 'text', text });

function linesOf(nodes: readonly MarkdownNode[], voice: PostVoice): Line[] {
	return nodes.flatMap((node) => byType(LINES, node, voice));
}

const LINES: ByType<MarkdownNode, [PostVoice], Line[]> = {
	heading: ({ words }, voice) => sentences(words, voice, ['bold']),
	paragraph: ({ words }, voice) => sentences(words, voice),
	code: ({ text, language }, { styled }) =>
		styled ? [[codeBlock(text, postLanguage(language))]] : text.split('\n').map((line) => [word(line)]),
	rule: (_node, { styled }) => [[styled ? { tag: 'hr' } : word('---')]],
	definition: () => [],
	comment: () => [],
	footnote: ({ label, children }, voice) => before(`[${label}] `, linesOf(children, voice)),
	quote: ({ children }, voice) => linesOf(children, voice).map((line) => (isOwn(line) ? line : [word('> '), ...line])),
	table: ({ header, rows, alignments }, { styled }) => {
		const said = { alignments, header: header.map(cellWords), rows: rows.map((row) => row.map(cellWords)) };
		return styled
			? [[codeBlock(alignedTable(said), '')]]
			: [said.header, ...said.rows].map((row) => [word(row.join(' | '))]);
	},
	list: ({ items }, voice) => items.flatMap((item) => before(`${leadOf(item)} `, linesOf(item.children, voice))),
};

export function codeBlock(text: string, language: string): PostNode {
	return { tag: 'code_block', ...(language !== '' && { language }), text };
}

/** What must have its paragraph for itself. */
const OWN: ReadonlySet<unknown> = new Set(['img', 'code_block', 'hr']);

const isOwn = (line: Line): boolean => OWN.has(line[0]?.tag);

/** Puts something in front of the first line; the others are moved in. */
function before(lead: string, lines: readonly Line[]): Line[] {
	const [first] = lines;
	if (!first || isOwn(first)) return [[word(lead.trimEnd())], ...lines.map(moved)];
	return [[word(lead), ...first], ...lines.slice(1).map(moved)];
}

const moved = (line: Line): Line => (isOwn(line) ? line : [word('    '), ...line]);

/** The lines of a paragraph; an image takes a line of its own. */
function sentences(words: Words, voice: PostVoice, styles: readonly Style[] = []): Line[] {
	const lines: Line[] = [[]];
	for (const node of nodesOf(simplified(words), voice, styles)) {
		if (node === BREAK) lines.push([]);
		else if (node.tag === 'img') lines.push([node], []);
		else lines[lines.length - 1]?.push(node);
	}
	return lines.filter((line) => line.some(({ tag, text }) => tag !== 'text' || text !== ''));
}

const BREAK: PostNode = { tag: 'break' };

function nodesOf(words: readonly Inline[], voice: PostVoice, styles: readonly Style[]): PostNode[] {
	return words.flatMap((node) => byType(NODES, node, voice, styles));
}

const NODES: ByType<Inline, [PostVoice, readonly Style[]], PostNode[]> = {
	text: ({ text }, voice, styles) => said(text, voice, styles),
	break: () => [BREAK],
	code: ({ text }, voice, styles) => said(voice.styled ? codeSpan(text) : text, voice, styles),
	style: ({ style, children }, voice, styles) => nodesOf(children, voice, [...styles, style]),
	link: ({ url, children }, voice, styles) => [
		...linkTo(labelWords(children), url, voice, styles),
		...imagesIn(children),
	],
	image: ({ url, alt }, voice, styles) =>
		isImageKey(url) ? [{ tag: 'img', image_key: url }] : linkTo(alt, url, voice, styles),
	mention: ({ ids, email }, voice, styles) =>
		ids.length === 0
			? said(`@${email}`, voice, styles)
			: ids.map((id) => ({ tag: 'at', user_id: id, ...styleOf(voice, styles) })),
	footnote: ({ label }, voice, styles) => said(`[${label}]`, voice, styles),
	tag: ({ children = [] }, voice, styles) => nodesOf(children, voice, styles),
	comment: () => [],
};

/** The images of a label, which can't be part of a link. */
function imagesIn(children: readonly Inline[]): PostNode[] {
	return children.flatMap((node): PostNode[] => {
		if (node.type === 'image') return isImageKey(node.url) ? [{ tag: 'img', image_key: node.url }] : [];
		return 'children' in node ? imagesIn(node.children ?? []) : [];
	});
}

/** A mention that is written as words is none, whoever reads the node. */
function withoutMention(node: PostNode): PostNode {
	if (typeof node.text !== 'string' || node.tag === 'code_block') return node;
	const names = /<(?=\/?(?:at|person)\s[^<>]{0,1000}(?:id|ids|email)\s*=)/gi;
	return { ...node, text: node.text.replace(names, '<\u200b') };
}

/** Words, line by line. */
function said(text: string, voice: PostVoice, styles: readonly Style[]): PostNode[] {
	return text
		.split('\n')
		.flatMap((line, index) => [...(index === 0 ? [] : [BREAK]), { ...word(line), ...styleOf(voice, styles) }]);
}

function linkTo(label: string, url: string, voice: PostVoice, styles: readonly Style[]): PostNode[] {
	const text = label.replace(/\s*\n\s*/g, ' ');
	if (/^https?:\/\//i.test(url))
		return [{ tag: 'a', text: text.trim() === '' ? url : text, href: encodedAddress(url), ...styleOf(voice, styles) }];
	return said(linkWords(text, url), voice, styles);
}

const STYLES: { readonly [style in Style]: string } = {
	bold: 'bold',
	italic: 'italic',
	strike: 'lineThrough',
	underline: 'underline',
};

function styleOf({ styled }: PostVoice, styles: readonly Style[]): { style?: string[] } {
	const names = [...new Set(styles)].map((style) => STYLES[style]);
	return styled && names.length > 0 ? { style: names } : {};
}

function joinWords(nodes: readonly PostNode[]): PostNode[] {
	const joined: PostNode[] = [];
	for (const node of nodes) {
		const last = joined[joined.length - 1];
		if (node.tag === 'text' && last?.tag === 'text' && String(node.style) === String(last.style))
			last.text = String(last.text) + String(node.text);
		else if (node.tag !== 'text' || node.text !== '') joined.push({ ...node });
	}
	return joined;
}
