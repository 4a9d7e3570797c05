import { defineBatchOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeField } from '../../areas';
import { ADD_LINES, PREPEND_VALUES, SET_STYLES, WRITE_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { insertRows } from '../../cells/insertRows';
import { makeRoom, shifted, shownArea, widthOf } from './place';
import { prepareRows, withRows, WRITTEN_RANGE } from './stacked';
import { valuesField, writeOptions } from './values';

const range = rangeField({
	displayName: 'Above',
	name: 'insertedAbove',
	required: true,
	placeholder: 'e.g. A2',
	description: 'The cell above which rows are put in; what stands there moves down',
});

export const insertAbove = defineBatchOperation({
	value: 'insertAbove',
	name: 'Insert Above',
	action: 'Insert rows above a cell',
	description: 'Put rows of values in above a row',
	endpoint: PREPEND_VALUES,
	alsoCalls: [WRITE_RANGES, SET_STYLES, ADD_LINES],
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
			const { column = 1, row = 1 } = area ?? {};
			await makeRoom(cells, { column, row: 1, lastRow: row, lastColumn: column + widthOf(rows) - 1 });
			await insertRows(
				cells,
				rows.map((one) => shifted(one, column)),
				row,
			);
			let next = row;
			return stacked.map((one) => {
				const columns = widthOf(one.rows);
				const written = { column, row: next, lastColumn: column + columns - 1, lastRow: next + one.rows.length - 1 };
				next += one.rows.length;
				return { range: shownArea(written), sheet_id: cells.path.sheet_id, rows: one.rows.length, columns };
			});
		});
		return results ?? [];
	},
});
