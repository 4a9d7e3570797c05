import { areaText } from './a1';
import { runsOf, type RowChange } from './writeRuns';
import type { WrittenCell } from './writtenCell';

/** Cells that need a number format, as the call that styles many ranges takes them. */
export interface FormattedRanges {
	ranges: string[];
	style: { formatter: string };
}

/** A row of cells that were made ready to be written. */
export interface WrittenRow {
	row_number: number;
	cells: ReadonlyArray<WrittenCell | undefined>;
}

/** The number formats that cells need, each once with all its ranges; the format of any other cell stays. */
export function formatsOf(sheetId: string, rows: readonly WrittenRow[], column = 1): FormattedRanges[] {
	const formats = new Set(rows.flatMap(({ cells }) => cells.map((cell) => cell?.format)));
	formats.delete(undefined);
	return [...formats].map((formatter = '') => ({
		ranges: runsOf(rows.map(only(formatter)), column).map(({ area }) => areaText(sheetId, area)),
		style: { formatter },
	}));
}

const only =
	(formatter: string) =>
	({ row_number, cells }: WrittenRow): RowChange => ({
		row_number,
		cells: cells.map((cell) => (cell?.format === formatter ? true : undefined)),
	});

/** The same rows as what goes into them. */
export const valuesOf = (rows: readonly WrittenRow[]): RowChange[] =>
	rows.map(({ row_number, cells }) => ({ row_number, cells: cells.map((cell) => cell?.value) }));
