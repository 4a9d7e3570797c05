import { byType, type ByType } from './byType';
import type { Inline } from './nodes';
import { attributeOf } from './tags';

/** The words of a line or paragraph, as they are where nothing is formatted. Images say their description. */
export function plainWords(words: readonly Inline[]): string {
	return words.map((node) => byType(WORDS, node)).join('');
}

const WORDS: ByType<Inline, [], string> = {
	text: ({ text }) => text,
	break: () => '\n',
	code: ({ text }) => text,
	style: ({ children }) => plainWords(children),
	link: ({ children, url }) => linkWords(labelWords(children), url),
	image: ({ alt }) => (alt === '' ? '[Image]' : `[${alt}]`),
	// A mention is called by the name in it, or else by its ID.
	mention: ({ ids, email, children }) => `@${plainWords(children) || ids.join(',') || email}`,
	footnote: ({ label }) => `[${label}]`,
	tag: ({ children = [], raw, loose, attributes }) =>
		loose === 'words' ? raw : plainWords(children) || attributeOf(attributes, 'alt'),
	comment: () => '',
};

/** The words of a label or description, in which nothing is a link: images are what they describe. */
export function labelWords(children: readonly Inline[]): string {
	return children.map(labelWord).join('');
}

function labelWord(node: Inline): string {
	if (node.type === 'image') return node.alt;
	if (node.type === 'style') return labelWords(node.children);
	return node.type === 'link' ? labelWords(node.children) || node.url : plainWords([node]);
}

/** Whether a link says nothing but its address, if it has one. */
export function saysAddress(said: string, url: string): boolean {
	return (
		url === '' ||
		said.trim() === '' ||
		said === url ||
		said === url.replace(/^(?:mailto:|tel:|http:\/\/(?=www\.))/i, '')
	);
}

/** A link where there is none: its words and the address, if that is another one. */
export function linkWords(said: string, url: string): string {
	if (!saysAddress(said, url)) return `${said} (${url})`;
	return said.trim() === '' ? url.replace(/^mailto:/i, '') : said;
}
