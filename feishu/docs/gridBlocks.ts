import type { MarkdownNode } from '../markdown/nodes';
import { attributeOf } from '../markdown/tags';
import type { NewBlock } from './newBlock';

/** The most columns beside one another. @see https://open.feishu.cn/document/docs/docs/data-structure/block (Grid) */
const COLUMNS_LIMIT = 5;

interface Column {
	width?: number;
	children: NewBlock[];
}

/**
 * Columns beside one another: from 2 to 5, more become several rows of them. What stands in no column follows.
 * @param blocks what a column holds
 */
export function gridBlocks(
	nodes: readonly MarkdownNode[],
	blocks: (nodes: readonly MarkdownNode[]) => NewBlock[],
): NewBlock[] {
	const columns: Column[] = [];
	const others: MarkdownNode[] = [];
	for (const node of nodes) {
		if (node.type !== 'quote' || node.tag?.name !== 'column') others.push(node);
		else
			columns.push({
				width: Number.parseInt(attributeOf(node.tag.attributes, 'width', 'width-ratio'), 10),
				children: blocks(node.children),
			});
	}
	const rest = others.length > 0 ? blocks(others) : [];
	const [only] = columns;
	if (columns.length < 2) return [...(only?.children ?? []), ...rest];
	const rows = Math.ceil(columns.length / COLUMNS_LIMIT);
	const grids = Array.from({ length: rows }, (_gap, row) =>
		grid(columns.slice(Math.round((row * columns.length) / rows), Math.round(((row + 1) * columns.length) / rows))),
	);
	return [...grids, ...rest];
}

function grid(columns: readonly Column[]): NewBlock {
	const ratios = ratiosOf(columns);
	return {
		kind: 'grid',
		body: { column_size: columns.length },
		children: columns.map(({ children }, at) => ({
			kind: 'grid_column',
			body: { width_ratio: ratios[at] },
			children,
		})),
	};
}

/** Shares of 100: those that are written where all are and fit, otherwise equal ones. */
function ratiosOf(columns: readonly Column[]): number[] {
	const written = columns.map(({ width = Number.NaN }) => width);
	const sum = written.reduce((total, width) => total + width, 0);
	if (written.every((width) => width >= 1 && width <= 99) && sum >= 98 && sum <= 102) {
		const last = (written[written.length - 1] ?? 0) + 100 - sum;
		if (last >= 1) return [...written.slice(0, -1), last];
	}
	return equalRatios(columns.length);
}

/** What columns have where nobody says how wide they are. */
export function equalRatios(columns: number): number[] {
	const share = Math.floor(100 / columns);
	return Array.from({ length: columns }, (_gap, at) => share + (at < 100 - share * columns ? 1 : 0));
}
