import { mapTokens } from './mapTokens';

export interface MarkdownImage {
	/** As written: an address, or a key of the platform. */
	url: string;
	alt: string;
}

/** The images of a Markdown text, in their order; what stands in code is none. */
export function imagesOf(markdown: string): MarkdownImage[] {
	if (!markdown.includes('![')) return [];
	const found: MarkdownImage[] = [];
	mapTokens(markdown, (token) => {
		if (token.type === 'image') found.push({ url: token.url, alt: token.alt });
		return undefined;
	});
	return found;
}

/** The same text with keys for addresses. An image without a key becomes a link; one that the map lacks stays. */
export function withImageKeys(markdown: string, keys: ReadonlyMap<string, string | undefined>): string {
	if (!markdown.includes('![')) return markdown;
	return mapTokens(markdown, (token) => {
		if (token.type !== 'image' || !keys.has(token.url)) return undefined;
		const key = keys.get(token.url);
		if (key !== undefined) return `![${token.alt}](${key})`;
		const target = /[\s()]/.test(token.url) ? `<${token.url}>` : token.url;
		return `[${token.alt || token.url}](${target})`;
	});
}
