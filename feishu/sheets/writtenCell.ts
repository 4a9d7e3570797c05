/** A value as the platform takes it. */
export interface WrittenCell {
	/** Empty text empties the cell. */
	value: unknown;
	/** The number format that the cell needs for it; text needs it before the value comes, or it becomes a number. */
	format?: string;
}

/** What somebody chose for the whole step. */
export interface CellContext {
	/** Of the spreadsheet: what its cells show of a moment. */
	timeZone: string;
	/** Whether text is read as a person's typing (`5`, `2026-01-31` and `true` are more than text), or stays text. */
	strings: 'typed' | 'text';
	/** Whether text that begins with `=` is a formula. */
	formulas: boolean;
	/** Whether whoever is mentioned is told so, and may then read the spreadsheet. */
	mentions: { notify: boolean; grantReadPermission: boolean };
}

/** What is chosen where nobody chose. */
export const PLAIN_CONTEXT: Omit<CellContext, 'timeZone'> = {
	strings: 'typed',
	formulas: false,
	mentions: { notify: false, grantReadPermission: false },
};
