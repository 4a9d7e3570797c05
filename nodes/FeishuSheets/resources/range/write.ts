import { defineBatchOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeField } from '../../areas';
import { ADD_LINES, SET_STYLES, WRITE_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { putRows } from '../../cells/putRows';
import { areaOf, checkRoom, makeRoom, shifted, shownArea, widthOf } from './place';
import { byItem, prepareRows, withRows, WRITTEN_RANGE } from './stacked';
import { valuesField, writeOptions } from './values';

const range = rangeField({
	displayName: 'Range',
	name: 'writtenRange',
	required: true,
	placeholder: 'e.g. B2',
	description: 'The cell where the values begin, or a range that they have room in',
});

export const write = defineBatchOperation({
	value: 'write',
	name: 'Write',
	action: 'Write a range',
	description: 'Write values into cells from a place on; the sheet grows where it is too small',
	endpoint: WRITE_RANGES,
	alsoCalls: [SET_STYLES, ADD_LINES],
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
		return await prepareRows(turn, { sheet, range: entered, values, choices }, (rows) => checkRoom(entered, rows));
	},
	batch: { most: Infinity, by: ({ key }) => key },
	async runAll(stacked, asking) {
		const results = await withRows(stacked, asking, async (cells, rows, entered) => {
			const { column = 1, row = 1 } = entered.area ?? {};
			const whole = { column, row, rows };
			checkRoom(entered, rows);
			await makeRoom(cells, areaOf(whole));
			const written = rows.map((one, at) => ({ row_number: row + at, cells: shifted(one, column) }));
			const refused = await putRows(cells, written);
			let next = row;
			return byItem(stacked, refused).map((errors, at) => {
				const own = stacked[at]?.rows ?? [];
				const place = { column, row: next, rows: own };
				next += own.length;
				const error = errors.find((one) => one instanceof Error);
				if (error) return error;
				const { sheet_id } = cells.path;
				return { range: shownArea(areaOf(place)), sheet_id, rows: own.length, columns: widthOf(own) };
			});
		});
		return results ?? [];
	},
});
