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
	link: ({ children, url }) => {
		const said = labelWords(children);
		return said === '' || said === url
			? url
			: url.replace(/^(?:mailto|tel):/i, '') === said
				? said
				: `${said} (${url})`;
	},
	image: ({ alt }) => (alt === '' ? '[Image]' : `[${alt}]`),
	// A mention is called by the name in it, or else by its ID.
	mention: ({ ids, email, children }) => `@${plainWords(children) || ids.join(',') || email}`,
	footnote: ({ label }) => `[${label}]`,
	tag: ({ children = [], raw, loose, attributes }) =>
		loose === 'words' ? raw : plainWords(children) || attributeOf(attributes, 'alt'),
	comment: () => '',
};

/** The words of a label: where a link is, its images are what they describe. */
export function labelWords(children: readonly Inline[]): string {
	return children
		.map((node) =>
			node.type === 'image' ? node.alt : node.type === 'style' ? labelWords(node.children) : plainWords([node]),
		)
		.join('');
}
