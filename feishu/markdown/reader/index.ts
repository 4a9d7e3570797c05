/**
 * Reads Markdown with a library, as CommonMark and GFM say; what differs is in the rules beside this file, each with its
 * reason. Time grows with the length of the text.
 * @see https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/
 */
import type MarkdownIt from 'markdown-it';
import { linesOf } from '../lines';
import type { MarkdownNode } from '../nodes';
import { readBlocks } from './blocks';
import { grammar } from './grammar';
import type { Found } from './inline';
import { pairElsewhere } from './tagPairs';

const md = grammar();

/**
 * Places are those of the text with `\n` as the end of each line.
 * @param dialect `documents` where tags around blocks and equations count
 */
export function read(markdown: string, dialect: { documents?: true } = {}): MarkdownNode[] {
	const text = linesOf(markdown).join('\n');
	const first = readOnce(text, { ...dialect });
	// What refers to a definition is known when all is read: words that only look like one are read again.
	const defined = Object.keys(first.env.references ?? {});
	if (defined.every((label) => first.found.labels.has(label))) return first.nodes;
	return readOnce(text, { ...dialect, labels: first.found.labels }).nodes;
}

function readOnce(text: string, env: MarkdownIt.Env): { nodes: MarkdownNode[]; env: MarkdownIt.Env; found: Found } {
	const tokens: MarkdownIt.Token[] = [];
	const found: Found = { labels: new Set(), unpaired: [] };
	md.block.parse(text.replaceAll('\0', '\ufffd'), md, env, tokens);
	const nodes = readBlocks(md, text, tokens, env, found);
	pairElsewhere(found.unpaired);
	return { nodes, env, found };
}
