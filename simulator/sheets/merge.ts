import type { Area } from '../state/sheets';
import { cellAt } from './grid';
import { problem } from './problem';
import { overlap, type Place } from './range';

const each = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The areas that become one cell each. */
const WAYS: Readonly<Record<string, (area: Area) => Area[]>> = {
	MERGE_ALL: (area) => [area],
	MERGE_ROWS: (area) => each(area.top, area.bottom).map((row) => ({ ...area, top: row, bottom: row })),
	MERGE_COLUMNS: (area) => each(area.left, area.right).map((column) => ({ ...area, left: column, right: column })),
};

export function unmerge({ sheet, ...area }: Place): void {
	sheet.merges = sheet.merges.filter((merge) => !overlap(merge, area));
}

/** One cell in place of several: what the first one holds stays. */
export function merge({ sheet, ...area }: Place, type: unknown): void {
	const way = typeof type === 'string' ? WAYS[type] : undefined;
	if (!way) throw problem(204);
	unmerge({ sheet, ...area });
	for (const one of way(area)) {
		if (one.top === one.bottom && one.left === one.right) continue;
		sheet.merges.push(one);
		for (const row of each(one.top, one.bottom))
			for (const column of each(one.left, one.right)) {
				const cell = row === one.top && column === one.left ? undefined : cellAt(sheet, row, column);
				if (cell) delete cell.content;
			}
	}
}
