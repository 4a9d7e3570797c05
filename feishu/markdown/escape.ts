/** Special characters anywhere, and at the beginning of a line what makes a list or a rule. */
const SYNTAX = /[\\`*_{}[\]<>~&#|]|^[-+=](?=[\s=-]|$)|(?<=^\d{1,9})[.)](?=\s|$)/gm;

/**
 * Escapes what Markdown would read as syntax, so that a text shows as it is. Numeric character references are what the
 * card's Markdown documents for that.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text
 */
export function escapeMarkdown(text: string): string {
	return text.replace(SYNTAX, (character) => `&#${character.codePointAt(0)};`);
}
