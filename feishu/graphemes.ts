/** What people take for one character may be many: emoji of several people, letters with marks. None is ever cut. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters of UTF-16 that are looked at before a cut; longer graphemes do not occur in writing. */
const LONGEST = 64;

/** The beginning of a text, at most `length` characters of UTF-16, that ends between graphemes. */
export function cutText(text: string, length: number): string {
	if (length >= text.length) return text;
	if (length <= 0) return '';
	const from = safeStart(text, Math.floor(length) - LONGEST);
	const segment = segmenter
		.segment(text.slice(from, Math.floor(length) + LONGEST))
		.containing(Math.floor(length) - from);
	return text.slice(0, from + (segment?.index ?? 0));
}

/** A text that still grows, without its last grapheme, to which more may belong. */
export function completeText(text: string): string {
	return cutText(text, text.length - 1);
}

/** A place at or before the one given that is no second half of a surrogate pair. */
function safeStart(text: string, index: number): number {
	if (index <= 0) return 0;
	const unit = text.charCodeAt(index);
	return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}
