/** A part of a sheet. Rows and columns are counted from 1, as people see them; both ends belong to it. */
export interface Area {
	column: number;
	row: number;
	/** Undefined: to the last one of the sheet. */
	lastColumn?: number;
	lastRow?: number;
}

/** A whole sheet has so many columns at most. Source: …/sheets-v3/overview */
const MOST_COLUMNS = 13_000;

/** `A` of 1, `Z` of 26, `AA` of 27. */
export function columnLetters(column: number): string {
	let letters = '';
	for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
		letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
	return letters;
}

/** 1 of `A`, 27 of `aa`; NaN for what are no letters of a column. */
export function columnNumber(letters: string): number {
	if (!/^[A-Z]{1,4}$/i.test(letters)) return NaN;
	return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/**
 * An area as the calls of values take it. A single cell is written as a range of itself (`C2:C2`), and an area of whole
 * rows with its columns, because the platform reads the short forms in some calls only.
 * @param columns how many the sheet has; for an area that goes to the last one and not to the last row
 */
export function areaText(sheetId: string, { column, row, lastColumn, lastRow }: Area, columns = MOST_COLUMNS): string {
	if (lastRow === undefined && lastColumn === undefined && row === 1 && column === 1) return sheetId;
	const from = columnLetters(column);
	const to = columnLetters(lastColumn ?? columns);
	if (lastRow !== undefined) return `${sheetId}!${from}${row}:${to}${lastRow}`;
	return row === 1 ? `${sheetId}!${from}:${to}` : `${sheetId}!${from}${row}:${to}`;
}

/** A corner, or one side of an area: `C2`, `$C$2`, `C`, `2`. */
const CORNER = /^\$?([A-Z]{1,4})?\$?([1-9]\d{0,6})?$/i;

interface Corner {
	column?: number;
	row?: number;
}

function cornerOf(written: string): Corner | undefined {
	const [, letters, digits] = CORNER.exec(written) ?? [];
	if (letters === undefined && digits === undefined) return undefined;
	const column = letters === undefined ? undefined : columnNumber(letters);
	if (column !== undefined && column > MOST_COLUMNS) return undefined;
	return { column, row: digits === undefined ? undefined : Number(digits) };
}

/**
 * The area that `A1:C3`, `C2`, `A:C`, `A2:C` or `1:2` names. Its corners may stand in either order, which the platform
 * refuses. Undefined for what names none.
 */
export function areaOf(written: string): Area | undefined {
	const [from, to, ...more] = written.split(':').map((corner) => cornerOf(corner.trim()));
	if (from === undefined || more.length > 0 || (to === undefined && written.includes(':'))) return undefined;
	if (to === undefined) return from.column && from.row ? areaBetween(from, from) : undefined;
	// `A:C5` and `1:C` are of no use to anybody; `A2:C` is what people write for the rest of a table.
	if ((from.column === undefined) !== (to.column === undefined) || (from.row === undefined && to.row !== undefined))
		return undefined;
	return areaBetween(from, to);
}

function areaBetween(from: Corner, to: Corner): Area {
	const [column, lastColumn] = inOrder(from.column, to.column);
	const [row, lastRow] = to.row === undefined ? [from.row, undefined] : inOrder(from.row, to.row);
	return {
		column: column ?? 1,
		row: row ?? 1,
		...(lastColumn !== undefined && { lastColumn }),
		...(lastRow !== undefined && { lastRow }),
	};
}

const inOrder = (one?: number, other?: number): [number | undefined, number | undefined] =>
	one !== undefined && other !== undefined && one > other ? [other, one] : [one, other];
