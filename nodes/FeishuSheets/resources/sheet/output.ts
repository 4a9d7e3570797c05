import type { IDataObject } from 'n8n-workflow';

import { columnLetters } from '../../../../feishu/sheets/a1';
import type { Asking } from '../../../shared/client/asking';
import { outputOf } from '../../../shared/operation/output';
import type { SheetEntry } from '../../../shared/sheets/contents';
import type { Spreadsheet } from '../../../shared/sheets/spreadsheetPlace';

export const SHEET = outputOf({
	spreadsheet_token: 'string',
	sheet_id: 'string',
	title: 'string',
	position: 'number',
	hidden: 'boolean',
	type: 'string',
	'rows?': 'number',
	'columns?': 'number',
	'frozen_rows?': 'number',
	'frozen_columns?': 'number',
	'merged_cells?': ['string'],
	'url?': 'string',
});

/** A sheet as an item: its place counted from 1, and the address that opens it. @throws InputError, CallError */
export async function sheetItem(
	asking: Asking,
	spreadsheet: Spreadsheet,
	{ sheet_id, title, index, hidden = false, resource_type: type, grid_properties: grid, merges }: SheetEntry,
): Promise<IDataObject> {
	const spreadsheet_token = await spreadsheet.token(asking);
	const url = await spreadsheet.addressOf(asking, sheet_id);
	return {
		spreadsheet_token,
		sheet_id,
		title,
		position: index + 1,
		hidden,
		type,
		...(grid && {
			rows: grid.row_count,
			columns: grid.column_count,
			frozen_rows: grid.frozen_row_count ?? 0,
			frozen_columns: grid.frozen_column_count ?? 0,
		}),
		...(Array.isArray(merges) && merges.length > 0 && { merged_cells: mergedAreas(merges as Merge[]) }),
		...(url !== undefined && { url }),
	};
}

/** Counted from 0, both ends included. Source: …/sheets-v3/spreadsheet-sheet/query */
interface Merge {
	start_row_index: number;
	end_row_index: number;
	start_column_index: number;
	end_column_index: number;
}

const mergedAreas = (merges: readonly Merge[]): string[] =>
	merges.map(
		({ start_row_index: row, end_row_index: lastRow, start_column_index: column, end_column_index: lastColumn }) =>
			`${columnLetters(column + 1)}${row + 1}:${columnLetters(lastColumn + 1)}${lastRow + 1}`,
	);
