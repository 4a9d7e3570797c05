/** Find and replace, whichever way the platform means `match_case`. */
import type { INodeParameters } from 'n8n-workflow';

import { usePlatform } from '../../support/engine';
import { ownSheet, type OwnSheet } from '../../support/engine/sheetPlace';
import { runOn } from '../../support/engine/partRuns';

const platform = usePlatform();

let own: OwnSheet;

beforeEach(() => {
	own = ownSheet(platform, [
		['Draft', 'draft 2', 'done'],
		[12, { formula: '=A2+1' }, 'DRAFT'],
	]);
});

afterEach(() => {
	platform.store.settings.sheetMatchCase = 'ignored';
});

const find = async (parameters: INodeParameters) =>
	(await runOn(platform, own, 'find:find', parameters)).map(({ cell }) => cell);

describe.each(['ignored', 'matched'] as const)('match_case means that case is %s', (meaning) => {
	beforeEach(() => {
		platform.store.settings.sheetMatchCase = meaning;
	});

	test('all letters are found, or those that are written so', async () => {
		expect(await find({ find: 'draft' })).toEqual(['A1', 'B1', 'C2']);
		expect(await find({ find: 'draft', searchOptions: { matchCase: true } })).toEqual(['B1']);
		expect(await find({ find: 'draft', searchOptions: { entireCell: true } })).toEqual(['A1', 'C2']);
	});

	test('the same cells are changed', async () => {
		const parameters = { find: 'draft', replacement: 'Final' };
		const exact = { ...parameters, searchOptions: { matchCase: true } };
		expect(await runOn(platform, own, 'find:replace', exact)).toMatchObject([{ replaced: 1, cells: ['B1'] }]);
		expect(own.sheet.rows[0]?.cells.map((cell) => cell?.content)).toEqual(['Draft', 'Final 2', 'done']);
		expect(await runOn(platform, own, 'find:replace', parameters)).toMatchObject([{ cells: ['A1', 'C2'] }]);
	});
});

test('numbers need one request, patterns and formulas are options, and nothing found is no item', async () => {
	expect(await find({ find: '12' })).toEqual(['A2']);
	expect(platform.calls.filter(({ path }) => path.endsWith('/find'))).toHaveLength(1);
	expect(await find({ find: '^d.*e$', searchOptions: { regex: true } })).toEqual(['C1']);
	expect(await runOn(platform, own, 'find:find', { find: 'A2', searchOptions: { inFormulas: true } })).toMatchObject([
		{ cell: 'B2', row_number: 2, column: 'B', formula: true },
	]);
	expect(await find({ find: 'nobody', searchedRange: 'A1:B2' })).toEqual([]);
});

test('several items of an execution learn once what the platform means', async () => {
	const items = [{}, {}, {}];
	await runOn(platform, own, 'find:find', { find: 'draft', requestOptions: { itemsAtOnce: 1 } }, items);
	expect(platform.calls.filter(({ path }) => path.endsWith('/find'))).toHaveLength(4);
});
