import { blank, withoutCode } from './codeMarks';

/** A link or an image, whose words are no bare address; an image can stand within a link. */
const LINK = /\[[^[\]\n]*\]\([^)\]\n]*\)/g;

/** The end of a link with brackets in its words, and tags. */
const TARGET = /\]\([^)\]\n]*\)|<[^<>\n]*>/g;

/** An address whose last character is followed by a letter that no address has: Chinese, Japanese, Korean, full-width. */
const RUNS_ON =
	/https?:\/\/[\w\-.~:/?#@!$&*+,;=%]+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a])/gu;

/**
 * Addresses in a card's Markdown that words follow directly on: the platform takes both together for one address, and
 * then refuses the card.
 * @see https://open.feishu.cn/document/common-capabilities/message-card/message-card (questions about sending, 5)
 */
export function addressesRunOn(markdown: string): Array<{ at: number; address: string }> {
	if (!markdown.includes('://')) return [];
	const bare = withoutCode(markdown).replace(LINK, blank).replace(LINK, blank).replace(TARGET, blank);
	return [...bare.matchAll(RUNS_ON)].map(({ index, 0: address }) => ({ at: index, address }));
}

/** The same with these as words, without a blank that the author did not write. */
export function withAddressesApart(markdown: string): string {
	let said = markdown;
	for (const { at } of addressesRunOn(markdown).reverse()) {
		const colon = said.indexOf(':', at);
		said = `${said.slice(0, colon)}&#58;${said.slice(colon + 1)}`;
	}
	return said;
}
