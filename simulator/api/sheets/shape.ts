import type { Sheet } from '../../state/sheets';

export const spreadsheetUrl = (token: string) => `https://company.feishu.cn/sheets/${token}`;

/** A sheet in the words of version 3. */
export const newerSheet = (sheet: Sheet, index: number) => ({
	sheet_id: sheet.sheet_id,
	title: sheet.title,
	index,
	hidden: sheet.hidden,
	grid_properties: {
		frozen_row_count: sheet.frozen_rows,
		frozen_column_count: sheet.frozen_columns,
		row_count: sheet.rows.length,
		column_count: sheet.columns.length,
	},
	resource_type: 'sheet',
	...(sheet.merges.length > 0
		? {
				merges: sheet.merges.map(({ top, left, bottom, right }) => ({
					start_row_index: top,
					end_row_index: bottom,
					start_column_index: left,
					end_column_index: right,
				})),
			}
		: {}),
});

/** The same in those of version 2. */
export const olderSheet = (sheet: Sheet, index: number) => ({
	sheetId: sheet.sheet_id,
	title: sheet.title,
	index,
	rowCount: sheet.rows.length,
	columnCount: sheet.columns.length,
	frozenRowCount: sheet.frozen_rows,
	frozenColCount: sheet.frozen_columns,
	merges: sheet.merges.map(({ top, left, bottom, right }) => ({
		startRowIndex: top,
		startColumnIndex: left,
		rowCount: bottom - top + 1,
		columnCount: right - left + 1,
	})),
});
