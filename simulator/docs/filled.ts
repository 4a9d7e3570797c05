import { newId } from '../platform/ids';
import type { Block, BlockContent } from '../state/blockTree';
import { contentName, typeOf } from '../state/blockTypes';
import type { DocSettings } from '../state/docSettings';
import { emptyText } from './content';
import { isType } from './kinds';
import type { TableContent } from './tableShape';

/** A new block and all that is below it; the first one is the block itself. */
export type Made = readonly [Block, ...Block[]];

const block = (type: string, content: object, parent_id: string): Block => ({
	block_id: newId.block(),
	parent_id,
	block_type: typeOf(type),
	[type]: content,
});

/** A cell or column as the platform makes it, with an empty text in it. */
export function filled(type: 'table_cell' | 'grid_column', content: object, parent: string): Made {
	const around = block(type, content, parent);
	const inside = block('text', emptyText(), around.block_id);
	return [{ ...around, children: [inside.block_id] }, inside];
}

export const equalRatios = (count: number): number[] =>
	Array.from({ length: count }, (_, index) => Math.floor(100 / count) + (index < 100 % count ? 1 : 0));

const many = (count: number, one: (index: number) => Made): Made[] => Array.from({ length: count }, (_, n) => one(n));

/** What appears below a block that was made without anything below it. */
export function inside(made: Block, settings: DocSettings): readonly Made[] {
	const { block_type: type, block_id: id } = made;
	if (isType(type, 'table')) {
		const { rows, columns } = made.table as TableContent;
		return many(rows * columns, () => filled('table_cell', {}, id));
	}
	if (isType(type, 'grid')) {
		const ratios = equalRatios((made.grid as { column_size: number }).column_size);
		return many(ratios.length, (index) => filled('grid_column', { width_ratio: ratios[index] }, id));
	}
	if (isType(type, 'callout') && settings.docCalloutChild === 'empty') return [[block('text', emptyText(), id)]];
	return [];
}

/** A file comes with a view around it, which stands in its place. */
export function inView(file: Block, viewType: unknown): Made {
	const view = block('view', { view_type: viewType === 2 || viewType === 3 ? viewType : 1 }, file.parent_id);
	return [
		{ ...view, children: [file.block_id] },
		{ ...file, parent_id: view.block_id },
	];
}

/** A block made by itself, with what the platform puts below it. */
export function made(content: BlockContent, parent_id: string, given: unknown, settings: DocSettings): Made {
	const own: Block = { ...content, block_id: newId.block(), parent_id };
	if (contentName(own.block_type) === 'file') return inView(own, (given as { view_type?: unknown }).view_type);
	const below = inside(own, settings);
	if (below.length === 0) return [own];
	return [{ ...own, children: below.map(([{ block_id: id }]) => id) }, ...below.flat()];
}
