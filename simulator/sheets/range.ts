import type { Area, Sheet, Spreadsheet } from '../state/sheets';
import { sheetIn } from './access';
import { problem } from './problem';

export interface Place extends Area {
	sheet: Sheet;
}

/** `A` is 0, `Z` 25, `AA` 26. */
export const columnAt = (letters: string): number =>
	[...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export function lettersOf(column: number): string {
	const rest = Math.floor(column / 26);
	return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

export const nameOf = (row: number, column: number) => `${lettersOf(column)}${row + 1}`;

export const rangeOf = ({ sheet, top, left, bottom, right }: Place): string =>
	`${sheet.sheet_id}!${nameOf(top, left)}:${nameOf(bottom, right)}`;

/** `A1:B5`, `A:B` or `A2:B`; not rows alone, and not one cell that is named once. */
const CELLS = /^([A-Z]{1,3})([1-9]\d*)?:([A-Z]{1,3})([1-9]\d*)?$/i;

function sheetOf(book: Spreadsheet, id: string): Sheet {
	if (id === '' || /\uFF01/.test(id) || book.sheets.some(({ sheet_id, title }) => title === id && sheet_id !== id))
		throw problem(202);
	return sheetIn(book, id);
}

/** `1:5`: whole rows, which the calls of filters and conditional formats take as well. */
const ROWS = /^([1-9]\d*):([1-9]\d*)$/;

/** As `placeOf`, for those calls that take whole rows. */
export function placeOrRows(book: Spreadsheet, range: string): Place {
	const [id = '', cells = ''] = range.split('!');
	const [, first, last] = ROWS.exec(cells) ?? [];
	if (first === undefined || last === undefined) return placeOf(book, range);
	const sheet = sheetOf(book, id);
	const [top, bottom] = [Number(first) - 1, Number(last) - 1];
	if (top > bottom || bottom >= sheet.rows.length) throw problem(202);
	return { sheet, top, bottom, left: 0, right: sheet.columns.length - 1 };
}

/** The cells that a range names, all of which have to be there; rows that it leaves open go to the last one. */
export function placeOf(book: Spreadsheet, range: string): Place {
	const [id = '', cells, ...more] = range.split('!');
	if (more.length > 0) throw problem(202);
	const sheet = sheetOf(book, id);
	const end = { bottom: sheet.rows.length - 1, right: sheet.columns.length - 1 };
	if (cells === undefined) return { sheet, top: 0, left: 0, ...end };
	const [, first, firstRow, last, lastRow] = CELLS.exec(cells) ?? [];
	if (first === undefined || last === undefined || (firstRow === undefined && lastRow !== undefined))
		throw problem(202);
	const place = {
		sheet,
		top: Number(firstRow ?? 1) - 1,
		left: columnAt(first),
		bottom: lastRow === undefined ? end.bottom : Number(lastRow) - 1,
		right: columnAt(last),
	};
	if (place.top > place.bottom || place.left > place.right) throw problem(202);
	if (place.bottom > end.bottom || place.right > end.right) throw problem(202);
	return place;
}

export const isInside = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
	row >= top && row <= bottom && column >= left && column <= right;

export const overlap = (one: Area, other: Area): boolean =>
	one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
