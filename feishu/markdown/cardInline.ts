import { pairsOf } from './emphasis';
import { escapeMarkdown } from './escape';
import { byType, type ByType } from './byType';
import { resolved, type References } from './references';
import { attributeOf, CARD_TAGS, HTML_MARKS, UNENDED_TAG } from './tags';
import { endOfMention, opensMention, tokensOf, withoutBreaks, type Token, type TokenOf } from './tokens';

/** Addresses that the clients open. */
const OPENED = /^(?:https?|tel|lark|feishu):/i;

export const isImageKey = (url: string): boolean => /^img_/.test(url);

/**
 * A line or paragraph as a card's `markdown` takes it: CommonMark without HTML except the platform's own tags, images
 * by key only, special characters as character references.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text
 */
export function cardInline(text: string, references: References): string {
	const tokens = tokensOf(withoutBreaks(text)).map((token) => resolved(token, references));
	const pairs = pairsOf(tokens);
	const said: string[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index];
		if (!token) break;
		const partner = pairs.get(index);
		if (token.type === 'mark' && partner !== undefined) {
			said.push(markOf(token, partner > index, said, tokens[index + 1]));
			continue;
		}
		const end = opensMention(token) ? endOfMention(tokens, index) : undefined;
		said.push(byType(SAID, token));
		// The name within a mention is the platform's business.
		if (end !== undefined) {
			said.push('</at>');
			index = end;
		}
	}
	return said.join('').trim();
}

const SAID: ByType<Token, [], string> = {
	text: ({ raw }) => raw.replace(UNENDED_TAG, '&#60;'),
	mark: ({ raw }) => raw,
	reference: ({ raw }) => raw,
	code: ({ raw }) => raw,
	escape: ({ character }) => `&#${character.codePointAt(0)};`,
	footnote: ({ label }) => escapeMarkdown(`[${label}]`),
	link: ({ label, url }) => linkTo(cardInline(label, new Map()), url),
	image: ({ alt, url }) => (isImageKey(url) ? `![${escapeMarkdown(alt)}](${url})` : linkTo(escapeMarkdown(alt), url)),
	// Alone, an address with marks in it might be read as emphasis.
	address: ({ raw, url }) => (raw === url && !/[*_~]/.test(url) ? raw : linkTo(escapeMarkdown(url), url)),
	tag: tagOf,
};

/** What the clients don't open stays readable. */
function linkTo(label: string, url: string): string {
	if (!OPENED.test(url))
		return label === '' || label === escapeMarkdown(url) ? escapeMarkdown(url) : `${label} (${escapeMarkdown(url)})`;
	const target = url.replace(/[\s()<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
	return `[${label || escapeMarkdown(url)}](${target})`;
}

function tagOf({ name, raw, closing, attributes }: TokenOf<'tag'>): string {
	if (name === 'at' && !closing) return `<at ${mentioned(attributes)}>`;
	if (CARD_TAGS.has(name)) return raw;
	const mark = Object.hasOwn(HTML_MARKS, name) ? HTML_MARKS[name] : undefined;
	if (mark !== undefined) return mark;
	if (name === 'img') return linkTo(escapeMarkdown(attributeOf(attributes, 'alt')), attributeOf(attributes, 'src'));
	return escapeMarkdown(raw);
}

/** Messages name people by `user_id`, cards by `id`. */
function mentioned(attributes: string): string {
	const email = attributeOf(attributes, 'email');
	if (email !== '') return `email=${email}`;
	const ids = attributeOf(attributes, 'ids');
	return ids === '' ? `id=${attributeOf(attributes, 'id', 'user_id', 'open_id')}` : `ids=${ids}`;
}

const PUNCTUATION = /[\p{Punctuation}\p{Symbol}]/u;

/**
 * Beside a letter, a mark that follows or precedes punctuation would not count ("**注意：**请"), which happens where
 * words are not parted by spaces: a space helps.
 */
function markOf(token: Token, opening: boolean, before: readonly string[], next: Token | undefined): string {
	const raw = token.raw === '~' ? '~~' : token.raw;
	const previous = lastCharacter(before[before.length - 1] ?? '');
	const following = next?.raw.charAt(0) ?? '';
	if (opening) return isLetter(previous) && PUNCTUATION.test(following) ? ` ${raw}` : raw;
	return PUNCTUATION.test(previous) && isLetter(following) ? `${raw} ` : raw;
}

function isLetter(character: string): boolean {
	return character !== '' && !/\s/.test(character) && !PUNCTUATION.test(character);
}

function lastCharacter(text: string): string {
	return text.charAt(text.length - 1);
}
