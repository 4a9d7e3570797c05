/**
 * Where an address of the web ends in running text, which matters most where words are not parted by spaces: Chinese
 * words right behind an address are not part of it, and a platform that takes them along makes a link to a page that is
 * not there, or refuses the card. For what is sent and what is received alike.
 * @see https://open.feishu.cn/document/common-capabilities/message-card/message-card (questions about sending, 5)
 */

/** What may stand in an address besides letters and digits; brackets and quotes are looked at again at its end. */
const SIGN = /[-._~:/?#[\]@!$&'()*+,;=%{}^]/;

/** Beside these, letters of other scripts begin a part of the path or a value: `/wiki/维基`, `?q=飞书`. */
const PART = /[/?#&=_~-]/;

const ASCII_LETTER = /[A-Za-z\d]/;
const LETTER = /[\p{Letter}\p{Mark}\p{Number}]/u;

/** Letters of full width look like punctuation of Chinese text and stand in no address. */
const FULL_WIDTH = /[\uff00-\uffef]/;

/** Punctuation at the end belongs to the sentence. */
const SENTENCE = /(?:[.,:;!?'*_~([{]|&[a-z\d]{2,32};){1,100}$/i;

const OPENINGS: { readonly [closing: string]: string } = { ')': '(', ']': '[', '}': '{' };

/** The offset at which the address ends whose scheme and slashes end at `start`; `start` when there is none. */
export function addressEnd(text: string, start: number): number {
	let end = start;
	let previous = '/';
	const open: string[] = [];
	for (const character of text.slice(start)) {
		if (!belongs(character, previous, text, end)) break;
		// A bracket belongs to the address only when it was opened within it.
		const opening = OPENINGS[character];
		if (opening !== undefined && open.pop() !== opening) break;
		if (character === '(' || character === '[' || character === '{') open.push(character);
		end += character.length;
		previous = character;
	}
	const own = text.slice(start, end).replace(SENTENCE, '');
	return LETTER.test(own) ? start + own.length : start;
}

function belongs(character: string, previous: string, text: string, at: number): boolean {
	if (ASCII_LETTER.test(character) || SIGN.test(character)) return true;
	if (!LETTER.test(character) || FULL_WIDTH.test(character)) return false;
	// Within a word of another script, or at the beginning of a part.
	if (previous > '\u007f' || PART.test(previous)) return true;
	// Of the name of a host: `www.例子.com`.
	return previous === '.' && /^[\p{Letter}\p{Number}-]{1,63}[./:]/u.test(text.slice(at, at + 64));
}

/** What a client would not take as it is, percent-encoded; what is encoded already stays. */
export function encodedAddress(address: string): string {
	const origin = /^https?:\/\/[^/?#]*/i.exec(address)?.[0] ?? '';
	const known = isAscii(origin) ? origin : (asciiOrigin(origin) ?? origin);
	return (known + address.slice(origin.length)).replace(/[\s\p{Cc}<>"\\^`{|}]|[^\p{ASCII}]+/gu, encoded);
}

/** The same between the brackets of a link of Markdown, which one of its own could end. */
export function bracketedAddress(address: string): string {
	return encodedAddress(address).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

function encoded(characters: string): string {
	return encodeURIComponent(characters.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function isAscii(text: string): boolean {
	return /^\p{ASCII}*$/u.test(text);
}

/** Names of hosts outside of ASCII have a form of their own. */
function asciiOrigin(address: string): string | undefined {
	try {
		return new URL(address).origin;
	} catch {
		return undefined;
	}
}
