import type { IDataObject } from 'n8n-workflow';

import { enteredRange } from '../../../../feishu/sheets/enteredRange';
import { isFilledCell, rowsBelowHeader } from '../../../../feishu/sheets/headerRows';
import { plainSheetCell } from '../../../../feishu/sheets/readCell';
import type { Asking } from '../../../shared/client/asking';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, listField } from '../../../shared/fields/plain';
import { mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import type { Sheet } from '../../../shared/sheets/sheetPlace';
import type { Range } from '../../areas';
import { beyondSheet } from '../../areas';
import { READ_RANGES, READ_SCOPES } from '../../cells/endpoints';
import { rowWindows } from '../../cells/readRows';
import { SheetCells, type Render, type Values } from '../../cells/sheetCells';
import { timeZoneOption } from '../row/tableOptions';
import { sheetOf, shownArea } from './place';

const ranges = mappedField(
	listField({
		displayName: 'Ranges',
		name: 'readRanges',
		placeholder: 'e.g. A1:C10, Sheet2!A:B',
		description:
			'Cells such as A1:C10, columns such as A:C, the rest of a table such as A2:C; several are separated by commas. The whole sheet unless given.',
	}),
	(list, label): Range[] => list.map((text) => ({ ...enteredRange(label, text), label })),
);

const as = choiceField({
	displayName: 'Give',
	name: 'readAs',
	options: [
		{ name: 'Lists of Values', value: 'lists', description: 'An item a range, with its rows as lists' },
		{ name: 'Objects', value: 'objects', description: 'An item a row, with the first row of the range as keys' },
	],
	default: 'lists',
	description: 'What the items hold',
});

const cellsOption = choiceField<'cells', Render>({
	displayName: 'Cells As',
	name: 'cells',
	options: [
		{ name: 'Displayed Text', value: 'shown', description: 'As people see them, with the number format' },
		{ name: 'Formulas', value: 'formulas', description: 'What computes a cell; other cells have their values' },
		{ name: 'Platform’s Own Form', value: 'raw', description: 'Dates as days since 1899-12-30, links in pieces' },
		{ name: 'Values', value: 'values', description: 'Numbers, true and false, dates in ISO form, text' },
	],
	default: 'values',
	description: 'What of the cells is given',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	cellsOption,
	timeZoneOption,
]);

export const read = defineOperation({
	value: 'read',
	name: 'Read',
	action: 'Read ranges',
	description: 'Get the values of one range or of several, as lists or as objects',
	endpoint: READ_RANGES,
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [sheetField, ranges, as, options],
	output: outputOf({ range: 'string', '*': 'any' }),
	async run({ read: readField, panel, ...asking }) {
		const chosen = readField(sheetField);
		const entered = readField(ranges);
		const wanted: Range[] = entered.length > 0 ? entered : [{ label: ranges.label }];
		const form = readField(as);
		const { cells: render = 'values', timeZone = panel.timeZone } = readField(options);
		const plain = plainOf(render, timeZone);
		const items: IDataObject[] = [];
		for (const range of wanted) {
			const { values, row, column, shown, sheet_id } = await valuesOf(asking, sheetOf(chosen, range), range, render);
			if (form === 'lists') {
				items.push({ range: shown, sheet_id, values: values.map((cells) => cells.map(plain)) } as IDataObject);
				continue;
			}
			const table = { values, firstRow: row, firstColumn: column, headerRow: row, header: undefined };
			for (const one of rowsBelowHeader(table, plain).rows) items.push({ range: shown, ...one } as IDataObject);
		}
		return items;
	},
});

function plainOf(render: Render, timeZone: string): (cell: unknown) => unknown {
	if (render === 'raw') return (cell) => cell ?? null;
	const context = render === 'shown' ? { timeZone, format: '@' } : { timeZone, shownDates: true };
	return (cell) => plainSheetCell(cell, context);
}

/** The cells of a range, without the empty rows at its end. @throws InputError about one that lies beyond the sheet */
async function valuesOf(asking: Asking, sheet: Sheet, { area, label }: Range, render: Render) {
	const cells = await SheetCells.of(asking, sheet);
	const { row = 1, column = 1, lastRow } = area ?? {};
	const lastColumn = area?.lastColumn ?? cells.columns;
	if (Math.max(lastRow ?? row, row) > cells.rows || lastColumn > cells.columns) await cells.refresh();
	if (row > cells.rows || column > cells.columns) throw beyondSheet(label, 'sheet', cells.rows, cells.columns);
	const values: Values = [];
	const end = lastRow === undefined ? undefined : Math.min(lastRow, cells.rows);
	const spans = [[column, Math.min(lastColumn, cells.columns)]] as const;
	for await (const window of rowWindows(cells, { row, lastRow: end, spans, render })) values.push(...window.values);
	while (values.length > 0 && !values.at(-1)?.some(isFilledCell)) values.pop();
	const last = { column, row, lastColumn, lastRow: lastRow ?? Math.max(row, row + values.length - 1) };
	return { values, row, column, shown: shownArea(last), sheet_id: cells.path.sheet_id, label };
}
