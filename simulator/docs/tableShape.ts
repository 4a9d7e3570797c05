import { type Given, recordOf, wholeOf } from './given';
import { problem } from './problem';

/** Cells that were merged, counted from 0; `bottom` and `right` are the first behind them. */
export interface Merge {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

/** A table as it is kept: its cells are the children of the block, row by row. */
export interface TableContent {
	rows: number;
	columns: number;
	widths: number[];
	header_row: boolean;
	header_column: boolean;
	merges: Merge[];
	[name: string]: unknown;
}

/** Of a table that comes without its cells; and of one with them. */
const MAX_SIDE = 9;
const MAX_COLUMNS = 100;
export const WIDTH = 100;
export const MIN_WIDTH = 50;

/** Reads what a table shall be; only its property can be written, not its cells, and not what is merged. */
export function newTable(given: Given, nested: boolean): TableContent {
	const property = recordOf(given.property);
	if (given.cells !== undefined || property.merge_info !== undefined) throw problem(1770001);
	const rows = wholeOf(property.row_size, { min: 1, ...(!nested && { max: MAX_SIDE }) });
	const columns = wholeOf(property.column_size, { min: 1, ...(!nested && { max: MAX_SIDE }) });
	if (columns > MAX_COLUMNS) throw problem(1770010);
	const { column_width: widths = Array.from({ length: columns }, () => WIDTH) } = property;
	if (!Array.isArray(widths) || widths.length !== columns) throw problem(1770001);
	return {
		rows,
		columns,
		widths: widths.map((width) => wholeOf(width, { min: MIN_WIDTH })),
		header_row: property.header_row === true,
		header_column: property.header_column === true,
		merges: [],
	};
}

/** What is merged as it is read: for each cell how many rows and columns it takes. */
function mergeInfo({ rows, columns, merges }: TableContent): Given[] {
	return Array.from({ length: rows * columns }, (_, index) => {
		const [row, column] = [Math.floor(index / columns), index % columns];
		const merge = merges.find(({ top, left }) => top === row && left === column);
		return merge
			? { row_span: merge.bottom - merge.top, col_span: merge.right - merge.left }
			: { row_span: 1, col_span: 1 };
	});
}

/** A table as it is read. */
export const tableView = (table: TableContent, cells: readonly string[]): Given => ({
	cells,
	property: {
		row_size: table.rows,
		column_size: table.columns,
		column_width: table.widths,
		...(table.header_row && { header_row: true }),
		...(table.header_column && { header_column: true }),
		merge_info: mergeInfo(table),
	},
});
