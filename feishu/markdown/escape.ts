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

const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** What character references stand for, as a card shows them; its marks stay. */
export function withoutReferences(text: string): string {
	return text.replace(
		REFERENCE,
		(raw, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
			if (name !== undefined) return NAMED[name.toLowerCase()] ?? raw;
			const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : raw;
		},
	);
}
