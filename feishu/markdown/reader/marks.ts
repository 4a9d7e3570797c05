/** Where a mark of emphasis is none, beyond what CommonMark says; the rest is the library's. */
import type MarkdownIt from 'markdown-it';

const DIGIT = /\p{Number}/u;
const OPENING = /[\p{Open_Punctuation}\p{Initial_Punctuation}]/u;
const CLOSING = /[\p{Close_Punctuation}\p{Final_Punctuation}]/u;

export function ownMarks({ inline }: MarkdownIt.MarkdownIt): void {
	const Base = inline.State;
	inline.State = class extends Base {
		override scanDelims(start: number, canSplitWord: boolean): ReturnType<MarkdownIt.StateInline['scanDelims']> {
			const scanned = super.scanDelims(start, canSplitWord);
			const before = characterBefore(this.src, start);
			const after = String.fromCodePoint(this.src.codePointAt(start + scanned.length) ?? 0x20);
			// Two tildes strike out; three and more are none of GFM's marks.
			if (this.src.charAt(start) === '~' && scanned.length > 2)
				return { ...scanned, can_open: false, can_close: false };
			// A number goes on: `10*20*30 cm` and `10~~20` are sizes and ranges, and other numbers without their marks.
			const [follows, precedes] = [DIGIT.test(before), DIGIT.test(after)];
			if (follows && precedes) return { ...scanned, can_open: false, can_close: false };
			// So does a lone asterisk multiply: "长5*宽3，高2*深4", "x*2，y*3".
			const multiplies = scanned.length === 1 && this.src.charAt(start) === '*';
			// What makes marks count beside Chinese words ("**注意：**请") would let the second one of "姓名(*必填) 电话(*必填)"
			// close the first: a mark right behind an opening bracket closes nothing, one right before a closing one opens nothing.
			return {
				...scanned,
				can_open: scanned.can_open && !CLOSING.test(after) && !(multiplies && follows),
				can_close: scanned.can_close && !OPENING.test(before) && !(multiplies && precedes),
			};
		}
	};
}

function characterBefore(text: string, at: number): string {
	if (at === 0) return ' ';
	const last = text.charAt(at - 1);
	return /[\udc00-\udfff]/.test(last) ? text.slice(Math.max(0, at - 2), at) : last;
}
