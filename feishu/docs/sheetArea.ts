/** Rows and columns of an embedded spreadsheet when it is made. Source: …/docx-v1/document-block/create (sheet) */
const MOST_AT_FIRST = 9;

const letters = (column: number): string =>
	column > 26
		? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
		: String.fromCharCode(64 + column);

/** What rows fill of an embedded spreadsheet, from its first cell on. */
export function sheetArea(rows: ReadonlyArray<readonly unknown[]>) {
	const columns = Math.max(1, ...rows.map(({ length }) => length));
	return {
		/** The range in the words of spreadsheets. */
		range: (sheetId: string) => `${sheetId}!A1:${letters(columns)}${Math.max(1, rows.length)}`,
		/** Rows and columns that have to be added before. */
		lacking: {
			ROWS: Math.max(0, rows.length - MOST_AT_FIRST),
			COLUMNS: Math.max(0, columns - MOST_AT_FIRST),
		},
	};
}
