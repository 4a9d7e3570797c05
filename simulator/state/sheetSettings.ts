/** What the pages about spreadsheets leave open. The first one named is given unless a test asks for another. */
export interface SheetSettings {
	/** The HTTP status of refusals of the second version, whose pages name none. */
	sheetErrorStatus: 400 | 200;
	/** For how many milliseconds a spreadsheet is being written, in which another write to it is refused. */
	sheetWriteMs: number;
	/** How that is refused: retry later, or too many requests. */
	sheetConflict: 90235 | 90217;
	/** A text of digits in a cell that is not formatted as text: its number, without what a number can't hold, or itself. */
	sheetDigits: 'guessed' | 'kept';
	/** How a cell with a boolean is read. */
	sheetBooleans: 'boolean' | 'text';
	/** What `null` in a write does to a cell. */
	sheetNull: 'kept' | 'cleared';
	/** Rows that appending and prepending put in: with the formats of the row above, or without any. */
	sheetInserted: 'formatted' | 'plain';
	/** What `match_case: true` of find and replace means: as the page says it, or as its name does. */
	sheetMatchCase: 'ignored' | 'matched';
}

export const SHEET_SETTINGS: SheetSettings = {
	sheetErrorStatus: 400,
	sheetWriteMs: 5,
	sheetConflict: 90235,
	sheetDigits: 'guessed',
	sheetBooleans: 'boolean',
	sheetNull: 'kept',
	sheetInserted: 'formatted',
	sheetMatchCase: 'ignored',
};
