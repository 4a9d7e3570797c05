import { columnLetters, type Area } from '../../feishu/sheets/a1';
import { enteredRange, type EnteredRange } from '../../feishu/sheets/enteredRange';
import type { Asking } from '../shared/client/asking';
import { listField, textField, type Words } from '../shared/fields/plain';
import { complaint, mappedField, type Field } from '../shared/operation/field';
import type { SheetEntry } from '../shared/sheets/contents';
import { Sheet } from '../shared/sheets/sheetPlace';

/**
 * Ranges of a form that are about one sheet. What people leave open (`A:C`, `2:5`, nothing at all) is filled in with the
 * size of the sheet, because calls differ in which of the short forms they read.
 */
export interface Range extends EnteredRange {
	/** What complaints call the field. */
	label: string;
}

export interface WholeArea extends Required<Area> {
	sheet_id: string;
}

/** One range; without a value the whole sheet. @throws InputError about what names no area */
export function rangeField<const N extends string>(words: Words<N>): Field<Range, N> {
	return mappedField(textField({ ...words, placeholder: words.placeholder ?? 'e.g. A2:C10' }), (text, label) => ({
		...enteredRange(label, text),
		label,
	}));
}

/** One range or several. @throws InputError as `rangeField` */
export function rangesField<const N extends string>(words: Words<N>): Field<Range[], N> {
	return mappedField(
		listField({ ...words, required: true, placeholder: words.placeholder ?? 'e.g. A2:C10, E2:E10' }),
		(list, label) => list.map((text) => ({ ...enteredRange(label, text), label })),
	);
}

/** What is said of a range that the sheet does not have. */
export const beyondSheet = (label: string, sheet: string, rows: number, columns: number) =>
	complaint(
		label,
		`goes beyond the ${sheet}`,
		`It has ${rows} rows and the columns A to ${columnLetters(columns)}: use a smaller range, or add rows and columns first (Row or Column → Add at the End)`,
	);

/** The cells that a range names, as the sheet has them now. @throws InputError where another sheet is named, or where the sheet ends before the range does; CallError */
export async function wholeArea(asking: Asking, sheet: Sheet, range: Range): Promise<WholeArea> {
	const entry = await sheet.entry(asking);
	const { sheet: named, area, label } = range;
	if (named !== undefined) await requireSame(asking, sheet, entry, named, label);
	const { row_count = 0, column_count = 0 } = entry.grid_properties ?? {};
	const { row = 1, column = 1, lastRow = row_count, lastColumn = column_count } = area ?? {};
	if (lastRow > row_count || lastColumn > column_count || row > lastRow || column > lastColumn)
		throw beyondSheet(label, `sheet '${entry.title}'`, row_count, column_count);
	return { sheet_id: entry.sheet_id, row, column, lastRow, lastColumn };
}

async function requireSame(asking: Asking, sheet: Sheet, entry: SheetEntry, named: string, label: string) {
	const other = new Sheet(sheet.spreadsheet, named, label);
	if ((await other.entry(asking)).sheet_id !== entry.sheet_id)
		throw complaint(label, `names the sheet '${named}'`, `The field 'Sheet' says '${entry.title}': make both the same`);
}

/** A range in the words of the platform: `Q7PlXT!A2:C10`. @throws as `wholeArea` */
export async function rangeText(asking: Asking, sheet: Sheet, range: Range): Promise<string> {
	const { sheet_id, ...area } = await wholeArea(asking, sheet, range);
	return textOf(sheet_id, area);
}

export async function rangeTexts(asking: Asking, sheet: Sheet, ranges: readonly Range[]): Promise<string[]> {
	return await Promise.all(ranges.map(async (range) => await rangeText(asking, sheet, range)));
}

/** With all four sides, also where it is the whole sheet. */
const textOf = (sheetId: string, { row, column, lastRow, lastColumn }: Required<Area>): string =>
	`${sheetId}!${columnLetters(column)}${row}:${columnLetters(lastColumn)}${lastRow}`;

/** Parts of an area that a call takes, which has a limit. */
export function partsOf({ sheet_id, ...area }: WholeArea, rows: number, columns: number): string[] {
	const parts: string[] = [];
	for (let row = area.row; row <= area.lastRow; row += rows)
		for (let column = area.column; column <= area.lastColumn; column += columns)
			parts.push(
				textOf(sheet_id, {
					row,
					column,
					lastRow: Math.min(area.lastRow, row + rows - 1),
					lastColumn: Math.min(area.lastColumn, column + columns - 1),
				}),
			);
	return parts;
}

/** The range as people write it, without the ID of the sheet. */
export const shownRange = (range: string): string => range.slice(range.indexOf('!') + 1);
