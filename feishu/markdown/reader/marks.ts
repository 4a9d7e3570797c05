/** Where a mark of emphasis is none, beyond what CommonMark says; the rest is the library's. */
import type MarkdownIt from 'markdown-it';

const DIGIT = /\p{Number}/u;
const LETTER = /[A-Za-z]/;
const PUNCTUATION = /[\p{Punctuation}\p{Symbol}]/u;
const OPENING = /[\p{Open_Punctuation}\p{Initial_Punctuation}]/u;
const CLOSING = /[\p{Close_Punctuation}\p{Final_Punctuation}]/u;

/** What parts the words of Chinese sentences: no emphasis begins with it right behind a word. */
const SEPARATOR = /[、。，．：；！？…—·～]/;

/** A run of marks between its neighbours. */
interface Run {
	asterisk: boolean;
	/** Whether it is one asterisk, which is more than a mark: it multiplies, and stands for any name. */
	lone: boolean;
	twice: boolean;
	/** The characters right before and behind it. */
	before: string;
	after: string;
	/** The text up to it and from it on, as far as is of interest. */
	past: string;
	rest: string;
}

type Look = (run: Run) => boolean;

const NONE: readonly Look[] = [
	// A number goes on: `10*20*30 cm` and `10~~20` are sizes and ranges, and other numbers without their marks.
	({ before, after }) => DIGIT.test(before) && DIGIT.test(after),
	// Any folder: `src/**/a.ts`, `a/*/b/*/c`, `"**/*.ts", "**/*.js"`.
	({ asterisk, before, after }) => asterisk && before === '/' && after === '/',
	({ twice, before, rest }) => twice && rest === '/*' && /[\s"'`([{,;|:=]/.test(before),
	// The beginning of a comment in code, whose end opens nothing either: `/* a */ b /* c */`.
	({ lone, past }) => lone && /(?:^|\s)\/$/.test(past),
];

const OPENS_NOTHING: readonly Look[] = [
	...NONE,
	// What makes marks count beside Chinese words ("**注意：**请") would let the second one of "姓名(*必填) 电话(*必填)"
	// close the first: a mark right behind an opening bracket closes nothing, one right before a closing one opens nothing.
	({ after }) => CLOSING.test(after),
	// "A*，B*，C*", "价格*：100*起"; but "*… and so on*" begins a line.
	({ before, after }) => SEPARATOR.test(after) && !/\s/.test(before),
	// A lone asterisk multiplies: "长5*宽3，高2*深4", "x*2，y*3"; two are a power: "x**2 + y**2", "2**n + 3**n".
	({ lone, before }) => lone && DIGIT.test(before),
	({ twice, before, after }) => twice && LETTER.test(before) && DIGIT.test(after),
	({ twice, before, after }) => twice && DIGIT.test(before) && LETTER.test(after),
	// Any name: "src/*.ts 和 test/*.ts", "*.*"; any number of times: ".*a.*".
	({ lone, before, rest }) => lone && (PUNCTUATION.test(before) || rest.startsWith('.*')) && /^[./]/.test(rest),
	({ lone, past }) => lone && /(?:^|[^.])\.$/.test(past),
	({ lone, rest }) => lone && /^\/(?:\s|$)/.test(rest),
];

const CLOSES_NOTHING: readonly Look[] = [
	...NONE,
	({ before }) => OPENING.test(before),
	// "1、*必填 2、*选填"
	({ lone, before }) => lone && before === '、',
	({ lone, after }) => lone && DIGIT.test(after),
	// "*.ts,*.js", "*/5,*/10", "*.*"
	({ asterisk, before, rest }) => asterisk && /[,;|:=/]/.test(before) && /^[./][\w*]/.test(rest),
	({ lone, past }) => lone && past.endsWith('*.'),
];

export function ownMarks({ inline }: MarkdownIt.MarkdownIt): void {
	const Base = inline.State;
	inline.State = class extends Base {
		override scanDelims(start: number, canSplitWord: boolean): ReturnType<MarkdownIt.StateInline['scanDelims']> {
			const scanned = super.scanDelims(start, canSplitWord);
			const { length } = scanned;
			const sign = this.src.charAt(start);
			// Two tildes strike out; three and more are none of GFM's marks.
			if (sign === '~' && length > 2) return { ...scanned, can_open: false, can_close: false };
			const run: Run = {
				asterisk: sign === '*',
				lone: length === 1 && sign === '*',
				twice: length === 2 && sign === '*',
				before: characterBefore(this.src, start),
				after: String.fromCodePoint(this.src.codePointAt(start + length) ?? 0x20),
				past: this.src.slice(Math.max(0, start - 2), start),
				rest: this.src.slice(start + length, start + length + 2),
			};
			return {
				...scanned,
				can_open: scanned.can_open && !OPENS_NOTHING.some((is) => is(run)),
				can_close: scanned.can_close && !CLOSES_NOTHING.some((is) => is(run)),
			};
		}
	};
}

function characterBefore(text: string, at: number): string {
	if (at === 0) return ' ';
	const last = text.charAt(at - 1);
	return /[\udc00-\udfff]/.test(last) ? text.slice(Math.max(0, at - 2), at) : last;
}
