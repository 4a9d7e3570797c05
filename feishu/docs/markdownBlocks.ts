import type { MarkdownNode } from '../markdown/nodes';
import { cellWords } from '../markdown/oneLine';
import { parseDocument } from '../markdown/parse';
import { withoutFrontMatter } from './frontMatter';
import type { NewBlock } from './newBlock';
import { nodesBlocks } from './nodeBlocks';
import { withTagLines } from './tagLines';
import type { BlockOptions } from './blockOptions';

/** What a text becomes: the blocks of a document, and the title that it has for it. */
export interface DocumentContent {
	/** Of the front matter, or the only heading of the first level where the text begins with it; otherwise absent. */
	title?: string;
	blocks: NewBlock[];
}

/**
 * CommonMark, GFM and the platform's own Markdown of documents as blocks, with front matter left out. Nothing is fetched
 * or looked up: what has to be uploaded stands in the blocks' `content`.
 */
export function markdownBlocks(markdown: string, options: BlockOptions = {}): NewBlock[] {
	return nodesBlocks(read(withoutFrontMatter(markdown).markdown), options);
}

/** The same for a new document: a heading that is its title stands in no block. */
export function markdownDocument(markdown: string, options: BlockOptions = {}): DocumentContent {
	const { title, markdown: body } = withoutFrontMatter(markdown);
	const nodes = read(body);
	if (title !== undefined) return { title, blocks: nodesBlocks(nodes, options) };
	return nodesDocument(nodes, options);
}

/** Blocks and title of what was read, whatever it was written in. */
export function nodesDocument(nodes: readonly MarkdownNode[], options: BlockOptions): DocumentContent {
	const heading = firstHeading(nodes);
	const own = heading?.type === 'heading' ? titleOf(cellWords(heading.words)) : '';
	if (own === '') return { blocks: nodesBlocks(nodes, options) };
	return {
		title: own,
		blocks: nodesBlocks(
			nodes.filter((node) => node !== heading),
			options,
		),
	};
}

const read = (markdown: string): MarkdownNode[] => parseDocument(withTagLines(markdown));

/** The heading of the first level with which the text begins, if there is no other one. */
function firstHeading(nodes: readonly MarkdownNode[]): MarkdownNode | undefined {
	const [first] = nodes.filter(({ type }) => type !== 'comment' && type !== 'definition');
	const tops = nodes.filter((node) => node.type === 'heading' && node.level === 1);
	return tops.length === 1 && tops[0] === first ? first : undefined;
}

/** Characters that a title may have. @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document/create */
const TITLE_LIMIT = 800;

export const titleOf = (written: string): string => [...written.trim()].slice(0, TITLE_LIMIT).join('');
