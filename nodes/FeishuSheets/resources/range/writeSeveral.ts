import { rowsField } from '../../../shared/fields/nested';
import { alone } from '../../../shared/operation/alone';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { runsAtOnce, runsOf, valueRange } from '../../../../feishu/sheets/writeRuns';
import { formatsOf, valuesOf } from '../../../../feishu/sheets/cellFormats';
import { rangeField } from '../../areas';
import { ADD_LINES, SET_STYLES, WRITE_RANGES, WRITE_SCOPES } from '../../cells/endpoints';
import { SheetCells } from '../../cells/sheetCells';
import { contextOf } from '../row/writeOptions';
import { areaOf, checkRoom, makeRoom, sheetOf, shifted, shownArea } from './place';
import { readyRows, valuesJson, writeOptions } from './values';

const range = rangeField({
	displayName: 'Range',
	name: 'range',
	placeholder: 'e.g. Sheet1!B2',
	description: 'The cell where the values begin, or a range that they have room in; a sheet may stand before it',
});

const parts = rowsField(
	{
		displayName: 'Ranges',
		name: 'ranges',
		placeholder: 'Add Range',
		groupKey: 'part',
		groupName: 'Range',
		default: { part: [{ range: '', valuesJson: '[]' }] },
		description: 'What is written where',
	},
	[range, valuesJson],
);

export const writeSeveral = defineOperation({
	value: 'writeSeveral',
	name: 'Write Several',
	action: 'Write several ranges',
	description: 'Write values into several ranges at once, also of several sheets; all of them or none',
	endpoint: WRITE_RANGES,
	alsoCalls: [SET_STYLES, ADD_LINES],
	scopes: WRITE_SCOPES,
	identity: 'either',
	fields: [sheetField, parts, writeOptions],
	output: outputOf({ ranges: ['string'], cells: 'number' }),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, panel, context, feishu, errorContext }) {
		const asking = { context, feishu, errorContext };
		const chosen = read(sheetField);
		const wanted = read(parts).map((one) => ({ range: one.read(range), given: one.read(valuesJson) }));
		const cellContext = contextOf(read(writeOptions), panel.timeZone);
		if (wanted.length === 0) throw parts.refuse('is empty', 'Add a range');
		const ready = wanted.map(({ range: entered, given }) => {
			const rows = readyRows(given, entered.area?.column ?? 1, cellContext);
			checkRoom(entered, rows);
			const { column = 1, row = 1 } = entered.area ?? {};
			return { sheet: sheetOf(chosen, entered), placed: { column, row, rows } };
		});
		const token = await chosen.spreadsheet.token(asking);
		return await alone(token, async () => {
			const all: Array<{ cells: SheetCells; area: string; written: ReturnType<typeof valueRange>[] }> = [];
			for (const { sheet, placed } of ready) {
				const cells = await SheetCells.of(asking, sheet);
				await makeRoom(cells, areaOf(placed));
				const { sheet_id } = cells.path;
				const rows = placed.rows.map((row, at) => ({
					row_number: placed.row + at,
					cells: shifted(row, placed.column),
				}));
				await cells.format(formatsOf(sheet_id, rows));
				const written = runsAtOnce(runsOf(valuesOf(rows))).flatMap((runs) =>
					runs.map((run) => valueRange(sheet_id, run)),
				);
				all.push({ cells, area: `${sheet_id}!${shownArea(areaOf(placed))}`, written });
			}
			const written = all.flatMap((one) => one.written);
			if (written.length > 0) await all[0]?.cells.write(written);
			return { ranges: all.map(({ area }) => area), cells: written.flatMap(({ values }) => values.flat()).length };
		});
	},
});
