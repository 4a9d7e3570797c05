/** What becomes of a value that is empty, however that came about. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { list, usePlatform } from '../../support/engine';
import { automatically, below, byExpression, idOf } from '../../support/engine/everyType';
import { OwnTable } from '../../support/engine/recordRuns';

const platform = usePlatform();
let own: OwnTable;
beforeEach(() => {
	own = new OwnTable(platform, [
		{ field_name: 'Title', type: 1 },
		{ field_name: 'n', type: 2 },
		{ field_name: 'State', type: 3, property: { options: [{ name: 'Open' }] } },
		{ field_name: 'Paid', type: 7 },
	]);
});

const FULL = { Title: 'old', n: 1, State: 'Open', Paid: true };

/** What is in the record after an update with these parameters. */
async function updated(parameters: INodeParameters, json: IDataObject = {}, emptyValues?: string) {
	const [id = ''] = own.put(FULL);
	const options = emptyValues === undefined ? {} : { options: { emptyValues } };
	await own.give('update', { record: list(id), ...parameters, ...options }, { items: [{ json }] });
	const [{ record_id: _id, ...cells } = {}] = await own.give('get', { record: list(id) });
	return cells;
}

const form = (value: unknown) =>
	below(Object.fromEntries(Object.keys(FULL).map((name) => [idOf(own.table, name), value])));

const EMPTY = { Title: null, n: null, State: null, Paid: false };

describe('in a form', () => {
	test.each<[string, unknown]>([
		['nothing', undefined],
		['null, as the editor keeps what nobody touched', null],
		['empty text', ''],
	])('%s that nobody filled in is left out', async (_what, value) => {
		expect(await updated({ ...form(value), ...{} })).toEqual(FULL);
	});

	test.each<[string, string]>([
		['null', '={{ null }}'],
		['empty text', '={{ "" }}'],
		['a key that the item has, and that is null', '={{ $json.empty }}'],
	])('an expression that gives %s clears the cell, unless it is to be left out', async (_what, value) => {
		expect(await updated(form(value), { empty: null })).toEqual(EMPTY);
		expect(await updated(form(value), { empty: null }, 'leaveOut')).toEqual(FULL);
	});

	test('an expression that gives nothing at all, as a key that the item does not have, leaves the cell alone', async () => {
		expect(await updated(form('={{ $json.missing }}'))).toEqual(FULL);
		expect(await updated(form('={{ undefined }}'))).toEqual(FULL);
	});

	test('false and 0 are values', async () => {
		const value = { [idOf(own.table, 'n')]: 0, [idOf(own.table, 'Paid')]: false };
		expect(await updated(below(value))).toEqual({ ...FULL, n: 0, Paid: false });
	});
});

describe('from an expression, or the keys of an item', () => {
	const nulls = { Title: null, n: null, State: '', Paid: null };

	test.each([
		['expression', () => byExpression(JSON.stringify(nulls)), {}],
		['item', () => automatically(), nulls],
	] as const)('null and empty text clear, unless they are to be left out (%s)', async (_from, parameters, json) => {
		expect(await updated(parameters(), json)).toEqual(EMPTY);
		expect(await updated(parameters(), json, 'leaveOut')).toEqual(FULL);
	});

	test('what is not named stays', async () => {
		expect(await updated(byExpression('{ Title: "new", n: undefined }'))).toEqual({ ...FULL, Title: 'new' });
		expect(await updated(automatically(), { Title: 'new' })).toEqual({ ...FULL, Title: 'new' });
	});
});

describe('where nothing at all is to be written', () => {
	test('an item of which no key is a column is refused, with what it has and what the table has', async () => {
		const run = await own.run('create', automatically(), { items: [{ json: { Titel: 'x', record_id: 'rec1' } }] });
		expect(run.error).toMatchObject({
			message: "The field 'Columns' finds nothing in the item that is called like a field of the table: it has Titel",
			description: expect.stringContaining('The table has Title, n, State, Paid') as unknown,
		});
		expect(own.writes).toEqual([]);
	});

	test('a record without anything in it is made, and a hint says so', async () => {
		const run = await own.run('create', below({}));
		expect([run.error, run.hints]).toEqual([
			undefined,
			["'Columns' has no value for any column: nothing is written into the cells"],
		]);
		expect(own.table.records.size).toBe(1);
		expect((await own.run('create', automatically(), { items: [{ json: { Title: 'x', other: 1 } }] })).hints).toEqual([
			'The table has no field for other: left out',
		]);
	});
});
