import type { PostNode } from '../im/content/postContent';
import { byType, type ByType } from './byType';
import { isImageKey } from './imageKeys';
import { postLanguage } from './languages';
import { afterLabel, apart, joinPieces, listPieces, quotePieces, topState, type ListState, type Piece } from './layout';
import type { Inline, ListItem, MarkdownNode, NodeOf, Style, Words } from './nodes';
import { cellWords, onOneLine } from './oneLine';
import { parseMarkdown } from './parse';
import { codeBlock, postLines, type Line } from './postLines';
import { postWords } from './postWords';
import { simplified } from './simplify';
import { alignedTable, displayWidth } from './tables';

/** Wider tables would wrap on a phone, so their rows become lists. */
const TABLE_WIDTH = 60;

/**
 * CommonMark and GFM as paragraphs of a post. Most become `md` nodes: headings bold lines, tables aligned text or lists,
 * images, rules and code nodes of their own. What `md` would read otherwise than it was written, such as "10~20 and
 * 30~40", and what it can't say, such as a list that begins at 3, becomes words, links and mentions line by line.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
 */
export function markdownPost(markdown: string): PostNode[][] {
	const pieces = apart(parseMarkdown(markdown)).flatMap((node) => topPieces(node));
	return joinPieces(pieces).map((piece) => ('own' in piece ? piece.own : [{ tag: 'md', text: piece.text }]));
}

type Pieces = Array<Piece<Line>>;

function topPieces(node: MarkdownNode): Pieces {
	if (node.type === 'table') return tablePieces(node);
	if (canSay(node) && !hasStyledLink(node)) return byType(PIECES, node, topState());
	return postLines([node], { styled: true }).map((own) => ({ own }));
}

const PIECES: ByType<MarkdownNode, [ListState], Pieces> = {
	heading: ({ words }) => wordsAndImages(onOneLine(words), ['bold']),
	paragraph: ({ words }) => wordsAndImages(words),
	code: ({ text, language }) => [{ own: [codeBlock(text, postLanguage(language))] }],
	rule: () => [{ own: [{ tag: 'hr' }] }],
	table: ({ header, rows, alignments }) => [
		{
			own: [
				codeBlock(
					alignedTable({ alignments, header: header.map(cellWords), rows: rows.map((row) => row.map(cellWords)) }),
					'',
				),
			],
		},
	],
	definition: () => [],
	comment: () => [],
	footnote: ({ label, children }) =>
		afterLabel(
			`[${label}]`,
			children.flatMap((child) => byType(PIECES, child, topState())),
		),
	quote: ({ children }) =>
		quotePieces(joinPieces(apart(children).flatMap((child) => byType(PIECES, child, { ...topState(), quoted: true })))),
	list: (list, state) =>
		listPieces(list, state, (nodes, inner) => nodes.flatMap((node) => byType(PIECES, node, inner))),
};

/** The words of a line or paragraph, and after them the images that stand among them. */
function wordsAndImages(words: Words, styles: readonly Style[] = []): Pieces {
	const said = postWords(words, styles) ?? '';
	const images = imageKeysIn(simplified(words)).map((key): Piece<Line> => ({ own: [{ tag: 'img', image_key: key }] }));
	return [...(said === '' ? [] : [{ text: said }]), ...images];
}

/** Whether `md` says it as it is. */
function canSay(node: MarkdownNode): boolean {
	if (node.type === 'heading') return postWords(onOneLine(node.words), ['bold']) !== undefined;
	if (node.type === 'paragraph') return postWords(node.words) !== undefined;
	if (node.type === 'quote' || node.type === 'footnote') return node.children.every(canSay);
	if (node.type !== 'list') return true;
	const children = node.items.flatMap((item) => item.children);
	// An ordered list has to begin at 1, also behind something that stands by itself.
	if (node.ordered && (node.items[0]?.number !== 1 || children.some(breaksOut))) return false;
	return children.every(canSay);
}

/** `md` takes no style with a link in it, but a link that is a node by itself has one. In a list its place counts for more. */
function hasStyledLink(node: MarkdownNode): boolean {
	if (node.type !== 'heading' && node.type !== 'paragraph') return false;
	return hasLink(simplified(node.words), node.type === 'heading');
}

function hasLink(words: readonly Inline[], styled: boolean): boolean {
	return words.some((node) => {
		if (node.type === 'link') return styled && /^https?:/i.test(node.url);
		return node.type === 'style' && hasLink(node.children, true);
	});
}

/** Whether something in it can't be part of the text of its list. */
function breaksOut(node: MarkdownNode): boolean {
	if (node.type === 'code' || node.type === 'table' || node.type === 'rule') return true;
	if (node.type === 'paragraph')
		return simplified(node.words).some((one) => one.type === 'image' && isImageKey(one.url));
	if (node.type === 'list') return node.items.some(({ children }) => children.some(breaksOut));
	return 'children' in node && node.children.some(breaksOut);
}

/** The keys of all images, also of those within styles and labels. */
function imageKeysIn(words: Words): string[] {
	return words.flatMap((node): string[] => {
		if (node.type === 'image') return isImageKey(node.url) ? [node.url] : [];
		return 'children' in node ? imageKeysIn(node.children ?? []) : [];
	});
}

function tablePieces(node: NodeOf<'table'>): Pieces {
	const { header, rows, alignments } = node;
	const said = { alignments, header: header.map(cellWords), rows: rows.map((row) => row.map(cellWords)) };
	const aligned = alignedTable(said);
	const width = aligned.split('\n').reduce((widest, line) => Math.max(widest, displayWidth(line)), 0);
	if (width <= TABLE_WIDTH || rows.length === 0) return [{ own: [codeBlock(aligned, '')] }];
	return topPieces({
		type: 'list',
		ordered: false,
		items: rows.map((row) => rowItem(node, row)),
		from: node.from,
		to: node.to,
	});
}

/** A row as an item of a list, its first cell as its head. */
function rowItem({ header, from, to }: NodeOf<'table'>, [first = [], ...others]: readonly Words[]): ListItem {
	const item = (words: Inline[], children: MarkdownNode[] = []): ListItem => ({
		marker: '-',
		indent: 0,
		content: 2,
		from,
		to,
		children: [{ type: 'paragraph', words, from, to }, ...children],
	});
	const titled = (index: number, cell: Words): Inline[] => {
		const title = cellWords(header[index] ?? []);
		const words = onOneLine(cell);
		return title === '' && index === 0 ? words : [{ type: 'text', text: `${title}: `, from, to }, ...words];
	};
	const cells = others.flatMap((cell, index) => (cell.length === 0 ? [] : [item(titled(index + 1, cell))]));
	const inner: MarkdownNode[] = cells.length === 0 ? [] : [{ type: 'list', ordered: false, items: cells, from, to }];
	return item(titled(0, first), inner);
}
