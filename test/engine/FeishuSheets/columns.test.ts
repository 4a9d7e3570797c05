/** The columns that the panel offers, and what others read of what the node wrote. */
import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';

import { FeishuSheets } from '../../../nodes/FeishuSheets/FeishuSheets.node';
import { byId, listContext, usePlatform } from '../../support/engine';
import { sdkClient } from '../../support/conformance/harness';
import { byExpression } from '../../support/engine/everyType';
import { OwnSheet } from '../../support/engine/sheetRuns';

const platform = usePlatform();

let own: OwnSheet;
beforeEach(() => {
	own = new OwnSheet(
		platform,
		['Name', 'n', 'Due', 'Done', 'Mixed'],
		['Ada', 1, 46_053, true, 1],
		[],
		['Bob', 2.5, 46_054, false, 'x'],
	);
	for (const row of [1, 3]) {
		const cell = own.sheet.rows[row]?.cells[2];
		if (cell) cell.formatter = 'yyyy/MM/dd';
	}
});

const { loadOptions, resourceMapping } = new FeishuSheets().methods;
const context = (panel: INodeParameters): ILoadOptionsFunctions =>
	listContext('feishuSheets', platform.credential, { resource: 'row', operation: 'append', ...panel });

async function columns(method: string, panel: INodeParameters) {
	const give = resourceMapping[method];
	if (!give) throw new Error(`There is no mapper ${method}`);
	return await give.call(context(panel));
}

test('columns have the types of the cells below them', async () => {
	const { fields } = await columns('getSheetColumns', own.where);
	expect(fields.map(({ id, type }) => [id, type])).toEqual([
		['Name', 'string'],
		['n', 'number'],
		['Due', 'dateTime'],
		['Done', 'options'],
		['Mixed', 'string'],
	]);
	expect(fields.every(({ canBeUsedToMatch, removed }) => canBeUsedToMatch && removed === false)).toBe(true);
});

test('to update, the number of the row is the first of them, and matched on', async () => {
	const { fields } = await columns('getSheetColumnsAndRow', own.where);
	expect(fields[0]).toMatchObject({ id: 'row_number', type: 'number', defaultMatch: true });
	expect(fields).toHaveLength(6);
});

test('they are read in the header row that is chosen', async () => {
	own = new OwnSheet(platform, ['Report'], [], ['a', null, 'c'], [1, 2, 3]);
	const { fields } = await columns('getSheetColumns', { ...own.where, options: { headerRow: 3 } });
	expect(fields.map(({ id }) => id)).toEqual(['a', 'col_1', 'c']);
	const names = await loadOptions.getSheetColumnNames?.call(context({ ...own.where, options: { headerRow: 3 } }));
	expect(names).toEqual(['a', 'col_1', 'c'].map((name) => ({ name, value: name })));
});

test('they say what is missing where no spreadsheet is chosen, and more than 30 wait under Add Column', async () => {
	expect(await columns('getSheetColumns', {})).toMatchObject({
		fields: [],
		emptyFieldsNotice: expect.stringContaining('Choose the spreadsheet first') as unknown,
	});
	await expect(loadOptions.getSheetColumnNames?.call(context({}))).rejects.toThrow('Choose the spreadsheet first');
	own.sheet.columns.push(...Array.from({ length: 120 }, () => ({ hidden: false })));
	own.put(
		1,
		Array.from({ length: 120 }, (_, index) => `c${index}`),
	);
	const { fields } = await columns('getSheetColumns', own.where);
	expect(fields).toHaveLength(120);
	expect(fields.filter(({ removed }) => removed === true)).toHaveLength(90);
});

test('an empty sheet says that its header comes from the items', async () => {
	own = new OwnSheet(platform);
	expect((await columns('getSheetColumns', { spreadsheet: byId(own.book.token) })).fields).toEqual([]);
});

test('the official SDK reads what the node wrote', async () => {
	await own.give(
		'append',
		byExpression('{ Name: "007", n: 1.5, Due: "2026-01-31", Done: true, Mixed: "[Label](https://example.com/)" }'),
	);
	const sdk = sdkClient(platform.simulator);
	const range = encodeURIComponent(`${own.sheet.sheet_id}!A5:E5`);
	const read = async (query: string) => {
		const url = `/open-apis/sheets/v2/spreadsheets/${own.book.token}/values/${range}${query}`;
		const { data } = await sdk.request<{ data: { valueRange: { values: unknown[][] } } }>({ method: 'GET', url });
		return data.valueRange.values[0];
	};
	const link = [{ type: 'url', text: 'Label', link: 'https://example.com/' }];
	expect(await read('?valueRenderOption=UnformattedValue')).toEqual(['007', 1.5, 46_053, true, link]);
	expect(await read('?valueRenderOption=FormattedValue')).toEqual(['007', '1.5', '2026/01/31', 'TRUE', link]);
});
