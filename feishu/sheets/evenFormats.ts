import type { WrittenCell } from './writtenCell';

/** A row of cells that were made ready to be written; undefined is a cell that stays as it is. */
export type ReadyRow = ReadonlyArray<WrittenCell | undefined>;

/**
 * New rows whose columns have one number format each, as far as they can: what is empty or text looks the same in any, and
 * so a column of dates with gaps takes one range to be formatted, not one for each stretch without a gap.
 */
export function evenFormats(rows: readonly ReadyRow[]): ReadyRow[] {
	const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
	const formats = Array.from({ length: width }, (_, at) => onlyFormat(rows.map((row) => row[at])));
	if (formats.every((format) => format === undefined)) return [...rows];
	return rows.map((row) =>
		Array.from({ length: width }, (_, at) => {
			const [cell, format] = [row[at], formats[at]];
			return format === undefined ? cell : { value: cell?.value ?? '', format };
		}),
	);
}

/** The format of a column; undefined where it has none, several, or a number that would look otherwise in it. */
function onlyFormat(column: ReadonlyArray<WrittenCell | undefined>): string | undefined {
	const formats = new Set(column.map((cell) => (typeof cell?.value === 'number' ? (cell.format ?? '') : cell?.format)));
	formats.delete(undefined);
	const [format, another] = formats;
	return another === undefined && format !== '' ? format : undefined;
}
