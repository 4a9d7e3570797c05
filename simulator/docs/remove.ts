import type { Block, BlockTree } from '../state/blockTree';
import { FILLED, isType } from './kinds';
import { problem } from './problem';

/** Their parts go by updates of the block, or not at all. */
const KEEPING = ['table', 'grid', 'view'];

/** Takes children of a block away, from one place to before another. */
export function removeChildren(tree: BlockTree, parent: Block, start: number, end: number): void {
	const { block_type: type, block_id: id, children = [] } = parent;
	if (KEEPING.some((name) => isType(type, name))) throw problem(1770031);
	if (start >= end || end > children.length) throw problem(1770001);
	if (FILLED.has(type) && end - start === children.length) throw problem(1770031);
	tree.remove(id, start, end);
}
