import { bracketedAddress } from './addresses';
import { byType, type ByType } from './byType';
import { codeSpan } from './codeMarks';
import { isImageKey } from './imageKeys';
import { BLOCK_START, endangered, hasReference, runsIn } from './literals';
import { trimmed } from './lines';
import type { Inline, Style, Words } from './nodes';
import { labelWords, linkWords, plainWords } from './plainWords';
import { simplified } from './simplify';

/** A part of the text of an `md` node, and with which marks. */
type Piece = { text: string; how: 'words' | 'code' | 'meant'; marks: string };

/**
 * A line or paragraph as the `md` node of a post takes it. It knows bold, italics, strikethrough, links and mentions, and
 * no style with a link in it; how to keep a sign from being a mark there is not documented.
 * @returns undefined when it would be read otherwise than it was written, or can't be said there
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
 */
export function postWords(words: Words, styles: readonly Style[] = []): string | undefined {
	const pieces = piecesOf(simplified(words), styles);
	if (!pieces) return undefined;
	const runs = withMarks(pieces);
	return isSafe(runs) ? trimmed(runs.map(({ text }) => text).join('')) : undefined;
}

function piecesOf(words: readonly Inline[], styles: readonly Style[]): Piece[] | undefined {
	const pieces: Piece[] = [];
	for (const node of words) {
		const own = byType(PIECES, node, styles);
		if (!own) return undefined;
		pieces.push(...own);
	}
	return pieces;
}

/** Strikethrough goes with nothing else. */
function marksOf(styles: readonly Style[]): string {
	const marks = (styles.includes('bold') ? '**' : '') + (styles.includes('italic') ? '*' : '');
	return marks || (styles.includes('strike') ? '~~' : '');
}

const PIECES: ByType<Inline, [readonly Style[]], Piece[] | undefined> = {
	text: ({ text }, styles) => [{ text, how: 'words', marks: marksOf(styles) }],
	break: (_node, styles) => [{ text: '\n', how: 'words', marks: marksOf(styles) }],
	code: ({ text }) => [{ text: codeSpan(text), how: 'code', marks: '' }],
	// `~` on either side is an underline there, and nothing that has a tilde in it could say so.
	style: ({ style, children }, styles) => (style === 'underline' ? undefined : piecesOf(children, [...styles, style])),
	link: ({ url, children }, styles) => linkTo(labelWords(children), url, styles),
	// An image by key has its own paragraph.
	image: ({ url, alt }, styles) => (isImageKey(url) ? [] : linkTo(alt, url, styles)),
	mention: ({ ids, email, children }, styles) => {
		if (ids.length === 0) return [{ text: `@${email}`, how: 'words', marks: marksOf(styles) }];
		const name = ids.length === 1 ? plainWords(children).replace(/[<>&\n]/g, '') : '';
		return [{ text: ids.map((id) => `<at user_id="${id}">${name}</at>`).join(' '), how: 'meant', marks: '' }];
	},
	footnote: ({ label }, styles) => [{ text: `[${label}]`, how: 'words', marks: marksOf(styles) }],
	tag: ({ children = [] }, styles) => piecesOf(children, styles),
	comment: () => [],
};

/** An address that is none would leave only its words. */
function linkTo(said: string, url: string, styles: readonly Style[]): Piece[] | undefined {
	const label = said.trim() === '' ? '' : trimmed(said.replace(/\s*\n\s*/g, ' '));
	const marks = marksOf(styles);
	if (!/^https?:\/\//i.test(url)) return [{ text: linkWords(label, url), how: 'words', marks }];
	const target = bracketedAddress(url);
	if (/[[\]]/.test(label || url) || hasReference(target)) return undefined;
	return [
		{ text: '[', how: 'meant', marks: '' },
		{ text: label || url, how: 'words', marks: '' },
		{ text: `](${target})`, how: 'meant', marks: '' },
	];
}

/** Words with their marks, which stand close to them, line by line. */
function withMarks(pieces: readonly Piece[]): Piece[] {
	const joined: Piece[] = [];
	for (const piece of pieces) {
		const last = joined[joined.length - 1];
		if (last && last.how === 'words' && piece.how === 'words' && last.marks === piece.marks)
			joined[joined.length - 1] = { ...last, text: last.text + piece.text };
		else joined.push(piece);
	}
	return joined.flatMap((piece) =>
		piece.marks === '' ? [piece] : piece.text.split(/(\n)/).flatMap((line) => marked(line, piece.marks)),
	);
}

function marked(line: string, marks: string): Piece[] {
	const [, lead = '', own = '', trail = ''] = /^(\s*)([^]*?)(\s*)$/.exec(line) ?? [];
	const plain = (text: string): Piece => ({ text, how: 'words', marks: '' });
	if (own === '') return [plain(line)];
	const mark: Piece = { text: marks, how: 'meant', marks };
	return [plain(lead), mark, plain(own), mark, plain(trail)].filter(({ text }) => text !== '');
}

/** Whether nothing in the words is read as more than words. */
function isSafe(pieces: readonly Piece[]): boolean {
	let text = '';
	const meant = new Set<number>();
	pieces.forEach(({ text: own, how, marks }) => {
		if (how === 'meant' && marks !== '') meant.add(text.length);
		// Of what is meant only its edges are of interest.
		text += how === 'meant' && marks === '' ? own.charAt(0) + own.slice(-1) : own;
	});
	const runs = runsIn(text, (at) => meant.has(at));
	return (
		endangered(runs).length === 0 &&
		// Every mark is a run of its own: beside a sign in the words it would be part of another one.
		runs.filter(({ meant: own }) => own).length === meant.size &&
		pieces.every((piece, index) => piece.how === 'meant' || isPlain(piece, pieces[index + 1])) &&
		!startsBlock(pieces)
	);
}

function isPlain({ text, how }: Piece, next: Piece | undefined): boolean {
	const words = how === 'code' ? text.replace(/^`+|`+$/g, '') : text;
	if (words.includes('`') || hasReference(words) || /\]\(|\\(?=[!-/:-@[-`{-~\n]|$)/.test(words)) return false;
	if (/<(?=\/?[a-z]|[?!]|$)/i.test(words)) return false;
	return !(next?.how === 'meant' && /[\\!\]]$/.test(words));
}

/** A line that would begin a block, or define a link and not be shown. */
function startsBlock(pieces: readonly Piece[]): boolean {
	const first = pieces.findIndex(({ text }) => text.trim() !== '');
	return pieces.some(({ text, how }, index) => {
		const begins = index <= first || pieces[index - 1]?.text.endsWith('\n') === true;
		return how === 'words' && text.split('\n').some((line, number) => (number > 0 || begins) && BEGINS.test(line));
	});
}

const BEGINS = new RegExp(`${BLOCK_START.source}|^[ \\t]*(?:\\[[^\\]]+\\]:|~{3})`);
