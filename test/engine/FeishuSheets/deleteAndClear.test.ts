/** Rows that are deleted, and cells that are emptied. */
import { usePlatform, type Run } from '../../support/engine';
import { OwnSheet } from '../../support/engine/sheetRuns';

const platform = usePlatform();
const DELETE = '*/dimension_range';

let own: OwnSheet;
beforeEach(() => {
	own = new OwnSheet(platform, ['Name', 'n'], ...Array.from({ length: 8 }, (_, n) => [`row ${n + 2}`, n % 2]));
});

const pairs = (items: Run['items']) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
const numbers = (...rows: unknown[]) => rows.map((row_number) => ({ json: { row_number } }) as never);

describe('Delete', () => {
	test('takes rows of all items from the bottom up, with one call for those that follow each other', async () => {
		const items = await own.give(
			'delete',
			{ rowNumbers: '={{ $json.row_number }}' },
			{ items: numbers(2, '4-5', 3, 9) },
		);
		expect(own.column(1)).toEqual(['row 6', 'row 7', 'row 8']);
		expect(own.writes).toEqual(['dimension_range', 'dimension_range']);
		expect(items).toEqual([
			{ deleted: true, row_numbers: [2] },
			{ deleted: true, row_numbers: [4, 5] },
			{ deleted: true, row_numbers: [3] },
			{ deleted: true, row_numbers: [9] },
		]);
	});

	test('takes those that fit conditions', async () => {
		const conditions = { condition: [{ column: 'n', operator: 'equals', value: '1' }] };
		const [item] = await own.give('delete', { deleteBy: 'conditions', conditions });
		expect(item).toEqual({ deleted: true, row_numbers: [3, 5, 7, 9] });
		expect(own.column(2)).toEqual([0, 0, 0, 0]);
		expect(await own.give('delete', { deleteBy: 'conditions', conditions })).toEqual([
			{ deleted: false, row_numbers: [] },
		]);
	});

	test('a row that is not there fails its item alone', async () => {
		const { items, errorItems } = await own.run(
			'delete',
			{ rowNumbers: '={{ $json.row_number }}' },
			{ items: numbers(900, 2), onError: 'continueErrorOutput' },
		);
		expect(pairs(items)).toEqual([1]);
		expect(errorItems[0]?.json.error).toBe('The sheet has no row 900');
	});

	test.each(['dropBefore', 'dropAfter', 'truncate'] as const)(
		'no others where an answer is lost (%s)',
		async (type) => {
			platform.simulator.faults.add({ path: DELETE, times: 1, action: { type } });
			await own.give('delete', { rowNumbers: '3-4' });
			expect(own.column(1)).toEqual(['row 2', 'row 5', 'row 6', 'row 7', 'row 8', 'row 9']);
		},
	);

	test('what was deleted before something ended it is told by its items', async () => {
		const action = { type: 'code', http: 400, code: 90218, msg: 'Lock Cells' } as const;
		platform.simulator.faults.add({ path: DELETE, skip: 1, times: 1, action });
		const { items, errorItems } = await own.run(
			'delete',
			{ rowNumbers: '={{ $json.row_number }}' },
			{ items: numbers(2, 9), onError: 'continueErrorOutput' },
		);
		expect(pairs(items)).toEqual([1]);
		expect(pairs(errorItems)).toEqual([0]);
		expect(own.column(1)[0]).toBe('row 2');
	});
});

describe('Clear', () => {
	test('empties the table below its header, and keeps rows and formats', async () => {
		const { length } = own.sheet.rows;
		expect(await own.give('clear', {})).toEqual([{ cleared: true, rows: 8 }]);
		expect(own.contents).toEqual([['Name', 'n']]);
		expect(own.sheet.rows).toHaveLength(length);
		expect(own.calls).toEqual(['values_batch_get', 'values_batch_update']);
	});

	test('empties some rows, and some columns of them', async () => {
		await own.give('clear', { clearWhat: 'numbers', rowNumbers: '2,4', options: { columns: ['n'] } });
		expect(own.contents.slice(1, 4)).toEqual([['row 2'], ['row 3', 1], ['row 4']]);
		await own.give('clear', { clearWhat: 'numbers', rowNumbers: '2' });
		expect(own.contents[1]).toEqual([]);
	});
});
