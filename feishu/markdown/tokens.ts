import { COMMENT_TAG } from './tags';

/**
 * What stands within a line or paragraph of Markdown and means more than its characters. Read from left to right in
 * one pass; every expression is bounded, so the time grows with the length of the text.
 */
export type Token = { raw: string } & (
	| { type: 'text' }
	| { type: 'escape'; character: string }
	| { type: 'code'; text: string }
	| { type: 'link'; label: string; url: string }
	| { type: 'image'; alt: string; url: string }
	/** `[label][reference]`, or `[reference]` alone. */
	| { type: 'reference'; label: string; reference: string; image: boolean }
	/** An address by itself, with or without angle brackets. */
	| { type: 'address'; url: string }
	| { type: 'footnote'; label: string }
	/** A tag of HTML, or one of the platform's own. */
	| { type: 'tag'; name: string; closing: boolean; attributes: string }
	/** A run of `*`, `_` or `~`, which may open or close an emphasis. */
	| { type: 'mark'; opens: boolean; closes: boolean }
);

export type TokenOf<Type extends Token['type']> = Extract<Token, { type: Type }>;

const LABEL = String.raw`(?:[^\[\]\\]|\\[^]|\[[^\[\]]{0,200}\]){0,1000}?`;
const TARGET = String.raw`\([ \t\n]*(?:<([^<>\n]{0,4000})>|((?:[^()\s\\]|\\[^\s]|\([^()\s]{0,1000}\)){0,4000}))(?:[ \t\n]+(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\)))?[ \t\n]*\)`;

const ESCAPE = /\\([!-/:-@[-`{-~])/y;
const LINK = new RegExp(String.raw`(!?)\[(${LABEL})\]${TARGET}`, 'y');
const FOOTNOTE = /\[\^([^\]\s]{1,100})\]/y;
const REFERENCE = new RegExp(String.raw`(!?)\[(${LABEL})\](?:\[([^\[\]]{0,200})\])?`, 'y');
const ANGLE = /<((?:https?|ftp|mailto|tel|lark):[^\s<>]{1,4000}|[\w.+-]{1,64}@[\w-]{1,100}(?:\.[\w-]{1,63}){1,8})>/y;
const BARE = /https?:\/\/[^\s<>"`|\u3000-\u303f\uff00-\uff20\uff3b-\uff40\uff5b-\uff65]{1,4000}/y;
const TAG = /<(\/?)([a-zA-Z][\w-]{0,30})((?:\s+[^<>]{0,4000})?\/?)>/y;
const COMMENT = /<!--[^]{0,4000}?-->/y;
const MARK = /\*{1,3}|_{1,3}|~{1,2}/y;
const PLAIN = /[^\\`[!<*_~h]+/y;

export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	const fences = codeRuns(text);
	let plain = 0;
	let at = 0;
	const flush = (end: number) => {
		if (end > plain) tokens.push({ type: 'text', raw: text.slice(plain, end) });
	};
	while (at < text.length) {
		PLAIN.lastIndex = at;
		at += PLAIN.exec(text)?.[0].length ?? 0;
		if (at >= text.length) break;
		const token = tokenAt(text, at, fences);
		if (token) {
			flush(at);
			tokens.push(token);
			at += token.raw.length;
			plain = at;
		} else {
			// A run of backticks that nothing closes counts as a whole.
			at += fences.get(at)?.length ?? 1;
		}
	}
	flush(text.length);
	return tokens;
}

/** Characters that the name in a mention may have. */
const NAME_LIMIT = 200;

/** Where a mention ends that opens there; nowhere when what follows it is no name. */
export function endOfMention(tokens: readonly Token[], index: number): number | undefined {
	let length = 0;
	for (let next = index + 1; length <= NAME_LIMIT; next++) {
		const token = tokens[next];
		if (!token) return undefined;
		if (token.type === 'tag' && token.name === 'at') return token.closing ? next : undefined;
		length += token.raw.length;
	}
	return undefined;
}

export function opensMention(token: Token): token is TokenOf<'tag'> & { closing: false } {
	return token.type === 'tag' && token.name === 'at' && !token.closing;
}

/** A backslash at the end of a line breaks it, which the end of a line does in Feishu anyway. */
export function withoutBreaks(text: string): string {
	return text.replace(/(?<!\\)\\(?=\n)/g, '');
}

type Match = RegExpExecArray;
type TokenReader = (text: string, at: number) => Token | undefined;

const reader =
	(expression: RegExp, read: (match: Match) => Token | undefined): TokenReader =>
	(text, at) => {
		expression.lastIndex = at;
		const match = expression.exec(text);
		return match ? read(match) : undefined;
	};

const link = reader(LINK, ([raw, mark, label = '', inAngles, bare]) => {
	const url = (inAngles ?? bare ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
	return mark === '!' ? { type: 'image', raw, alt: label, url } : { type: 'link', raw, label, url };
});
const footnote = reader(FOOTNOTE, ([raw, label = '']) => ({ type: 'footnote', raw, label }));
const reference = reader(REFERENCE, ([raw, mark, label = '', named = '']) => ({
	type: 'reference',
	raw,
	label,
	reference: named || label,
	image: mark === '!',
}));
const comment = reader(COMMENT, ([raw]) => ({ type: 'tag', raw, name: COMMENT_TAG, closing: false, attributes: '' }));
const angle = reader(ANGLE, ([raw, url = '']) => ({ type: 'address', raw, url }));
const tag = reader(TAG, ([raw, slash, name = '', attributes = '']) => ({
	type: 'tag',
	raw,
	name: name.toLowerCase(),
	closing: slash === '/',
	attributes,
}));

/** By the first character, the readers that are tried in turn. */
const READERS: { readonly [first: string]: readonly TokenReader[] } = {
	'\\': [reader(ESCAPE, ([raw, character = '']) => ({ type: 'escape', raw, character }))],
	'[': [footnote, link, reference],
	'!': [link, reference],
	'<': [angle, comment, tag],
	h: [bareAddress],
	'*': [mark],
	_: [mark],
	'~': [mark],
};

function tokenAt(text: string, at: number, fences: ReadonlyMap<number, CodeRun>): Token | undefined {
	const first = text[at] ?? '';
	if (first === '`') return codeAt(text, at, fences);
	for (const read of READERS[first] ?? []) {
		const token = read(text, at);
		if (token) return token;
	}
	return undefined;
}

/** Punctuation at the end belongs to the sentence, a bracket only when it was opened within. */
function bareAddress(text: string, at: number): Token | undefined {
	if (/[\w/]/.test(text[at - 1] ?? '')) return undefined;
	BARE.lastIndex = at;
	let raw = BARE.exec(text)?.[0];
	if (raw === undefined) return undefined;
	raw = raw.replace(/[.,:;!?'*_~]{1,50}$/, '');
	if (raw.endsWith(')') && !raw.includes('(')) raw = raw.slice(0, raw.indexOf(')'));
	return { type: 'address', raw, url: raw };
}

/** Whether a run may open or close, by what stands beside it; within words only `*` may. */
function mark(text: string, at: number): Token | undefined {
	MARK.lastIndex = at;
	const raw = MARK.exec(text)?.[0] ?? '';
	const before = text[at - 1] ?? ' ';
	const after = text[at + raw.length] ?? ' ';
	const word = raw.startsWith('_');
	return {
		type: 'mark',
		raw,
		opens: !/\s/.test(after) && !(word && /\w/.test(before)),
		closes: !/\s/.test(before) && !(word && /\w/.test(after)),
	};
}

interface CodeRun {
	length: number;
	/** Where the run stands that closes it. */
	end?: number;
}

/** Each run of backticks and the next one of its length, found from the end to the beginning. */
function codeRuns(text: string): Map<number, CodeRun> {
	const runs = new Map<number, CodeRun>();
	const next = new Map<number, number>();
	const found = [...text.matchAll(/`+/g)].reverse();
	for (const {
		index,
		0: { length },
	} of found) {
		runs.set(index, { length, end: next.get(length) });
		next.set(length, index);
	}
	return runs;
}

function codeAt(text: string, at: number, runs: ReadonlyMap<number, CodeRun>): Token | undefined {
	const run = runs.get(at);
	if (run?.end === undefined) return undefined;
	const inner = text.slice(at + run.length, run.end).replace(/\n/g, ' ');
	const stripped = /^ [^]*[^ ][^]* $/.test(inner) ? inner.slice(1, -1) : inner;
	return { type: 'code', raw: text.slice(at, run.end + run.length), text: stripped };
}
