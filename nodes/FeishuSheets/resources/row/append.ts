import { sheetField } from '../../../shared/sheets/sheet';
import { collectionField } from '../../../shared/fields/nested';
import { alone } from '../../../shared/operation/alone';
import { noteDone } from '../../../shared/operation/noteDone';
import { complaint } from '../../../shared/operation/field';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { appendRows } from '../../cells/appendRows';
import { ADD_LINES, APPEND_VALUES, READ_RANGES, SET_STYLES, WRITE_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { SheetCells } from '../../cells/sheetCells';
import { arrangeRows } from './arrangedRows';
import { columnsField } from './columns';
import { ROW, writtenItem } from './output';
import { keyOfRows, prepareRow, readRow } from './preparedRow';
import { WRITE_OPTIONS } from './writeOptions';

const columns = columnsField('add');

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...WRITE_OPTIONS,
]);

const ADVICE = 'Fill in at least one column: a row without any value would be lost among the empty ones';

export const append = defineBatchOperation({
	value: 'append',
	name: 'Append',
	action: 'Append a row',
	description: 'Add a row for each item below the others; up to 5,000 go with one request',
	endpoint: APPEND_VALUES,
	alsoCalls: [READ_RANGES, WRITE_RANGES, SET_STYLES, ADD_LINES],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, columns, options],
	output: ROW,
	async prepare(turn) {
		const { read, label } = turn;
		const sheet = read(sheetField);
		const mapped = read(columns);
		const choices = read(options);
		const entered = { sheet, mapped, label: label(columns), choices };
		const { cells } = readRow(turn, entered);
		if (Object.values(cells).every(({ value }) => value === '')) throw complaint(entered.label, 'has no value', ADVICE);
		return await prepareRow(turn, entered);
	},
	batch: { most: Infinity, by: keyOfRows },
	async runAll(prepared, asking) {
		const [first] = prepared;
		if (!first) return [];
		return await alone(first.path.spreadsheet_token, async () => {
			const cells = await SheetCells.of(asking, first.sheet);
			const { rows, lastRow } = await arrangeRows(asking, cells, prepared);
			const after = Math.max(lastRow, first.place.dataRow - 1);
			const ready = rows.flatMap((row) => (row instanceof Error ? [] : [row]));
			const numbers = await appendRows(cells, ready, after);
			noteDone(asking, numbers.filter((one) => typeof one === 'number').length, 'row', 'written');
			const next = numbers.values();
			return prepared.map((row, at) => {
				const refused = rows[at];
				if (refused instanceof Error) return refused;
				const number = next.next().value ?? new Error('The row was not written');
				return number instanceof Error ? number : writtenItem(number, row);
			});
		});
	},
});
