import { InputError } from '../../../../feishu/input';
import { checkColumns, rowFits, type RowFilter } from '../../../../feishu/sheets/rowFilter';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { variantField } from '../../../shared/fields/variants';
import { alone } from '../../../shared/operation/alone';
import { mappedField } from '../../../shared/operation/field';
import { noteDone } from '../../../shared/operation/noteDone';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import type { SheetPath } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import type { Sheet } from '../../../shared/sheets/sheetPlace';
import { deleteRows } from '../../cells/deleteRows';
import { DELETE_LINES, READ_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { SheetCells } from '../../cells/sheetCells';
import type { TablePlace } from '../../cells/tableEnds';
import { filterField } from './filterFields';
import { checkRows, rowNumbersField } from './rowNumbers';
import { rowsOfTable } from './rowsOfTable';
import { dataRowOption, headerRowOption, placeOf, timeZoneOption } from './tableOptions';
import { noSuchRow } from './wantedRow';

/** Without a condition all rows would go. */
const sought = mappedField(filterField, (filter, label): RowFilter => {
	if (filter.conditions.length > 0) return filter;
	throw new InputError(label, `The field '${label}' is empty`, 'Add a condition; Clear empties the whole table');
});

const which = variantField(
	choiceField({
		displayName: 'Delete',
		name: 'deleteBy',
		options: [
			{ name: 'Rows by Their Numbers', value: 'numbers' },
			{ name: 'Rows That Fit Conditions', value: 'conditions' },
		],
		default: 'numbers',
		description: 'Which rows are meant',
	}),
	{ numbers: rowNumbersField, conditions: sought },
);

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	headerRowOption,
	dataRowOption,
	timeZoneOption,
]);

interface Wanted {
	sheet: Sheet;
	path: SheetPath;
	place: TablePlace;
	timeZone: string;
	label: string;
	rows?: readonly number[];
	filter?: RowFilter;
}

export const deleteSheetRows = defineBatchOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a row',
	description: 'Delete rows by their numbers, or those that fit conditions; the rows below move up',
	endpoint: DELETE_LINES,
	alsoCalls: [READ_RANGES],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, which, options],
	output: outputOf({ deleted: 'boolean', row_numbers: ['number'] }),
	async prepare(turn): Promise<Wanted> {
		const { read, label, panel } = turn;
		const sheet = read(sheetField);
		const chosen = read(which);
		const { timeZone = panel.timeZone, ...choices } = read(options);
		const place = placeOf(choices);
		const meant = chosen.choice === 'numbers' ? { rows: checkRows(chosen.value, place) } : { filter: chosen.value };
		return { sheet, path: await sheet.path(turn), place, timeZone, label: label(which), ...meant };
	},
	batch: { most: Infinity, by: ({ path, place, timeZone }) => JSON.stringify([path, place, timeZone]) },
	async runAll(wanted, asking) {
		const [first] = wanted;
		if (!first) return [];
		return await alone(first.path.spreadsheet_token, async () => {
			const cells = await SheetCells.of(asking, first.sheet);
			const meant = await rowsMeant(cells, wanted);
			const rows = meant.flatMap((one) => (one instanceof Error ? [] : one));
			const { deleted, error } = await deleteRows(cells, rows);
			noteDone(asking, deleted.size, 'row', 'deleted');
			return meant.map((one) => {
				if (one instanceof Error) return one;
				if (one.every((row) => deleted.has(row))) return { deleted: one.length > 0, row_numbers: [...one] };
				return error instanceof Error ? error : new Error(String(error));
			});
		});
	},
});

/** The rows of each item, as they are numbered before any is gone. */
async function rowsMeant(cells: SheetCells, wanted: readonly Wanted[]): Promise<Array<readonly number[] | Error>> {
	const [first] = wanted;
	if (wanted.some(({ rows = [] }) => rows.some((row) => row > cells.rows))) await cells.refresh();
	const filters = wanted.map(({ filter, timeZone }) => filter && { ...filter, fits: rowFits(filter, timeZone) });
	const found: number[][] = wanted.map(() => []);
	if (first && filters.some((filter) => filter !== undefined))
		for await (const { header, rows } of rowsOfTable(cells, { ...first, render: 'values' })) {
			for (const filter of filters)
				checkColumns(
					(filter?.conditions ?? []).map(({ column }) => column),
					header.names,
				);
			for (const row of rows)
				filters.forEach((filter, at) => void (filter?.fits(row) && found[at]?.push(row.row_number)));
		}
	return wanted.map(({ rows, label }, at) => {
		const beyond = rows?.find((row) => row > cells.rows);
		return beyond === undefined ? (rows ?? found[at] ?? []) : noSuchRow(label, beyond, cells.rows);
	});
}
