import type { IDataObject } from 'n8n-workflow';

import { outputOf } from '../../../shared/operation/output';
import type { SheetPath } from '../../../shared/sheets/contents';
import { shownLines, type Lines } from './lines';

/** What was done with rows or columns; `first` and `last` as people see them. */
export const linesOutput = (done: string) =>
	outputOf({
		[done]: 'boolean',
		spreadsheet_token: 'string',
		sheet_id: 'string',
		dimension: 'string',
		first: 'string',
		last: 'string',
		count: 'number',
	});

export const linesItem = (done: string, { spreadsheet_token, sheet_id }: SheetPath, lines: Lines): IDataObject => ({
	[done]: true,
	spreadsheet_token,
	sheet_id,
	dimension: lines.major === 'ROWS' ? 'rows' : 'columns',
	...shownLines(lines),
});
