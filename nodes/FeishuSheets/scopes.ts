/** Scopes of which one is enough to change what lies over the cells. */
export const WRITE_SCOPES = ['sheets:spreadsheet:write_only', 'sheets:spreadsheet', 'drive:drive'];

/** The same for reading it. */
export const READ_SCOPES = [
	'sheets:spreadsheet:read',
	'sheets:spreadsheet:readonly',
	'sheets:spreadsheet',
	'drive:drive:readonly',
	'drive:drive',
];
