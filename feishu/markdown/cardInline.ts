import { byType, type ByType } from './byType';
import { writeCard, type Said as Piece } from './cardWords';
import { codeSpan } from './codeMarks';
import { escapeMarkdown } from './escape';
import { isImageKey } from './imageKeys';
import { trimmed } from './lines';
import { linkTarget } from './linkTarget';
import type { Inline, Style, Words } from './nodes';
import { labelWords, linkWords, saysAddress } from './plainWords';
import { withAddressesApart } from './runOn';
import { simplified } from './simplify';

/**
 * A line or paragraph as a card's `markdown` takes it: CommonMark without HTML except the platform's own tags, images
 * by key only, special characters as character references.
 * @param within it stands within a line, such as that of a heading, and not at its beginning
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text
 */
export function cardInline(words: Words, within = false): string {
	return withAddressesApart(trimmed(writeCard(piecesOf(simplified(words, true), new Set()), within)));
}

type Styles = ReadonlySet<Style>;

function piecesOf(words: readonly Inline[], styles: Styles): Piece[] {
	return words.flatMap((node) => byType(PIECES, node, styles));
}

const PIECES: ByType<Inline, [Styles], Piece[]> = {
	// What the author wrote as a reference is one, and an escape becomes one.
	text: ({ text, written }) => {
		if (written === undefined) return [{ literal: text }];
		return [{ written: written.startsWith('&') ? written : `&#${text.codePointAt(0)};` }];
	},
	break: ({ hard }) => [{ written: hard ? '<br>' : '\n' }],
	code: ({ text }) => [{ written: codeSpan(text) }],
	style: stylePieces,
	link: ({ url, children, form }, styles) =>
		form === 'bare'
			? [{ address: labelWords(children), url }]
			: linkTo(url, piecesOf(labelOf(children), styles).map(inLabel)),
	image: ({ url, alt }) => {
		const said = escapeMarkdown(alt.replace(/\s+/g, ' '));
		return isImageKey(url) ? [{ written: `![${said}](${url})` }] : linkTo(url, said === '' ? [] : [{ written: said }]);
	},
	mention: ({ ids, email }) => [{ written: mention(ids, email) }],
	footnote: ({ label }) => [{ written: escapeMarkdown(`[${label}]`) }],
	tag: ({ raw, name, children = [] }, styles) => [
		{ written: raw },
		...piecesOf(children, styles),
		...(name === 'audio' && children.length === 0 ? [] : [{ written: `</${name}>` }]),
	],
	comment: () => [],
};

/** Messages name people by `user_id`, cards by `id`; the name within is the platform's business. */
function mention(ids: readonly string[], email: string): string {
	const whom = ids.length > 1 ? `ids=${ids.join(',')}` : ids.length === 1 ? `id=${ids.join('')}` : `email=${email}`;
	return `<at ${whom}></at>`;
}

const MARKS: { readonly [style in Style]?: string } = { bold: '**', italic: '*', strike: '~~' };

/** Cards know no underline. */
function stylePieces({ style, mark, children }: Extract<Inline, { type: 'style' }>, styles: Styles): Piece[] {
	const sign = mark === '' ? MARKS[style] : mark;
	if (sign === undefined || styles.has(style)) return piecesOf(children, styles);
	const inner = piecesOf(children, new Set([...styles, style]));
	const first = inner.findIndex((piece) => !isSpace(piece));
	if (first === -1) return inner;
	let last = inner.length - 1;
	while (last > first && isSpace(inner[last])) last--;
	// A mark counts only close to its words.
	const [before, own, after] = [inner.slice(0, first), inner.slice(first, last + 1), inner.slice(last + 1)];
	const [lead, trail] = [edgeOf(own[0], /^\s+/), edgeOf(own[own.length - 1], /\s+$/)];
	if (lead !== '') own[0] = { literal: textIn(own[0]).slice(lead.length) };
	if (trail !== '') own[own.length - 1] = { literal: textIn(own[own.length - 1]).slice(0, -trail.length) };
	return [
		...before,
		{ literal: lead },
		{ written: sign, mark: 'opens' },
		...own,
		{ written: sign, mark: 'closes' },
		{ literal: trail },
		...after,
	];
}

const textIn = (piece: Piece | undefined): string => (piece && 'literal' in piece ? piece.literal : '');
const edgeOf = (piece: Piece | undefined, where: RegExp): string => where.exec(textIn(piece))?.[0] ?? '';
const isSpace = (piece: Piece | undefined): boolean =>
	textIn(piece).trim() === '' && (!piece || 'literal' in piece || ('written' in piece && piece.written === '\n'));

/** Nothing in a label becomes a link by itself. */
function labelOf(children: readonly Inline[]): Inline[] {
	return children.flatMap((node): Inline[] => {
		const { from, to } = node;
		if (node.type === 'break') return [{ type: 'text', text: ' ', from, to }];
		if (node.type === 'style') return [{ ...node, children: labelOf(node.children) }];
		if (node.type === 'link')
			return node.children.length === 0 ? [{ type: 'text', text: node.url, from, to }] : labelOf(node.children);
		if (node.type === 'image' && !isImageKey(node.url)) return [{ type: 'text', text: node.alt, from, to }];
		return [node];
	});
}

const inLabel = (piece: Piece): Piece => ('literal' in piece ? { ...piece, label: true } : piece);

/** Addresses that the clients open; numbers to call the page writes with slashes. */
const OPENED = /^(?:https?:\/\/|tel:)/i;

/** What the clients don't open stays readable. */
function linkTo(url: string, label: readonly Piece[]): Piece[] {
	const said = label
		.map((piece) => ('literal' in piece ? piece.literal : 'written' in piece ? piece.written : ''))
		.join('');
	const isSilent = said.trim() === '';
	if (url === '') return [...label];
	if (OPENED.test(url)) {
		const words = isSilent ? [{ written: escapeMarkdown(url) }] : label;
		return [{ written: '[' }, ...words, { written: `](${linkTarget(url)})` }];
	}
	if (isSilent || saysAddress(said, url)) return [{ literal: linkWords(said.trim(), url) }];
	return [...label, { literal: ` (${url})` }];
}
