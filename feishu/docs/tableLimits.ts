import type { JsonObject } from '../json';
import type { CellRange, NewBlock } from './newBlock';

/** @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document-block/create-2 (table) */
const COLUMNS_LIMIT = 100;
const CELLS_LIMIT = 2000;

/** The same blocks with tables that are no larger than one may be; what is more is another one below it. */
export function tablesWithin(blocks: readonly NewBlock[]): NewBlock[] {
	return blocks.flatMap((block) => {
		const own = block.children ? { ...block, children: tablesWithin(block.children) } : block;
		return own.kind === 'table' ? byColumns(own).flatMap(byRows) : [own];
	});
}

interface Grid {
	property: JsonObject;
	columns: number;
	rows: NewBlock[][];
	ranges: readonly CellRange[];
}

function gridOf({ body, children = [], content }: NewBlock): Grid {
	const property = body.property as JsonObject;
	const columns = Math.max(1, Number(property.column_size));
	const rows = Array.from({ length: Math.ceil(children.length / columns) }, (_gap, row) =>
		children.slice(row * columns, (row + 1) * columns),
	);
	return { property, columns, rows, ranges: content?.of === 'merges' ? content.ranges : [] };
}

function tableOf({ property, columns, rows, ranges }: Grid): NewBlock {
	return {
		kind: 'table',
		body: { property: { ...property, row_size: rows.length, column_size: columns } },
		children: rows.flat(),
		...(ranges.length > 0 && { content: { of: 'merges', ranges: [...ranges] } }),
	};
}

/** Columns beyond the limit, with those of the header column again. */
function byColumns(block: NewBlock): NewBlock[] {
	const grid = gridOf(block);
	if (grid.columns <= COLUMNS_LIMIT) return [block];
	const lead = grid.property.header_column === true ? 1 : 0;
	const widths = Array.isArray(grid.property.column_width) ? grid.property.column_width : [];
	return slices(lead, grid.columns, COLUMNS_LIMIT - lead).map(([from, to]) => {
		const pick = <T>(row: readonly T[]): T[] => [...row.slice(0, lead), ...row.slice(from, to)];
		return tableOf({
			property: { ...grid.property, ...(widths.length > 0 && { column_width: pick(widths) }) },
			columns: lead + to - from,
			rows: grid.rows.map(pick),
			ranges: cut(grid.ranges, 'column', from, to, lead),
		});
	});
}

/** Rows beyond the limit, with that of the header again. */
function byRows(block: NewBlock): NewBlock[] {
	const grid = gridOf(block);
	if (grid.rows.length * grid.columns <= CELLS_LIMIT) return [block];
	const lead = grid.property.header_row === true ? 1 : 0;
	const most = Math.floor(CELLS_LIMIT / grid.columns) - lead;
	return slices(lead, grid.rows.length, most).map(([from, to]) =>
		tableOf({
			...grid,
			rows: [...grid.rows.slice(0, lead), ...grid.rows.slice(from, to)],
			ranges: cut(grid.ranges, 'row', from, to, lead),
		}),
	);
}

function slices(from: number, to: number, most: number): Array<readonly [from: number, to: number]> {
	return Array.from({ length: Math.ceil((to - from) / most) }, (_gap, at) => {
		const start = from + at * most;
		return [start, Math.min(to, start + most)] as const;
	});
}

/** What is merged within a part; a range that goes over its edge ends there. */
function cut(
	ranges: readonly CellRange[],
	side: 'row' | 'column',
	from: number,
	to: number,
	lead: number,
): CellRange[] {
	const [start, end] = [`${side}_start_index`, `${side}_end_index`] as const;
	return ranges.flatMap((range) => {
		const [first, last] = [range[start], range[end]];
		if (last <= lead) return [range];
		const [low, high] = [Math.max(first, from), Math.min(last, to)];
		if (low >= high) return [];
		const own = { ...range, [start]: low - from + lead, [end]: high - from + lead };
		const cells = (own.row_end_index - own.row_start_index) * (own.column_end_index - own.column_start_index);
		return cells > 1 ? [own] : [];
	});
}
