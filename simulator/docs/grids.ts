import type { Block, BlockTree } from '../state/blockTree';
import { equalRatios, filled } from './filled';
import { type Given, wholeOf } from './given';
import { problem } from './problem';

/** Columns that a grid has at least, and that it can grow to. */
const FEWEST = 2;
const MOST = 10;

export type GridUpdate = (tree: BlockTree, block: Block, given: Given) => void;

/** All columns are as wide as each other again, and the grid knows how many there are. */
function settle(tree: BlockTree, block: Block): void {
	const columns = block.children ?? [];
	const ratios = equalRatios(columns.length);
	columns.forEach((id, index) => tree.update(id, (content) => (content.width_ratio = ratios[index])));
	(block.grid as { column_size: number }).column_size = columns.length;
}

function insert(tree: BlockTree, block: Block, given: Given): void {
	const count = block.children?.length ?? 0;
	const index = wholeOf(given.column_index, { min: -1 });
	// Counted from 1: the new column stands behind as many.
	if (index === 0) throw problem(1770001);
	if (index > count) throw problem(1770027);
	if (count >= MOST) throw problem(1770024);
	const column = filled('grid_column', { width_ratio: 0 }, block.block_id);
	tree.graft(block.block_id, column, [column[0].block_id], index === -1 ? undefined : index);
	settle(tree, block);
}

function remove(tree: BlockTree, block: Block, given: Given): void {
	const count = block.children?.length ?? 0;
	const index = wholeOf(given.column_index, { min: -1 });
	if (index >= count) throw problem(1770027);
	if (count <= FEWEST) throw problem(1770024);
	const at = index === -1 ? count - 1 : index;
	tree.remove(block.block_id, at, at + 1);
	settle(tree, block);
}

function ratios(tree: BlockTree, block: Block, { width_ratios: given }: Given): void {
	const columns = block.children ?? [];
	if (!Array.isArray(given) || given.length !== columns.length) throw problem(1770001);
	const read = given.map((ratio) => wholeOf(ratio, { min: 1, max: 99 }));
	columns.forEach((id, index) => tree.update(id, (content) => (content.width_ratio = read[index])));
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document-block/batch_update */
export const GRID_UPDATES: Readonly<Record<string, GridUpdate>> = {
	insert_grid_column: insert,
	delete_grid_column: remove,
	update_grid_column_width_ratio: ratios,
};
