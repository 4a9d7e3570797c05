/** Rows and columns, called as people see them, whichever way a call counts. */
import type { INodeParameters } from 'n8n-workflow';

import { usePlatform } from '../../support/engine';
import { ownSheet, type OwnSheet } from '../../support/engine/sheetPlace';
import { refusalOn, runOn } from '../../support/engine/partRuns';

const platform = usePlatform();

let own: OwnSheet;

beforeEach(() => {
	own = ownSheet(platform, [
		['r1', 'b1', 'c1'],
		['r2', 'b2', 'c2'],
		['r3', 'b3', 'c3'],
		['r4', 'b4', 'c4'],
	]);
});

const run = async (operation: string, parameters: INodeParameters) =>
	await runOn(platform, own, `dimension:${operation}`, parameters);
const column = (at = 0) => own.sheet.rows.map(({ cells }) => cells[at]?.content).slice(0, 6);
const row = () => own.sheet.rows[0]?.cells.map((cell) => cell?.content).slice(0, 5);
const rows = { majorDimension: 'ROWS' };
const columns = { majorDimension: 'COLUMNS' };

test('Insert: before the row that is named', async () => {
	const [item] = await run('insert', { ...rows, beforeRow: '2', lineCount: 2 });
	expect(column()).toEqual(['r1', undefined, undefined, 'r2', 'r3', 'r4']);
	expect(item).toMatchObject({ inserted: true, dimension: 'rows', first: '2', last: '3', count: 2 });
	await run('insert', { ...columns, beforeColumn: 'b', lineCount: 1 });
	expect(row()).toEqual(['r1', undefined, 'b1', 'c1']);
});

test('Delete: both ends included', async () => {
	await run('delete', { ...rows, firstRow: '2', lastRow: '3' });
	expect(column().slice(0, 3)).toEqual(['r1', 'r4', undefined]);
	const [item] = await run('delete', { ...columns, firstColumn: 'B' });
	expect(row()).toEqual(['r1', 'c1']);
	expect(item).toMatchObject({ dimension: 'columns', first: 'B', last: 'B', count: 1 });
});

test('Move: before a row, up and down, and it tells where they are then', async () => {
	expect(await run('move', { ...rows, firstRow: '1', lastRow: '2', beforeRow: '4' })).toMatchObject([
		{ first: '2', last: '3' },
	]);
	expect(column().slice(0, 4)).toEqual(['r3', 'r1', 'r2', 'r4']);
	await run('move', { ...rows, firstRow: '4', beforeRow: '1' });
	expect(column().slice(0, 4)).toEqual(['r4', 'r3', 'r1', 'r2']);
	await run('move', { ...columns, firstColumn: 'A', beforeColumn: 'C' });
	expect(row()?.slice(0, 3)).toEqual(['b4', 'r4', 'c4']);
});

test('Update: hides and sizes those that are named, and no other', async () => {
	await run('update', { ...rows, firstRow: '2', lastRow: '3', lineFields: { hidden: true, size: 40 } });
	expect(own.sheet.rows.slice(0, 4).map(({ hidden }) => hidden)).toEqual([false, true, true, false]);
	expect(own.sheet.rows[1]?.size).toBe(40);
	await run('update', { ...columns, firstColumn: 'C', lineFields: { size: 200 } });
	expect(own.sheet.columns.slice(1, 4).map(({ size }) => size)).toEqual([undefined, 200, undefined]);
});

test('Add at the End: below the last row, in as many requests as it takes', async () => {
	const [item] = await run('add', { ...rows, lineCount: 5001 });
	expect(own.sheet.rows).toHaveLength(5201);
	expect(item).toMatchObject({ first: '201', last: '5201' });
	expect(platform.calls.filter(({ method }) => method === 'POST')).toHaveLength(2);
});

test('many rows are deleted from the end on, 5000 at a time', async () => {
	await run('add', { ...rows, lineCount: 5900 });
	platform.reset();
	await run('delete', { ...rows, firstRow: '2', lastRow: '6001' });
	expect(own.sheet.rows).toHaveLength(100);
	expect(column()[0]).toBe('r1');
	expect(platform.calls.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
});

test('what is not there is told in words', async () => {
	expect(await refusalOn(platform, own, 'dimension:delete', { ...rows, firstRow: '900' })).toMatch(/code 90212/);
});
