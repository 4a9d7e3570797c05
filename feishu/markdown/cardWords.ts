import { escapeMarkdown } from './escape';
import { BLOCK_START, endangered, runsIn } from './literals';
import { linkTarget } from './linkTarget';

type Piece =
	/** Words, which must not be read as anything else. */
	| { literal: string; /** In the label of a link. */ label?: boolean }
	/** Markdown that is meant. */
	| { written: string; mark?: 'opens' | 'closes' };

/** A part of what a card's Markdown says. */
export type Said =
	| Piece
	/** An address by itself, of which clients make a link, and where it leads to. */
	| { address: string; url: string };

/**
 * Joins the pieces so that each is read as what it is.
 * @param within not at the beginning of a line
 */
export function writeCard(pieces: readonly Said[], within = false): string {
	const known = joined(pieces.map((piece, index) => withAddress(piece, pieces.slice(index + 1, index + 3))));
	const unsafe = unsafeRuns(known);
	let said = '';
	let hasTag = false;
	let offset = 0;
	known.forEach((piece, index) => {
		const next = known[index + 1];
		if ('literal' in piece) {
			const escaped = escapedLiteral(piece, offset, { unsafe, next, hasTag });
			hasTag ||= escaped.includes('&#60;');
			const startsLine = said === '' ? !within : /(?:\n|<br>)$/.test(said);
			const words = startsLine ? withoutBlock(escaped, said === '') : escaped;
			said += said === '' && startsLine ? withoutDefinition(words) : words;
		} else {
			said += piece.mark ? markText(known, index, said) : piece.written;
		}
		offset += outlineOf(piece).length;
	});
	return said;
}

function joined(pieces: readonly Piece[]): Piece[] {
	const found: Piece[] = [];
	for (const piece of pieces) {
		const last = found[found.length - 1];
		if (!('literal' in piece)) found.push(piece);
		else if (last && 'literal' in last && last.label === piece.label)
			found[found.length - 1] = { ...last, literal: last.literal + piece.literal };
		else if (piece.literal !== '') found.push(piece);
	}
	return found;
}

/** What counts of a piece for the marks beside it: of what is meant only its edges. */
function outlineOf(piece: Piece): string {
	if ('literal' in piece) return piece.literal;
	return piece.mark ? piece.written : piece.written.charAt(0) + piece.written.slice(-1);
}

/** Where the literals have signs that could be read as marks together with others. */
function unsafeRuns(pieces: readonly Piece[]): Set<number> {
	const outlines = pieces.map(outlineOf);
	const text = outlines.join('');
	const meant = new Set<number>();
	const unsafe = new Set<number>();
	let offset = 0;
	pieces.forEach((piece, index) => {
		const [before, after] = [pieces[index - 1], pieces[index + 1]];
		if ('written' in piece && piece.mark) meant.add(offset);
		// A sign beside a mark that is meant would be part of it.
		if ('literal' in piece && before && 'mark' in before) unsafe.add(offset);
		if ('literal' in piece && after && 'mark' in after)
			unsafe.add(offset + (/(?:\*+|_+|~+)$/.exec(piece.literal)?.index ?? -1));
		offset += outlines[index]?.length ?? 0;
	});
	const runs = runsIn(text, (at) => meant.has(at));
	for (const { at } of endangered(runs)) unsafe.add(at);
	// A lone tilde strikes nothing out in a card, and has its reference in the page's table of special characters.
	for (const { at, sign, opens, closes } of runs) if (sign === '~' && (opens || closes)) unsafe.add(at);
	return unsafe;
}

interface Around {
	unsafe: ReadonlySet<number>;
	next: Piece | undefined;
	/** Whether something before looks like the beginning of a tag, which a `>` would end. */
	hasTag: boolean;
}

const SPECIAL = /`|\*+|_+|~+|[<>&\\]|\]\(|[[\]]|!$/g;

function escapedLiteral(
	{ literal, label }: Extract<Piece, { literal: string }>,
	offset: number,
	around: Around,
): string {
	let { hasTag } = around;
	return literal.replace(SPECIAL, (sign, at: number) => {
		const rest = literal.slice(at + sign.length, at + 3);
		if (/^[*_~]/.test(sign)) return around.unsafe.has(offset + at) ? escapeMarkdown(sign) : sign;
		if (sign === '<') {
			const begins = rest === '' || /^(?:\/?[a-z]|[?]|![a-z[])/i.test(rest);
			hasTag ||= begins;
			return begins ? '&#60;' : sign;
		}
		if (sign === '>') return hasTag ? '&#62;' : sign;
		if (sign === '&') return /^[#a-z]/i.test(rest) ? '&#38;' : sign;
		if (sign === '\\') return rest === '' || /^[!-/:-@[-`{-~]/.test(rest) ? '&#92;' : sign;
		if (sign === '](') return label ? '&#93;(' : ']&#40;';
		if (sign === '!') return startsLink(around.next) ? '&#33;' : sign;
		return sign === '`' || label ? escapeMarkdown(sign) : sign;
	});
}

/** With a `!` before it, which is words, it would be an image. */
function startsLink(piece: Piece | undefined): boolean {
	return piece !== undefined && 'written' in piece && piece.written.startsWith('[');
}

/**
 * A line that would begin a block is words. Within a paragraph a number only does when it is 1, so that lines which go on
 * with one stay as they are.
 */
function withoutBlock(text: string, first: boolean): string {
	const [start = '', number = ''] = BLOCK_START.exec(text) ?? [];
	if (start === '' || (!first && number !== '' && Number(number) !== 1)) return text;
	const sign = start.trimStart().slice(number.length).charAt(0);
	const at = text.indexOf(sign);
	return `${text.slice(0, at)}&#${sign.codePointAt(0)};${text.slice(at + 1)}`;
}

/** "[ERROR]: timeout" defines a link in Markdown, and would not be shown. */
function withoutDefinition(text: string): string {
	return text.replace(/^(\s*\[[^\]]+\]):/, '$1&#58;');
}

/**
 * Alone, an address with marks in it might be read as emphasis, and words right behind it as part of it, where they are
 * not parted by spaces; who takes Chinese words along may take other white space along, too.
 */
function withAddress(piece: Said, following: readonly Said[]): Piece {
	if (!('address' in piece)) return piece;
	const { address, url } = piece;
	const next = following.map((one) => ('address' in one ? 'h/' : outlineOf(one))).join('');
	const isAlone = /^[.,:;!?)'"]*(?:[ \t\n]|$)/.test(next);
	if (isAlone && !/[*_~&]|[^\p{ASCII}]/u.test(address)) return { written: address };
	return { written: `[${escapeMarkdown(address)}](${linkTarget(url)})` };
}

function firstOf(piece: Piece | undefined): string {
	if (!piece) return '';
	const text = 'literal' in piece ? piece.literal : piece.written;
	return String.fromCodePoint(text.codePointAt(0) ?? 0x20);
}

const PUNCTUATION = /[\p{Punctuation}\p{Symbol}]/u;

/**
 * Beside a letter, a mark that follows or precedes punctuation would not count ("**注意：**请"), which happens where
 * words are not parted by spaces: a space helps. Marks beside one another count as one.
 */
function markText(pieces: readonly Piece[], index: number, before: string): string {
	const piece = pieces[index];
	if (!piece || !('mark' in piece)) return '';
	const [previous, next] = [pieces[index - 1], pieces[index + 1]];
	if (piece.mark === 'opens') {
		if (previous && 'mark' in previous) return piece.written;
		const within = firstOf(pieces.slice(index).find((one) => !('mark' in one)));
		return isLetter(lastOf(before)) && PUNCTUATION.test(within) ? ` ${piece.written}` : piece.written;
	}
	if (next && 'mark' in next) return piece.written;
	const end = before.slice(-16).replace(/[*_~]+$/, '');
	return PUNCTUATION.test(lastOf(end)) && isLetter(firstOf(next)) ? `${piece.written} ` : piece.written;
}

function lastOf(text: string): string {
	return /.$/su.exec(text.slice(-2))?.[0] ?? '';
}

function isLetter(character: string): boolean {
	return character !== '' && !/\s/.test(character) && !PUNCTUATION.test(character);
}
