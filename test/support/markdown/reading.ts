/**
 * What a reader sees of a text, so that what a writer has made can be held against what the specification shows: the
 * paragraphs, headings and so on in their order, each with where it stands and what it says. Both sides are read from
 * HTML, ours after another parser has made HTML of it.
 */
import { marked } from 'marked';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import type { JsonObject } from '../../../feishu/json';
import type { PostNode } from '../../../feishu/im/content/postContent';

type HtmlNode = DefaultTreeAdapterMap['childNode'];
type HtmlParent = DefaultTreeAdapterMap['parentNode'];

export interface Leaf {
	kind: string;
	/** Lists and quotes around it, from the outside; an item's number or bullet where the item begins with it. */
	path: string[];
	says: string;
}

const BLOCKS = new Set([
	'p',
	'pre',
	'blockquote',
	'ul',
	'ol',
	'hr',
	'table',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'div',
]);

/**
 * The leaves of HTML; what is no block by itself is a paragraph.
 * @param images whether they lead to their address, or are what mere words say of them
 */
export function leavesOf(html: string, images: 'links' | 'words' = 'links'): Leaf[] {
	return blocksIn(parseFragment(html).childNodes, [], [images]);
}

/** All that is shown of HTML. */
export function visibleWords(html: string): string {
	return textOf(parseFragment(html));
}

function blocksIn(nodes: readonly HtmlNode[], path: string[], how: readonly string[]): Leaf[] {
	const leaves: Leaf[] = [];
	let inline: HtmlNode[] = [];
	const flush = () => {
		const says = spaced(inline.map((node) => inlineOf(node, how)).join(''));
		if (says !== '') leaves.push({ kind: 'p', path, says });
		inline = [];
	};
	for (const node of nodes) {
		if (!isElement(node) || !BLOCKS.has(node.tagName)) {
			inline.push(node);
			continue;
		}
		flush();
		leaves.push(...blockOf(node, path, how));
	}
	flush();
	return leaves;
}

function blockOf(node: HtmlNode & HtmlParent & { tagName: string }, path: string[], how: readonly string[]): Leaf[] {
	const { tagName: name, childNodes } = node;
	if (name === 'blockquote') return blocksIn(childNodes, [...path, '>'], how);
	if (name === 'ul' || name === 'ol') return listOf(node, path, how);
	if (name === 'pre') return [{ kind: 'code', path, says: textOf(node).replace(/^\n+|\n+$/g, '') }];
	if (name === 'hr') return [{ kind: 'rule', path, says: '---' }];
	if (name === 'table') return [{ kind: 'table', path, says: rowsOf(node) }];
	if (name === 'div') return blocksIn(childNodes, path, how);
	return [{ kind: name, path, says: spaced(childNodes.map((child) => inlineOf(child, how)).join('')) }];
}

function listOf(list: HtmlParent & { tagName: string }, path: string[], how: readonly string[]): Leaf[] {
	let number = list.tagName === 'ol' ? Number(attribute(list, 'start') ?? 1) : undefined;
	return list.childNodes.filter(isElement).flatMap((item) => {
		const marker = number === undefined ? '•' : `${number++}.`;
		const [first, ...others] = blocksIn(item.childNodes, [...path, ' '], how);
		const begins = first && first.path.length === path.length + 1 && first.kind !== 'code';
		if (!begins) return [{ kind: 'p', path: [...path, marker], says: '' }, ...(first ? [first, ...others] : [])];
		return [{ ...first, path: [...path, marker] }, ...others];
	});
}

function rowsOf(table: HtmlParent): string {
	return descendants(table, 'tr')
		.map((row) =>
			row.childNodes.filter(isElement).map((cell) => spaced(cell.childNodes.map((one) => inlineOf(one)).join(''))),
		)
		.map((cells) => cells.join(' | '))
		.join('\n');
}

const STYLES: { readonly [tag: string]: string } = { em: 'i', strong: 'b', del: 's' };

/** @param around the styles that it stands in: one within the same is the same */
function inlineOf(node: HtmlNode, around: readonly string[] = []): string {
	if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
	if (!isElement(node)) return '';
	const name = node.tagName;
	const inner = (styles = around) => node.childNodes.map((child) => inlineOf(child, styles)).join('');
	const style = STYLES[name];
	if (style !== undefined) return around.includes(style) ? inner() : styled(style, inner([...around, style]));
	if (name === 'br') return '⏎';
	if (name === 'code') return styled('c', textOf(node));
	if (name === 'img') {
		const alt = attribute(node, 'alt') ?? '';
		if (around.includes('l')) return alt;
		return around.includes('words') ? `[${alt || 'Image'}]` : linkTo(alt, attribute(node, 'src') ?? '');
	}
	if (name === 'a' && attribute(node, 'href') !== undefined)
		return linkTo(inner([...around, 'l']), attribute(node, 'href') ?? '');
	if (name === 'input') return attribute(node, 'checked') === undefined ? '☐' : '☑';
	return inner();
}

const styled = (style: string, text: string): string => (text.trim() === '' ? text : `‹${style} ${text}›`);

/** An address that no client opens is words. */
function linkTo(label: string, written: string): string {
	const url = decoded(written);
	const said = spaced(label).replace(/‹l (.*?) → .*?›/g, '$1');
	if (/^https?:/.test(url)) return `‹l ${said || url} → ${url}›`;
	const address = url.replace(/^mailto:/i, '');
	return url === '' || said === '' || said === address || said === url ? said || address : `${said} (${url})`;
}

function decoded(url: string): string {
	try {
		return decodeURI(url).replace(/%28/g, '(').replace(/%29/g, ')');
	} catch {
		return url;
	}
}

function isElement(node: HtmlNode): node is DefaultTreeAdapterMap['element'] {
	return 'tagName' in node;
}

function attribute(node: object, name: string): string | undefined {
	return (node as DefaultTreeAdapterMap['element']).attrs.find((one) => one.name === name)?.value;
}

function textOf(node: HtmlNode | HtmlParent): string {
	if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
	return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function descendants(node: HtmlParent, name: string): Array<DefaultTreeAdapterMap['element']> {
	return node.childNodes
		.filter(isElement)
		.flatMap((child) => (child.tagName === name ? [child] : descendants(child, name)));
}

function spaced(text: string): string {
	return text
		.replace(/[ \t\n\u200b]+/g, ' ')
		.replace(/ ?⏎ ?/g, '⏎')
		.replace(/^[ ⏎]+|[ ⏎]+$/g, '');
}

/**
 * The leaves as cards can have them: code, tables and rules stand at the beginning of their line, so what follows one of
 * them in a list or quote has left it.
 */
export function broken(leaves: readonly Leaf[], breaks = hasOwn(leaves)): Leaf[] {
	return leaves
		.filter(({ kind, says, path }) => says !== '' || path.length > 0 || kind === 'code')
		.map((leaf) => {
			if (!breaks) return leaf;
			return { ...leaf, path: leaf.kind === 'p' ? leaf.path.filter((part) => part !== ' ' && part !== '>') : [] };
		});
}

/** Whether code or a table stands in a list or quote. */
export function hasOwn(leaves: readonly Leaf[]): boolean {
	return leaves.some(({ kind, path }) => path.length > 0 && (kind === 'code' || kind === 'table'));
}

/** A card's elements as another reader of Markdown shows them. */
export function cardLeaves(elements: readonly JsonObject[]): Leaf[] {
	return elements.flatMap((element): Leaf[] => {
		if (element.tag === 'hr') return [{ kind: 'rule', path: [], says: '---' }];
		if (element.tag === 'table') return [{ kind: 'table', path: [], says: tableRows(element) }];
		return leavesOf(htmlOf(String(element.content)));
	});
}

function tableRows({ columns, rows }: JsonObject): string {
	const all = columns as Array<{ name: string; display_name: string; data_type: string }>;
	const cell = (row: JsonObject, { name, data_type: type }: { name: string; data_type: string }) => {
		const value = String(row[name] ?? '');
		return type === 'markdown'
			? spaced(
					parseFragment(marked.parseInline(value, { async: false }))
						.childNodes.map((one) => inlineOf(one))
						.join(''),
				)
			: spaced(value);
	};
	return [
		all.map(({ display_name: title }) => title.trim()).join(' | '),
		...(rows as JsonObject[]).map((row) => all.map((column) => cell(row, column)).join(' | ')),
	].join('\n');
}

export function htmlOf(markdown: string): string {
	return marked.parse(markdown, { async: false });
}

/** The lines of a post: words, and its Markdown as another reader shows it. */
export function postLeaves(post: ReadonlyArray<readonly PostNode[]>): Leaf[] {
	return post.flatMap((line): Leaf[] => {
		const [first] = line;
		if (first?.tag === 'md') return leavesOf(htmlOf(String(first.text)));
		if (first?.tag === 'code_block')
			return [{ kind: 'code', path: [], says: String(first.text).replace(/^\n+|\n+$/g, '') }];
		if (first?.tag === 'hr') return [{ kind: 'rule', path: [], says: '---' }];
		return [{ kind: 'p', path: [], says: line.map(nodeWords).join('') }];
	});
}

function nodeWords({ tag, text, href }: PostNode): string {
	return tag === 'a' ? linkTo(String(text), String(href)) : String(text ?? '');
}

/** Nothing but the words and signs, the numbers of items among them: what no form may lose or change. */
export function essence(leaves: readonly Leaf[], tables = false): string {
	const lines = leaves.map(({ path, says }) => path.filter((part) => /\d/.test(part)).join('') + says);
	return bare(lines.join('\n'), tables);
}

/**
 * The same of words that have no form; what stands for quotes, code and bullets differs from form to form.
 * @param tables whether lines of dashes stand below the headers of tables
 */
export function bare(words: string, tables = false): string {
	return (tables ? words.replace(/^-+(?:-\|-+)*$/gm, '') : words)
		.replace(/‹l (.*?) → (.*?)›/gs, (_all, label: string, url: string) =>
			label === url.replace(/^http:\/\/(?=www\.)/, '') ? label : `${label} (${url})`,
		)
		.replace(/‹[bisc] |›/g, '')
		.replace(/(\d)\)/g, '$1.')
		.replace(/[\s⏎•☐☑|>`]+/g, '');
}

/** All that a form shows, without its structure. */
export function shown(leaves: readonly Leaf[]): string {
	return leaves.map(({ says }) => says.replace(/‹l (.*?) → (.*?)›/gs, '$1 ($2)').replace(/‹[bisc] |›/g, '')).join('\n');
}
