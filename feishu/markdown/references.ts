import type { MarkdownNode } from './nodes';
import { tokensOf, type Token } from './tokens';

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

/** The labels that the text refers to, by which `[label]: word` is known from words such as `[ERROR]: timeout`. */
export function referredLabels(nodes: readonly MarkdownNode[]): ReadonlySet<string> {
	const found = new Set<string>();
	for (const text of textsOf(nodes)) refer(text, found);
	return found;
}

function refer(text: string, found: Set<string>): void {
	const tokens = tokensOf(text);
	tokens.forEach((token, index) => {
		if (token.type === 'link') refer(token.label, found);
		if (token.type !== 'reference' || isHead(tokens, index)) return;
		found.add(keyOf(token.reference));
		if (token.label !== token.reference) refer(token.label, found);
	});
}

/** Whether a label stands in front of its own line and refers to nothing. */
function isHead(tokens: readonly Token[], index: number): boolean {
	const before = tokens[index - 1]?.raw ?? '\n';
	return /\n[ \t]*$/.test(before) && tokens[index + 1]?.raw.startsWith(':') === true;
}

function textsOf(nodes: readonly MarkdownNode[]): string[] {
	return nodes.flatMap((node): string[] => {
		if ('text' in node) return node.type === 'code' ? [] : [node.text];
		if (node.type === 'table') return [node.header, ...node.rows].flat();
		if (node.type === 'list') return node.items.flatMap(({ children }) => textsOf(children));
		return node.type === 'quote' ? textsOf(node.children) : [];
	});
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

/** As labels are compared. */
export function keyOf(label: string): string {
	return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
