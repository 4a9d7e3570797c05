/** Rows and columns that only some people may change. */
import { usePlatform } from '../../support/engine';
import { ownSheet, type OwnSheet } from '../../support/engine/sheetPlace';
import { runOn } from '../../support/engine/partRuns';

const platform = usePlatform();

let own: OwnSheet;

beforeEach(() => {
	own = ownSheet(platform);
});

const add = async (firstColumn: string, lastColumn = '') =>
	await runOn(platform, own, 'protection:add', {
		majorDimension: 'COLUMNS',
		firstColumn,
		lastColumn,
		protectionReason: 'Sums',
	});
const listed = async () => await runOn(platform, own, 'protection:getAll', { returnAll: true });

test('are told by letters, with their reason and their editors', async () => {
	const [item] = await add('B', 'D');
	expect(own.sheet.protections).toMatchObject([{ lines: { major: 'COLUMNS', start: 1, end: 3 }, lockInfo: 'Sums' }]);
	expect(item).toMatchObject({ dimension: 'columns', first: 'B', last: 'D', whole_sheet: false, reason: 'Sums' });
	expect(await listed()).toMatchObject([{ ...item, editors: [] }]);
});

test('more than the platform tells at once are asked for in parts, and taken away in parts', async () => {
	for (let at = 1; at <= 12; at++) await add(String(at));
	platform.reset();
	const all = await listed();
	expect(all).toHaveLength(12);
	expect(platform.calls.filter(({ path }) => path.endsWith('_get'))).toHaveLength(3);
	await runOn(platform, own, 'protection:remove', { protectIds: all.map(({ protect_id }) => protect_id as string) });
	expect(own.sheet.protections).toEqual([]);
	expect(platform.calls.filter(({ path }) => path.endsWith('_del'))).toHaveLength(2);
});

test('are changed: other rows, another reason', async () => {
	const [{ protect_id } = {}] = await add('B');
	const protectionFields = { lines: '2:5', reason: 'Closed' };
	await runOn(platform, own, 'protection:update', { protectId: protect_id as string, protectionFields });
	expect(await listed()).toMatchObject([{ dimension: 'rows', first: '2', last: '5', reason: 'Closed' }]);
});
