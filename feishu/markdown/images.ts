import { linesOf } from './lines';
import type { Inline, Words } from './nodes';
import { parseMarkdown } from './parse';
import { attributeOf, meaningOf } from './tags';
import { edited, wordsIn, type Edit } from './walk';

export interface MarkdownImage {
	/** As written: an address, or a key of the platform. */
	url: string;
	alt: string;
}

/** The images of a Markdown text, in their order; what stands in code is none. */
export function imagesOf(markdown: string): MarkdownImage[] {
	return placesOf(markdown).map(({ url, alt }) => ({ url, alt }));
}

/** The same text with keys for addresses. An image without a key becomes a link; one that the map lacks stays. */
export function withImageKeys(markdown: string, keys: ReadonlyMap<string, string | undefined>): string {
	const places = placesOf(markdown).filter(({ url }) => keys.has(url));
	if (places.length === 0) return markdown;
	const text = linesOf(markdown).join('\n');
	return edited(
		text,
		places.map((place) => editOf(place, text, keys.get(place.url))),
	);
}

interface Place extends MarkdownImage {
	from: number;
	to: number;
	/** Where the label ends of one that is no tag. */
	label?: number;
}

function placesOf(markdown: string): Place[] {
	if (!/!\[|<img/i.test(markdown)) return [];
	return wordsIn(parseMarkdown(markdown)).flatMap(imagesIn);
}

function imagesIn(words: Words): Place[] {
	return words.flatMap((node): Place[] => {
		if (node.type === 'image') return [node];
		const tag = imageTag(node);
		if (tag) return [tag];
		return 'children' in node && node.type !== 'mention' ? imagesIn(node.children ?? []) : [];
	});
}

function imageTag(node: Inline): Place | undefined {
	if (node.type !== 'tag' || meaningOf(node.name)?.as !== 'image') return undefined;
	const { attributes, from, to } = node;
	return { url: attributeOf(attributes, 'src'), alt: attributeOf(attributes, 'alt'), from, to };
}

function editOf({ url, alt, from, to, label }: Place, text: string, key: string | undefined): Edit {
	const said = label === undefined ? alt.replace(/[[\]\\]/g, '\\$&') : text.slice(from + 2, label);
	if (key !== undefined) return { from, to, text: `![${said}](${key})` };
	const target = /[\s()]/.test(url) ? `<${url}>` : url;
	return { from, to, text: `[${said || url}](${target})` };
}
