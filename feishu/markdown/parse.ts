import type { MarkdownNode } from './nodes';

let reader: typeof import('./reader') | undefined;

/** Reads Markdown. The library is loaded with the first text, so that those who write none don't wait for it. */
export function parseMarkdown(markdown: string): MarkdownNode[] {
	reader ??= require('./reader') as typeof import('./reader');
	return reader.read(markdown);
}

/** The same with what stands in documents and in no message: tags around blocks, colours, equations. */
export function parseDocument(markdown: string): MarkdownNode[] {
	reader ??= require('./reader') as typeof import('./reader');
	return reader.read(markdown, { documents: true });
}

/** Tables outside of lists, quotes and code. */
export function tableCount(markdown: string): number {
	if (!markdown.includes('|')) return 0;
	return parseMarkdown(markdown).filter(({ type }) => type === 'table').length;
}
