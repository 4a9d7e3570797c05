/** Filters and filter views, by the words of the form. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, usePlatform } from '../../support/engine';
import { conditions } from '../../support/engine/cases/filter';
import { ownSheet, type OwnSheet } from '../../support/engine/sheetPlace';
import { refusalOn, runOn } from '../../support/engine/partRuns';

const platform = usePlatform();

let own: OwnSheet;

beforeEach(() => {
	own = ownSheet(platform, [
		['Name', 'Amount', 'State'],
		['Ann', 5, 'open'],
		['Bob', 20, 'done'],
		['Cid', 30, 'open'],
	]);
});

const open = { column: 'c', rule: 'isOneOf', values: 'open' };
const large = { column: 'B', rule: 'greaterOrEqual', values: '20' };

describe('the filter of a sheet', () => {
	const set = async (...given: INodeParameters[]) =>
		await runOn(platform, own, 'filter:set', { filteredRange: 'A1:C4', ...conditions(...given) });

	test('has several conditions, and tells which rows people do not see', async () => {
		expect(await runOn(platform, own, 'filter:get')).toMatchObject([{ has_filter: false }]);
		expect(await set(open, large)).toMatchObject([
			{
				has_filter: true,
				range: 'A1:C4',
				filtered_out_rows: [2, 3],
				conditions: [
					{ column: 'C', rule: 'isOneOf', values: ['open'] },
					{ column: 'B', rule: 'greaterOrEqual', values: ['20'] },
				],
			},
		]);
	});

	test('is changed column by column, and removed', async () => {
		await set(open, large);
		const [item] = await runOn(platform, own, 'filter:update', conditions({ column: 'C', rule: 'clear' }));
		expect(item).toMatchObject({ filtered_out_rows: [2], conditions: [{ column: 'B' }] });
		await runOn(platform, own, 'filter:remove');
		expect(own.sheet.filter).toBeUndefined();
	});

	test('is the only one: a second one is told how to go on', async () => {
		await set(open);
		const words = await refusalOn(platform, own, 'filter:set', conditions(open));
		expect(words).toMatch(/A sheet has one filter: update it, or remove it first/);
	});
});

describe('filter views', () => {
	const create = async (filterViewName: string, ...given: INodeParameters[]) =>
		await runOn(platform, own, 'filterView:create', {
			filterViewName,
			filteredRange: 'A1:C4',
			...conditions(...given),
		});

	test('are made with their conditions and found by name', async () => {
		const [made] = await create('Open', open);
		expect(made).toMatchObject({ name: 'Open', range: 'A1:C4', conditions: [{ column: 'C' }] });
		expect(await runOn(platform, own, 'filterView:get', { filterView: byId('Open') })).toEqual([made]);
	});

	test('are renamed; conditions come, change and go', async () => {
		await create('Open', open, large);
		const [item] = await runOn(platform, own, 'filterView:update', {
			filterView: byId('Open'),
			filterViewFields: { name: 'Done' },
			...conditions(
				{ ...open, values: 'done' },
				{ column: 'B', rule: 'clear' },
				{ column: 'A', rule: 'contains', values: 'B' },
			),
		});
		expect(item).toMatchObject({
			name: 'Done',
			conditions: [
				{ column: 'C', rule: 'isOneOf', values: ['done'] },
				{ column: 'A', rule: 'contains', values: ['B'] },
			],
		});
	});

	test('one that is not there is told with those that are', async () => {
		await create('Open');
		const words = await refusalOn(platform, own, 'filterView:delete', { filterView: byId('Closed') });
		expect(words).toMatch(/no filter view 'Closed'.*It has Open/);
	});
});
