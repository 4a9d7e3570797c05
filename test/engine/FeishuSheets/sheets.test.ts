/** Sheets of a spreadsheet: where they stand, what they are called, and what the platform says of that. */
import type { INodeParameters } from 'n8n-workflow';

import { usePlatform } from '../../support/engine';
import { ownSheet, type OwnSheet } from '../../support/engine/sheetPlace';
import { answered, refusalOn, runOn } from '../../support/engine/partRuns';

const platform = usePlatform();

let own: OwnSheet;

beforeEach(() => {
	own = ownSheet(platform);
});

const titles = () => own.book.sheets.map(({ title }) => title);
const update = async (sheetFields: INodeParameters) => await runOn(platform, own, 'sheet:update', { sheetFields });

test('Add: behind all others, where the platform would put it first; or at a place', async () => {
	const spreadsheet = { __rl: true, mode: 'url', value: `https://example.feishu.cn/sheets/${own.book.token}` };
	const [item] = await runOn(platform, own, 'sheet:add', { sheetTitle: 'January', spreadsheet });
	expect(titles()).toEqual(['Sheet1', 'Second', 'January']);
	expect(item).toMatchObject({ title: 'January', position: 3, rows: 200, columns: 20, type: 'sheet' });
	expect(item?.url).toBe(`https://example.feishu.cn/sheets/${own.book.token}?sheet=${String(item?.sheet_id)}`);
	await runOn(platform, own, 'sheet:add', { sheetTitle: 'Start', addOptions: { position: 1 } });
	expect(titles()[0]).toBe('Start');
});

test('Copy: with what is in it, under a name of its own or the given one', async () => {
	const filled = ownSheet(platform, [['a', 1]]);
	const [item] = await runOn(platform, filled, 'sheet:copy', { newSheetTitle: 'Once more' });
	expect(item).toMatchObject({ title: 'Once more', position: 2 });
	expect(filled.book.sheets[1]?.rows[0]?.cells[0]?.content).toBe('a');
	expect(await runOn(platform, filled, 'sheet:copy')).toMatchObject([{ title: 'Sheet1 (副本)' }]);
});

test('a name that is in use is told in words', async () => {
	expect(await refusalOn(platform, own, 'sheet:add', { sheetTitle: 'Second' })).toMatch(/code 90210/);
});

describe('Update', () => {
	test('renames, moves, hides and freezes, and tells what the sheet is now', async () => {
		const [item] = await update({ title: 'New', position: 2, frozenRows: 1, frozenColumns: 2 });
		expect(item).toMatchObject({ title: 'New', position: 2, frozen_rows: 1, frozen_columns: 2, hidden: false });
		expect(titles()).toEqual(['Second', 'New']);
		expect(await update({ hidden: true })).toMatchObject([{ hidden: true, title: 'New' }]);
	});

	test('says so where the platform answers that all went well and renames nothing', async () => {
		platform.simulator.faults.add({
			path: `/open-apis/sheets/v2/spreadsheets/${own.book.token}/sheets_batch_update`,
			times: 1,
			action: answered({ replies: [{ updateSheet: {} }] }),
		});
		expect(await refusalOn(platform, own, 'sheet:update', { sheetFields: { title: 'Better' } })).toMatch(
			/still called 'Sheet1'/,
		);
	});

	test('protects the whole sheet, with who may write all the same, and opens it again', async () => {
		const [user] = platform.store.contact.users.values();
		const open_id = platform.store.directory.idFor(
			[...platform.store.apps.values()][0] as never,
			user?.open_id ?? '',
			'open_id',
		);
		await update({ protection: 'LOCK', lockInfo: 'closed', editors: { several: [{ list: String(open_id) }] } });
		expect(own.sheet.protections).toMatchObject([{ lockInfo: 'closed', editors: [user?.open_id] }]);
		expect(own.sheet.protections[0]?.lines).toBeUndefined();
		expect(await runOn(platform, own, 'protection:getAll', { returnAll: true })).toMatchObject([
			{ whole_sheet: true, reason: 'closed', editors: [open_id] },
		]);
		await update({ protection: 'UNLOCK' });
		expect(own.sheet.protections).toEqual([]);
	});
});

test('Delete: all but the last one that people see', async () => {
	await runOn(platform, own, 'sheet:delete');
	expect(titles()).toEqual(['Second']);
	const last = { where: { ...own.where, sheet: { ...own.where.sheet, value: own.book.sheets[0]?.sheet_id ?? '' } } };
	expect(await refusalOn(platform, last, 'sheet:delete')).toMatch(/code 90203/);
});
