/**
 * Blocks where the platform takes them: what may not stand in another block follows it.
 * @see https://open.feishu.cn/document/docs/docs/data-structure/block (which blocks may hold which)
 */
import type { BlockKind } from './blockTypes';
import { emptyText, type NewBlock } from './newBlock';
import { withinTextLimits } from './textLimits';

type Refuses = (kind: BlockKind) => boolean;

const oneOf = (kinds: readonly BlockKind[]): Refuses => {
	const set = new Set(kinds);
	return (kind) => set.has(kind);
};

const IN_CALLOUTS = oneOf([
	'text',
	'heading1',
	'heading2',
	'heading3',
	'heading4',
	'heading5',
	'heading6',
	'heading7',
	'heading8',
	'heading9',
	'bullet',
	'ordered',
	'task',
	'todo',
	'quote',
	'quote_container',
]);

/** What may stand nowhere in a block, however deep. Only the direct children are documented; deeper ones are not tried. */
const REFUSED: Partial<Record<BlockKind, Refuses>> = {
	callout: (kind) => !IN_CALLOUTS(kind),
	grid_column: oneOf(['grid', 'bitable', 'okr']),
	table_cell: oneOf(['table', 'sheet', 'bitable', 'okr']),
};

const HOLDS = oneOf([
	'text',
	'heading1',
	'heading2',
	'heading3',
	'heading4',
	'heading5',
	'heading6',
	'heading7',
	'heading8',
	'heading9',
	'bullet',
	'ordered',
	'task',
	'todo',
	'table_cell',
	'grid_column',
	'callout',
	'quote_container',
	'grid',
	'table',
]);

/** Can't be parted: what may not stand in one of its parts follows the whole. */
const FIXED = oneOf(['grid', 'table']);

/** Hold one block at least. */
const PARTS = oneOf(['grid_column', 'table_cell']);
const CONTAINERS = oneOf(['callout', 'quote_container']);

/** A block, and in how many of the blocks around that refuse anything it may stand. */
interface Placed {
	block: NewBlock;
	level: number;
}

/** The same blocks in the same order, each where it may stand, and no text longer than a block takes. */
export function allowedBlocks(blocks: readonly NewBlock[]): NewBlock[] {
	return blocks
		.flatMap(withinTextLimits)
		.flatMap((block) => place(block, []))
		.map(({ block }) => block);
}

function place(block: NewBlock, around: readonly Refuses[]): Placed[] {
	let level = around.length;
	while (around.slice(0, level).some((refuses) => refuses(block.kind))) level--;
	const outer = around.slice(0, level);
	const own = REFUSED[block.kind];
	const inner = own ? [...outer, own] : outer;
	const children = (block.children ?? []).flatMap(withinTextLimits).map((child) => place(child, inner));
	if (FIXED(block.kind)) return whole(block, children, level);
	if (PARTS(block.kind)) return part(block, children.flat(), level, inner.length);
	return parted(block, children.flat(), level, inner.length);
}

/** Columns and cells stay what they are; what leaves one comes after all of them. */
function whole(block: NewBlock, children: readonly Placed[][], level: number): Placed[] {
	const parts = children.flatMap(([own]) => (own ? [own.block] : []));
	const leaving = children.flatMap(([, ...rest]) => rest);
	return [{ block: { ...block, children: parts }, level }, ...leaving.map((piece) => lower(piece, level))];
}

/** One column or cell, and behind it what may not stand in it. */
function part(block: NewBlock, children: readonly Placed[], level: number, inner: number): Placed[] {
	const stays = children.filter((child) => child.level >= inner).map((child) => child.block);
	const leaving = children.filter((child) => child.level < inner);
	return [{ block: { ...block, children: stays.length > 0 ? stays : [emptyText()] }, level }, ...leaving];
}

/**
 * What leaves a block parts it: a container goes on behind it, the rest of an item follows without a mark.
 * @param level where the block itself may stand
 * @param inner where its children may
 */
function parted(block: NewBlock, children: readonly Placed[], level: number, inner: number): Placed[] {
	const isContainer = CONTAINERS(block.kind);
	const pieces: Placed[] = [];
	let held: NewBlock[] | undefined = [];
	const end = (): void => {
		const { children: _given, ...own } = block;
		if (held && (held.length > 0 || !isContainer))
			pieces.push({ block: held.length > 0 ? { ...own, children: held } : own, level });
		held = isContainer ? [] : undefined;
	};
	for (const child of children) {
		if (held && child.level >= inner && HOLDS(block.kind)) held.push(child.block);
		else {
			end();
			pieces.push(lower(child, level));
		}
	}
	end();
	return pieces.length > 0 ? pieces : [{ block: { ...block, children: [emptyText()] }, level }];
}

const lower = ({ block, level }: Placed, most: number): Placed => ({ block, level: Math.min(level, most) });
