import type { PostNode } from '../im/content/postContent';
import { byType, type ByType } from './byType';
import { isImageKey } from './cardInline';
import { styledTokens, type Style } from './emphasis';
import { postLanguage } from './languages';
import { joinPieces, listPieces, quotePieces, topState, type ListState, type Piece } from './layout';
import type { MarkdownNode, NodeOf } from './nodes';
import { parseMarkdown } from './parse';
import { plainInline } from './plain';
import { referencesOf, resolved, type References } from './references';
import { alignedTable, displayWidth } from './tables';
import { attributeOf, COMMENT_TAG, UNENDED_TAG } from './tags';
import { withoutBreaks, type Token, type TokenOf } from './tokens';

/** Wider tables would wrap on a phone, so their rows become lists. */
const TABLE_WIDTH = 60;

/**
 * CommonMark and GFM as paragraphs of a post. Its `md` node knows bold, italics, strikethrough, links, lists, quotes
 * and mentions only, and no style with a link in it: headings become bold lines, tables aligned text or lists, images
 * and rules nodes of their own, and code blocks too.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
 */
export function markdownPost(markdown: string): PostNode[][] {
	const nodes = parseMarkdown(markdown);
	const references = referencesOf(nodes);
	const pieces = nodes.flatMap((node) => byType(PIECES, node, topState(), references));
	return joinPieces(pieces).map((piece) => ['own' in piece ? piece.own : { tag: 'md', text: piece.text }]);
}

type Pieces = Array<Piece<PostNode>>;

const PIECES: ByType<MarkdownNode, [ListState, References], Pieces> = {
	heading: ({ text }, _state, references) => words(text.replace(/\n/g, ' '), references, ['bold']),
	paragraph: ({ text }, _state, references) => words(text, references),
	code: ({ text, language }) => [{ own: codeBlock(text, postLanguage(language)) }],
	rule: () => [{ own: { tag: 'hr' } }],
	table: tablePieces,
	definition: () => [],
	comment: () => [],
	footnote: ({ label, text }, _state, references) => words(`[${label}] ${text}`, references),
	quote: ({ children }, _state, references) =>
		quotePieces(
			joinPieces(children.flatMap((child) => byType(PIECES, child, { ...topState(), quoted: true }, references))),
		),
	list: (list, state, references) =>
		listPieces(list, state, (nodes, inner) => nodes.flatMap((node) => byType(PIECES, node, inner, references))),
};

function codeBlock(text: string, language: string): PostNode {
	return { tag: 'code_block', ...(language !== '' && { language }), text };
}

function tablePieces(node: NodeOf<'table'>, _state: ListState, references: References): Pieces {
	const say = (cells: readonly string[]) => cells.map((cell) => plainInline(cell, references));
	const aligned = alignedTable({ ...node, header: say(node.header), rows: node.rows.map(say) });
	const width = aligned.split('\n').reduce((widest, line) => Math.max(widest, displayWidth(line)), 0);
	if (width <= TABLE_WIDTH || node.rows.length === 0) return [{ own: codeBlock(aligned, '') }];
	return joinPieces(node.rows.flatMap((row) => words(rowText(node.header, row), references))).map((piece) =>
		'text' in piece ? { text: piece.text.replace(/\n\n(?=- )/g, '\n') } : piece,
	);
}

/** A row as an item of a list, its first cell as its head. */
function rowText(header: readonly string[], [first = '', ...others]: readonly string[]): string {
	const cells = others.flatMap((cell, index) => (cell === '' ? [] : [`    - ${header[index + 1] ?? ''}: ${cell}`]));
	return [`- ${header[0] ? `${header[0]}: ` : ''}${first}`, ...cells].join('\n');
}

/** The words of a line or paragraph, and after them the images that stand among them. */
function words(text: string, references: References, styles: readonly Style[] = []): Pieces {
	const images: PostNode[] = [];
	const runs: Array<{ text: string; styles: string }> = [];
	for (const { token: read, styles: own } of styledTokens(withoutBreaks(text))) {
		const token = resolved(read, references);
		if (token.type === 'image' && isImageKey(token.url)) {
			images.push({ tag: 'img', image_key: token.url });
			continue;
		}
		// Within a style nothing else is read.
		const styled = token.type === 'text' || token.type === 'escape' ? styleKey([...styles, ...own]) : '';
		const said = byType(SAID, token, references);
		const last = runs[runs.length - 1];
		if (last && last.styles === styled) last.text += said;
		else runs.push({ text: said, styles: styled });
	}
	const said = namesTaken(runs.map(({ text: run, styles: key }) => marked(run, key)).join(''));
	const pieces: Pieces = said.trim() === '' ? [] : [{ text: said.trim() }];
	return [...pieces, ...images.map((own) => ({ own }))];
}

/** Strikethrough goes with nothing else. */
function styleKey(styles: readonly Style[]): string {
	const bold = styles.includes('bold') ? '**' : '';
	const italic = styles.includes('italic') ? '*' : '';
	return bold + italic || (styles.includes('strike') ? '~~' : '');
}

/** Marks stand close to their words, line by line. */
function marked(text: string, mark: string): string {
	if (mark === '') return text;
	return text.replace(/[^\n]+/g, (line) => {
		const inner = line.trim();
		if (inner === '') return line;
		const start = line.indexOf(inner);
		return `${line.slice(0, start)}${mark}${inner}${mark}${line.slice(start + inner.length)}`;
	});
}

const SAID: ByType<Token, [References], string> = {
	text: ({ raw }) => asWords(raw),
	mark: ({ raw }) => raw,
	reference: ({ raw }) => raw,
	code: ({ raw }) => raw,
	escape: ({ raw, character }) => (character === '<' ? `${raw}${NO_WIDTH}` : raw),
	footnote: ({ label }) => `[${label}]`,
	link: ({ label, url }, references) => linkTo(plainInline(label, references), url),
	image: ({ alt, url }) => linkTo(alt, url),
	address: ({ url }) => (/^https?:/i.test(url) ? linkTo(url, url) : url),
	tag: tagOf,
};

/** Keeps a character from what comes after it: which character references this Markdown knows is not documented. */
const NO_WIDTH = '\u200b';

function asWords(text: string): string {
	return text.replace(UNENDED_TAG, `<${NO_WIDTH}`);
}

/** Here nothing is a tag, as tags are taken out already. */
function untagged(text: string): string {
	return text.replace(/<(?=[/a-z]|$)/gi, `<${NO_WIDTH}`);
}

/** An address that is none would leave only its words. */
function linkTo(said: string, address: string): string {
	const [label, url] = [untagged(said), untagged(address)];
	if (!/^https?:\/\//i.test(address)) return label === '' || label === url ? url : `${label} (${url})`;
	const target = address.replace(/[\s()<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
	return `[${(label || url).replace(/[[\]]/g, '')}](${target})`;
}

/** Cards name people by `id`, messages by `user_id`; a post can't name anybody by e-mail. Other tags only dress words. */
function tagOf({ name, closing, attributes, raw }: TokenOf<'tag'>): string {
	if (name === 'at') return closing ? '</at>' : mention(attributes);
	if (name === 'br') return '\n';
	if (name === 'img' || name === 'link') {
		const [url, label] = [attributeOf(attributes, 'src', 'url'), attributeOf(attributes, 'alt')];
		return url === '' ? '' : name === 'link' ? `${url} ` : linkTo(label, url);
	}
	if (name === 'a' && !closing) return `${attributeOf(attributes, 'href')} `;
	return DRESSING.has(name) ? '' : raw;
}

const DRESSING: ReadonlySet<string> = new Set([
	COMMENT_TAG,
	'a',
	'b',
	'del',
	'em',
	'font',
	'i',
	'link',
	'number_tag',
	'raw',
	's',
	'strong',
	'text_tag',
	'u',
]);

function mention(attributes: string): string {
	const ids = attributeOf(attributes, 'ids')
		.split(',')
		.filter((id) => id !== '');
	const id = attributeOf(attributes, 'user_id', 'id', 'open_id');
	const email = attributeOf(attributes, 'email');
	if (ids.length > 0) return ids.map((one) => `<at user_id="${one}"></at>`).join(' ') + NAME;
	return id === '' ? `@${email}${NAME}` : `<at user_id="${id}">`;
}

/** Stands where the end of the mention is already written, or never was. */
const NAME = '\uffff';

function namesTaken(text: string): string {
	return text.includes(NAME) ? text.replace(/\uffff(?:[^<\n\uffff]{0,100}<\/at>)?/g, '') : text;
}
