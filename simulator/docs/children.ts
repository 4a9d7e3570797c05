import { contentName } from '../state/blockTypes';
import type { Block } from '../state/blockTree';
import { type Making, newContent } from './content';
import { made } from './filled';
import { type Given, recordOf } from './given';
import { fits, fitsAnywhereIn, isMade, takesChildren } from './kinds';
import { requireFew, requireRoom } from './limits';
import { problem } from './problem';

const MAX_CHILDREN = 50;

/** Whether blocks of a type may be put below one that is there. */
export function requireFits({ document: { tree } }: Making, parent: Block, type: number): void {
	if (!takesChildren(parent.block_type)) throw problem(1770028);
	if (!fits(parent.block_type, type)) throw problem(1770030);
	if (tree.above(parent.block_id).some((block) => !fitsAnywhereIn(block.block_type, type))) throw problem(1770030);
}

/** The place among the children of a block, -1 being the end; undefined is the end. */
export function placeIn({ children = [] }: Block, index: number): number | undefined {
	if (index < -1 || index > children.length) throw problem(1770001);
	return index === -1 ? undefined : index;
}

function typeOfNew(given: Given, making: Making): number {
	const type = given.block_type;
	if (typeof type !== 'number' || contentName(type) === undefined) throw problem(1770001);
	if (!isMade(type, making.nested, making.store.settings)) throw problem(1770029);
	return type;
}

/** What a new block shows. Ids of comments are those of a block that is there. */
export function contentOf(given: Given, making: Making) {
	const type = typeOfNew(given, making);
	const name = contentName(type) ?? '';
	if (Array.isArray(given.comment_ids) && given.comment_ids.length > 0) throw problem(1770001);
	return { block_type: type, [name]: newContent(type, given[name], making) };
}

/** Makes blocks of one level, and gives them as they were put there. */
export function makeChildren(making: Making, parent: Block, given: unknown, index: number): Block[] {
	if (!Array.isArray(given) || given.length === 0) throw problem(1770001);
	if (given.length > MAX_CHILDREN) throw problem(1770007);
	const place = placeIn(parent, index);
	const { tree } = making.document;
	const { settings } = making.store;
	const all = given.map((entry) => {
		const child = recordOf(entry);
		requireFits(making, parent, typeOfNew(child, making));
		const content = contentOf(child, making);
		return made(content, parent.block_id, child[contentName(content.block_type) ?? ''], settings);
	});
	requireFew(all.flat());
	const first = all.map(([block]) => block);
	tree.edit(() => {
		tree.graft(
			parent.block_id,
			all.flat(),
			first.map(({ block_id: id }) => id),
			place,
		);
		requireRoom(tree, settings);
	});
	return first;
}
