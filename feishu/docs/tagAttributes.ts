import { decodeHTML } from 'entities';

/** Values of attributes with what their character references stand for. */
export function decodedAttributes(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	return new Map([...attributes].map(([name, value]) => [name, decodeHTML(value)]));
}

/** A tag with attributes; those that say nothing are left out. */
export function openingTag(name: string, attributes: Readonly<Record<string, unknown>>, alone = false): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([key, value]) => ` ${key}="${encoded(String(value))}"`)
		.join('');
	return `<${name}${written}${alone ? '/>' : '>'}`;
}

/** What would end the attribute or the tag; ends of lines too, because a tag stands in one line. */
function encoded(value: string): string {
	return value.replace(/[&"<>\n\r]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/** An address as the target of a link, in brackets of its own where it has signs that would end it. */
export function linkTarget(url: string): string {
	const whole = url.replace(/[<>\s]/g, encodeURIComponent);
	return /[()\\]/.test(whole) ? `<${whole}>` : whole;
}
