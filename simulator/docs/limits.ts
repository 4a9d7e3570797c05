import type { Block, BlockTree } from '../state/blockTree';
import { contentName } from '../state/blockTypes';
import type { DocSettings } from '../state/docSettings';
import { problem } from './problem';
import type { TableContent } from './tableShape';

/** What one request may bring. Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document-block-descendant/create */
const MOST: Readonly<Record<string, number>> = {
	chat_card: 200,
	file: 200,
	mention_doc: 200,
	mention_user: 200,
	image: 20,
	isv: 20,
	sheet: 5,
	bitable: 5,
};
/** The same of what an update writes. */
const MOST_UPDATED: Readonly<Record<string, number>> = { reminder: 30, mention_doc: 50, mention_user: 100 };
const MAX_CELLS = 2000;
const MAX_TEXT = 10_485_760;

type Element = Readonly<Record<string, { content?: string }>>;

const elementsIn = (block: Block): Element[] =>
	(block[contentName(block.block_type) ?? ''] as { elements?: Element[] } | undefined)?.elements ?? [];

function requireCounts(names: readonly string[], most: Readonly<Record<string, number>>): void {
	const over = Object.entries(most).some(([name, max]) => names.filter((one) => one === name).length > max);
	if (over) throw problem(1770035);
}

function requireText(elements: readonly Element[]): void {
	const length = elements.reduce((sum, { text_run: run }) => sum + (run?.content?.length ?? 0), 0);
	if (length > MAX_TEXT) throw problem(1770033);
}

const heightOf = (tree: BlockTree, id: string): number =>
	1 + Math.max(0, ...tree.childrenOf(id).map((child) => heightOf(tree, child.block_id)));

/** Refuses new blocks that are too many for one request. */
export function requireFew(blocks: readonly Block[]): void {
	const elements = blocks.flatMap(elementsIn);
	requireCounts(
		[...blocks.map(({ block_type: type }) => contentName(type) ?? ''), ...elements.flatMap(Object.keys)],
		MOST,
	);
	const cells = blocks
		.map(({ table }) => table as TableContent | undefined)
		.reduce((sum, table) => sum + (table ? table.rows * table.columns : 0), 0);
	if (cells > MAX_CELLS) throw problem(1770034);
	requireText(elements);
}

/** Refuses blocks that a document, into which they were put, has no room for. */
export function requireRoom(tree: BlockTree, { docBlocks, docDepth }: DocSettings): void {
	if (tree.size > docBlocks) throw problem(1770004);
	if (docDepth !== null && heightOf(tree, tree.rootId) > docDepth) throw problem(1770005);
}

/** Refuses an update that brings too much; `blocks` are those that it changed. */
export function requireFewUpdated(blocks: readonly Block[]): void {
	const elements = blocks.flatMap(elementsIn);
	requireCounts(elements.flatMap(Object.keys), MOST_UPDATED);
	requireText(elements);
}
