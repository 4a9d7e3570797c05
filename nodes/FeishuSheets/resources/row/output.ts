import type { IDataObject } from 'n8n-workflow';

import { ROW_NUMBER } from '../../../../feishu/sheets/headerRows';
import { plainSheetCell } from '../../../../feishu/sheets/readCell';
import { outputOf } from '../../../shared/operation/output';
import type { PreparedRow } from './preparedRow';

/** What every row has; the rest is named by the columns of the sheet. */
export const ROW = outputOf({ row_number: 'number', '*': 'any' });

/** The same with what was done. */
export const UPSERTED_ROW = outputOf({ row_action: 'string', row_number: 'number', '*': 'any' });

/** A row as it was written. */
export const writtenItem = (row_number: number, { cells, timeZone }: PreparedRow): IDataObject =>
	Object.fromEntries([
		[ROW_NUMBER, row_number],
		...Object.entries(cells).map(([name, { value, format }]) => [name, plainSheetCell(value, { timeZone, format })]),
	]) as IDataObject;
