import type { MarkdownNode } from './nodes';
import type { Token } from './tokens';

/** What `[label]: address` lines define, by their labels in lower case. */
export type References = ReadonlyMap<string, string>;

export function referencesOf(nodes: readonly MarkdownNode[]): References {
	const found = new Map<string, string>();
	collect(nodes, found);
	return found;
}

function collect(nodes: readonly MarkdownNode[], found: Map<string, string>): void {
	for (const node of nodes) {
		if (node.type === 'definition') found.set(keyOf(node.label), found.get(keyOf(node.label)) ?? node.url);
		else if (node.type === 'quote') collect(node.children, found);
		else if (node.type === 'list') for (const item of node.items) collect(item.children, found);
	}
}

/** A link or image by reference as one with its address; without a definition it is text. */
export function resolved(token: Token, references: References): Token {
	if (token.type !== 'reference') return token;
	const url = references.get(keyOf(token.reference));
	if (url === undefined) return { type: 'text', raw: token.raw };
	return token.image
		? { type: 'image', raw: token.raw, alt: token.label, url }
		: { type: 'link', raw: token.raw, label: token.label, url };
}

function keyOf(label: string): string {
	return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
