/**
 * Which signs of a text another reader of Markdown would take for marks. How exactly the platform's clients read is not
 * documented; they follow CommonMark, and beside Chinese words some do as the library does here. A sign is in danger
 * where either of them could pair it with another.
 */
import { decodeHTML } from 'entities';

const SPACE = /[\s\u00a0]/;
const PUNCTUATION = /[\p{Punctuation}\p{Symbol}]/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

export interface Run {
	/** Offset in the text. */
	at: number;
	length: number;
	sign: string;
	opens: boolean;
	closes: boolean;
	/** Whether it is a mark that is meant. */
	meant: boolean;
}

const RUN = /\*+|_+|~+/g;

/** Runs of signs that may be marks, with what each of them could do. */
export function runsIn(text: string, isMeant: (at: number) => boolean = () => false): Run[] {
	return [...text.matchAll(RUN)].map(({ 0: { length }, index }) => {
		const sign = text.charAt(index);
		const before = characterBefore(text, index);
		const after = characterAt(text, index + length);
		const wide = sign !== '_' && (WIDE.test(before) || WIDE.test(after));
		const left =
			!SPACE.test(after) && (wide || !PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
		const right =
			!SPACE.test(before) && (wide || !PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
		const within = sign === '_';
		return {
			at: index,
			length,
			sign,
			opens: left && (!within || !right || PUNCTUATION.test(before)),
			closes: right && (!within || !left || PUNCTUATION.test(after)),
			meant: isMeant(index),
		};
	});
}

/** Those of the runs that are not meant and could be read together with another one. */
export function endangered(runs: readonly Run[]): Run[] {
	const last = new Map<string, number>();
	runs.forEach(({ sign, closes }, index) => closes && last.set(sign, index));
	const opened = new Set<string>();
	return runs.filter((run, index) => {
		const pairs = (run.opens && (last.get(run.sign) ?? -1) > index) || (run.closes && opened.has(run.sign));
		if (run.opens) opened.add(run.sign);
		return pairs && !run.meant;
	});
}

function characterBefore(text: string, at: number): string {
	if (at <= 0) return ' ';
	const last = text.charAt(at - 1);
	return /[\udc00-\udfff]/.test(last) ? text.slice(Math.max(0, at - 2), at) : last;
}

function characterAt(text: string, at: number): string {
	const code = text.codePointAt(at);
	return code === undefined ? ' ' : String.fromCodePoint(code);
}

/** Whether a text has what HTML reads as another character, even without a semicolon. */
export function hasReference(text: string): boolean {
	return text.includes('&') && decodeHTML(text) !== text;
}

/** What makes a block of a line that begins with it; the number of an ordered list apart. */
export const BLOCK_START =
	/^[ \t]*(?:[-+*](?=[ \t]|$)|#{1,6}(?=[ \t]|$)|>|(\d{1,9})[.)](?=[ \t]|$)|(?:=+|-+|[-*_](?:[ \t]*[-*_]){2,})[ \t]*$)/;
