import type { Block, BlockTree } from '../state/blockTree';
import { filled } from './filled';
import { type Given, wholeOf } from './given';
import { problem } from './problem';
import { type Merge, MIN_WIDTH, type TableContent, WIDTH } from './tableShape';

/** What an update of a table has before it: its block, which may be changed. */
interface Table {
	tree: BlockTree;
	block: Block;
	content: TableContent;
}
export type TableUpdate = (table: Table, given: Given) => void;

/** One way in which tables go, with the code for what is outside of it. */
interface Side {
	count: 'rows' | 'columns';
	start: 'top' | 'left';
	end: 'bottom' | 'right';
	outside: number;
}
const ROWS: Side = { count: 'rows', start: 'top', end: 'bottom', outside: 1770026 };
const COLUMNS: Side = { count: 'columns', start: 'left', end: 'right', outside: 1770027 };

const MAX_COLUMNS = 100;

function shifted(merge: Merge, { start, end }: Side, at: number): Merge {
	const by = (value: number, isBehind: boolean) => (isBehind ? value + 1 : value);
	return { ...merge, [start]: by(merge[start], merge[start] >= at), [end]: by(merge[end], merge[end] > at) };
}

/** Puts one line of empty cells in; what is merged around it grows. */
function insertLine({ tree, block, content }: Table, side: Side, index: unknown): void {
	const { rows, columns } = content;
	const given = wholeOf(index, { min: -1 });
	const at = given === -1 ? content[side.count] : given;
	if (at > content[side.count]) throw problem(side.outside);
	if (side === COLUMNS && columns >= MAX_COLUMNS) throw problem(1770010);
	const places = Array.from({ length: side === ROWS ? columns : rows }, (_, line) =>
		side === ROWS ? at * columns + line : line * (columns + 1) + at,
	);
	for (const place of places) {
		const cell = filled('table_cell', {}, block.block_id);
		tree.graft(block.block_id, cell, [cell[0].block_id], place);
	}
	content[side.count] += 1;
	content.merges = content.merges.map((merge) => shifted(merge, side, at));
	if (side === COLUMNS) content.widths.splice(at, 0, WIDTH);
}

/** Takes lines away; what is merged across them shrinks. The last one stays. */
function deleteLines({ tree, block, content }: Table, side: Side, from: unknown, to: unknown): void {
	const [start, end] = [wholeOf(from), wholeOf(to, { min: 1 })];
	if (start >= end) throw problem(1770001);
	if (end > content[side.count]) throw problem(side.outside);
	if (end - start === content[side.count]) throw problem(1770024);
	const { columns } = content;
	const cells = block.children ?? [];
	for (let index = cells.length - 1; index >= 0; index -= 1) {
		const line = side === ROWS ? Math.floor(index / columns) : index % columns;
		if (line >= start && line < end) tree.remove(block.block_id, index, index + 1);
	}
	content[side.count] -= end - start;
	if (side === COLUMNS) content.widths.splice(start, end - start);
	const moved = (value: number) => value - Math.min(Math.max(0, value - start), end - start);
	content.merges = content.merges
		.map((merge) => ({ ...merge, [side.start]: moved(merge[side.start]), [side.end]: moved(merge[side.end]) }))
		.filter(({ top, left, bottom, right }) => (bottom - top) * (right - left) > 1);
}

const isInside = (one: Merge, other: Merge) =>
	one.top >= other.top && one.left >= other.left && one.bottom <= other.bottom && one.right <= other.right;
const isApart = (one: Merge, other: Merge) =>
	one.top >= other.bottom || one.left >= other.right || other.top >= one.bottom || other.left >= one.right;

/** Merges within the given cells go up in it; those across their edge refuse it. */
function merge({ content }: Table, given: Given): void {
	const area: Merge = {
		top: wholeOf(given.row_start_index),
		bottom: wholeOf(given.row_end_index, { min: 1 }),
		left: wholeOf(given.column_start_index),
		right: wholeOf(given.column_end_index, { min: 1 }),
	};
	if (area.top >= area.bottom || area.left >= area.right) throw problem(1770001);
	if (area.bottom > content.rows) throw problem(1770026);
	if (area.right > content.columns) throw problem(1770027);
	if (content.merges.some((one) => !isInside(one, area) && !isApart(one, area))) throw problem(1770024);
	content.merges = [...content.merges.filter((one) => isApart(one, area)), area];
}

function unmerge({ content }: Table, given: Given): void {
	const [row, column] = [wholeOf(given.row_index), wholeOf(given.column_index)];
	if (row >= content.rows) throw problem(1770026);
	if (column >= content.columns) throw problem(1770027);
	const cell = { top: row, left: column, bottom: row + 1, right: column + 1 };
	if (!content.merges.some((one) => isInside(cell, one))) throw problem(1770024);
	content.merges = content.merges.filter((one) => !isInside(cell, one));
}

function property({ content }: Table, given: Given): void {
	const { column_width: width, column_index: index, header_row, header_column } = given;
	if (width !== undefined) {
		const at = wholeOf(index);
		if (at >= content.columns) throw problem(1770027);
		content.widths[at] = wholeOf(width, { min: MIN_WIDTH });
	}
	if (typeof header_row === 'boolean') content.header_row = header_row;
	if (typeof header_column === 'boolean') content.header_column = header_column;
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document-block/batch_update */
export const TABLE_UPDATES: Readonly<Record<string, TableUpdate>> = {
	update_table_property: property,
	insert_table_row: (table, { row_index }) => insertLine(table, ROWS, row_index),
	insert_table_column: (table, { column_index }) => insertLine(table, COLUMNS, column_index),
	delete_table_rows: (table, given) => deleteLines(table, ROWS, given.row_start_index, given.row_end_index),
	delete_table_columns: (table, given) => deleteLines(table, COLUMNS, given.column_start_index, given.column_end_index),
	merge_table_cells: merge,
	unmerge_table_cells: unmerge,
};
