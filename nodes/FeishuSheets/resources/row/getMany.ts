import type { IDataObject } from 'n8n-workflow';

import { ROW_NUMBER, type SheetRow } from '../../../../feishu/sheets/headerRows';
import { plainSheetCell } from '../../../../feishu/sheets/readCell';
import { checkColumns, rowFits } from '../../../../feishu/sheets/rowFilter';
import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { READ_RANGES, READ_SCOPES } from '../../cells/endpoints';
import { SheetCells, type Render } from '../../cells/sheetCells';
import { filterField } from './filterFields';
import { ROW } from './output';
import { readOptions } from './readOptions';
import { placeIn, rowsOfTable } from './rowsOfTable';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many rows',
	description: 'List the rows of a sheet as objects, those that fit conditions or all',
	endpoint: READ_RANGES,
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [sheetField, filterField, pagingFields, simplifyField, readOptions],
	output: ROW,
	async run({ read, panel, ...asking }) {
		const sheet = read(sheetField);
		const filter = read(filterField);
		const limit = read(pagingFields);
		const simple = read(simplifyField);
		const {
			cells: shown = 'values',
			range: area,
			columns = [],
			timeZone = panel.timeZone,
			...rest
		} = read(readOptions);
		const place = placeIn(area, rest);
		const cells = await SheetCells.of(asking, sheet);
		const fits = rowFits(filter, timeZone);
		const looked = filter.conditions.map(({ column }) => column);
		const isAll = looked.length === 0;
		// As the platform has them, dates are numbers.
		const render: Render = shown === 'values' && !simple ? 'raw' : shown;
		const reading = { place, area, render, timeZone, raw: !simple, ...(isAll && { atFirst: limit }) };
		const items: IDataObject[] = [];
		for await (const { header, rows } of rowsOfTable(cells, reading)) {
			checkColumns([...looked, ...columns], header.names);
			for (const row of rows) {
				if (!fits(simple ? row : plainRow(row, timeZone))) continue;
				items.push(only(row, columns));
				if (items.length >= limit) return items;
			}
		}
		return items;
	},
});

const plainRow = (row: SheetRow, timeZone: string): Record<string, unknown> =>
	Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, plainSheetCell(cell, { timeZone })]));

const only = (row: SheetRow, columns: readonly string[]): IDataObject =>
	(columns.length === 0
		? row
		: Object.fromEntries([ROW_NUMBER, ...columns].map((name) => [name, row[name]]))) as IDataObject;
