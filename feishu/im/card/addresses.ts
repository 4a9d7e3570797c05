/**
 * Addresses that a card opens: http and https, without characters that an address can't have.
 * @see https://open.feishu.cn/document/common-capabilities/message-card/message-card
 */

/** What takes the place of an address for devices on which nothing is to be opened. */
export const NOT_HERE = 'lark://msgcard/unsupported_action';

const WEB = /^https?:\/\/[^\s/?#]/i;

/** What RFC 3986 has for nothing: blanks, control characters, quotes, brackets of several kinds. */
const IMPOSSIBLE = /[\s\p{Cc}"<>\\^`{|}]/u;

export function isWebAddress(address: string): boolean {
	return WEB.test(address) || address === NOT_HERE;
}

export function hasImpossibleCharacters(address: string): boolean {
	return IMPOSSIBLE.test(address);
}
