import { defineBatchOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeField } from '../../areas';
import { appendRows } from '../../cells/appendRows';
import { ADD_LINES, APPEND_VALUES, READ_RANGES, SET_STYLES, WRITE_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { tableEnds } from '../../cells/tableEnds';
import { makeRoom, shifted, shownArea, widthOf } from './place';
import { byItem, prepareRows, withRows, WRITTEN_RANGE } from './stacked';
import { valuesField, writeOptions } from './values';

const range = rangeField({
	displayName: 'Columns',
	name: 'appendedColumns',
	placeholder: 'e.g. B:D',
	description: 'Where rows begin, such as B:D; the first column unless given',
});

export const append = defineBatchOperation({
	value: 'append',
	name: 'Append',
	action: 'Append to a range',
	description: 'Add rows of values below everything that the sheet has; Row → Append knows columns by name',
	endpoint: APPEND_VALUES,
	alsoCalls: [READ_RANGES, WRITE_RANGES, SET_STYLES, ADD_LINES],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, range, valuesField, writeOptions],
	output: WRITTEN_RANGE,
	async prepare(turn) {
		const { read } = turn;
		const sheet = read(sheetField);
		const entered = read(range);
		const values = read(valuesField);
		const choices = read(writeOptions);
		return await prepareRows(turn, { sheet, range: entered, values, choices });
	},
	batch: { most: Infinity, by: ({ key }) => key },
	async runAll(stacked, asking) {
		const results = await withRows(stacked, asking, async (cells, rows, { area }) => {
			const { column = 1 } = area ?? {};
			await makeRoom(cells, { column, row: 1, lastRow: 1, lastColumn: column + widthOf(rows) - 1 });
			const { lastRow } = await tableEnds(cells, { headerRow: 1, dataRow: 1 });
			const numbers = await appendRows(
				cells,
				rows.map((row) => shifted(row, column)),
				lastRow,
			);
			return byItem(stacked, numbers).map((own, at) => {
				const [first] = own;
				const error = own.find((one) => one instanceof Error);
				if (error instanceof Error || typeof first !== 'number')
					return error instanceof Error ? error : new Error('No row was written');
				const columns = widthOf(stacked[at]?.rows ?? []);
				const written = { column, row: first, lastColumn: column + columns - 1, lastRow: first + own.length - 1 };
				return { range: shownArea(written), sheet_id: cells.path.sheet_id, rows: own.length, columns };
			});
		});
		return results ?? [];
	},
});
