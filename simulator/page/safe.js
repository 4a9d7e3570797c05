/** What arrives in a message is not trusted: only these shapes reach the document. */

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'lark:', 'feishu:']);

/** The URL when a person may follow it, else undefined (no `javascript:`, no `data:`). */
export function safeUrl(value) {
	if (typeof value !== 'string' || !value.trim()) return undefined;
	try {
		return SAFE_SCHEMES.has(new URL(value).protocol) ? value : undefined;
	} catch {
		return undefined;
	}
}

const LENGTHS = /^(?:-?\d+(?:\.\d+)?px)(?:\s+-?\d+(?:\.\d+)?px){0,3}$/;

/** A CSS length of one to four pixel values, as card paddings and margins are written, else undefined. */
export const safeLengths = (value) =>
	typeof value === 'string' && LENGTHS.test(value.trim()) ? value.trim() : undefined;

const NAMED_SPACING = { small: '4px', medium: '8px', large: '12px', extra_large: '16px', default: '8px' };

/** Card spacing: a name or a pixel value. */
export const spacing = (value, fallback) => NAMED_SPACING[value] ?? safeLengths(value) ?? fallback;

const ENTITIES = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	sol: '/',
	ast: '*',
	lowbar: '_',
	grave: '`',
};

/** Feishu asks senders to escape markdown as HTML entities, so these are turned back into characters. */
export function decodeEntities(text) {
	return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name) => {
		const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
		if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		return ENTITIES[name] ?? whole;
	});
}

/** A value as text, whatever it is. */
export const asText = (value) =>
	typeof value === 'string'
		? value
		: value === undefined || value === null
			? ''
			: typeof value === 'object'
				? JSON.stringify(value)
				: String(value);
