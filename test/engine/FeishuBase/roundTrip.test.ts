/** What goes into a record comes out of it, whatever the type of the field. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { list, only, usePlatform, type ItemSpec, type Run } from '../../support/engine';
import {
	automatically,
	below,
	byExpression,
	everyType,
	idOf,
	newTable,
	whereOf,
	type EveryType,
} from '../../support/engine/everyType';

const platform = usePlatform();
let every: EveryType;
beforeEach(() => (every = everyType(platform)));

const run = async (operation: string, parameters: INodeParameters, items?: readonly ItemSpec[]) =>
	await platform.run({ parameters: { resource: 'record', operation, ...every.where, ...parameters }, items });

/** What an operation gives; its error where it failed. */
function given({ error, items }: Run): IDataObject[] {
	if (error) throw error;
	return items.map(({ json }) => json);
}

const one = (result: Run): IDataObject => only(given(result));

/** The record as each operation that reads gives it. */
async function readings(record_id: string, parameters: INodeParameters): Promise<IDataObject[]> {
	return [
		one(await run('get', { record: list(record_id), ...parameters })),
		one(await run('getAll', { returnAll: true, ...parameters })),
		one(await run('search', { ...parameters })),
	];
}

const byIds = () =>
	Object.fromEntries(Object.entries(every.given).map(([name, value]) => [idOf(every.table, name), value]));

const WAYS: ReadonlyArray<readonly [string, () => { parameters: INodeParameters; items?: ItemSpec[] }]> = [
	['a form', () => ({ parameters: below(byIds()) })],
	['an expression', () => ({ parameters: byExpression(JSON.stringify(every.given)) })],
	['an expression with the IDs of fields', () => ({ parameters: byExpression(JSON.stringify(byIds())) })],
	['the keys of an item', () => ({ parameters: automatically(), items: [{ json: { ...every.given, nothing: 1 } }] })],
];

/** What cells are that nobody has filled in. */
const EMPTY = { Step: null, 'Looked up': null, Sum: null, Press: null };

describe.each(WAYS)('by %s', (_way, how) => {
	test('a record of every type is created, and read as it was given', async () => {
		const { parameters, items } = how();
		const created = one(await run('create', parameters, items));
		const record_id = String(created.record_id);
		for (const reading of await readings(record_id, {})) {
			expect(reading).toMatchObject({ record_id, ...every.plain, ...EMPTY });
			// All fields are there, and they come in the table's order.
			expect(Object.keys(reading)).toEqual(['record_id', ...every.table.fields.map((field) => field.field_name)]);
			expect(reading).toMatchObject({ Made: expect.any(String), Maker: { id: expect.any(String) }, No: '1' });
		}
		for (const reading of await readings(record_id, { simple: false }))
			expect(reading).toMatchObject({ record_id, fields: every.wire });
	});
});

test('an update changes what it names, keeps the rest, and null clears', async () => {
	const record_id = String(one(await run('create', byExpression(JSON.stringify(every.given)))).record_id);
	const changed = one(await run('update', { record: list(record_id), ...byExpression('{ Title: "New" }') }));
	expect(changed).toEqual({ record_id, Title: 'New' });
	for (const reading of await readings(record_id, {})) expect(reading).toMatchObject({ ...every.plain, Title: 'New' });
	const nothing = Object.fromEntries(Object.keys(every.given).map((name) => [name, null]));
	given(await run('update', { record: list(record_id), ...byExpression(JSON.stringify(nothing)) }));
	const empty = { ...nothing, Paid: false };
	for (const reading of await readings(record_id, {})) expect(reading).toMatchObject({ record_id, ...empty });
	given(await run('update', { record: list(record_id), ...byExpression(JSON.stringify(every.given)) }));
	for (const reading of await readings(record_id, {})) expect(reading).toMatchObject(every.plain);
});

test('what is created says what was sent, or with Return Whole Record what the table has', async () => {
	const sent = one(await run('create', byExpression('{ Title: "A", Due: "2026-01-31T00:00:00Z", Count: "7" }')));
	expect(sent).toEqual({ record_id: sent.record_id, Title: 'A', Due: '2026-01-31T00:00:00.000Z', Count: 7 });
	const whole = one(await run('create', { ...byExpression('{ Title: "A" }'), options: { wholeRecord: true } }));
	expect(Object.keys(whole)).toEqual(expect.arrayContaining(['record_id', 'Made', 'No', 'State']));
	expect(whole).toMatchObject({ Title: 'A', No: '2', State: null });
	const raw = one(await run('create', { ...byExpression('{ Title: "A" }'), simple: false }));
	expect(raw).toMatchObject({ record_id: raw.record_id, fields: { Title: 'A' } });
});

test('Create or Update writes every type, once as a new record and then over it', async () => {
	const upsert = async (values: object) =>
		one(await run('upsert', { ...byExpression(JSON.stringify(values)), options: { matchOn: 'Code' } }));
	const created = await upsert(every.given);
	expect(created).toMatchObject({ record_action: 'created', Code: every.given.Code });
	const changed = await upsert({ ...every.given, Title: 'Second' });
	expect(changed).toMatchObject({ record_action: 'updated', record_id: created.record_id, Title: 'Second' });
	for (const reading of await readings(String(created.record_id), {}))
		expect(reading).toMatchObject({ ...every.plain, Title: 'Second' });
});

test('what Get Many gives makes the same records in another table by itself, whatever nobody can write', async () => {
	given(await run('create', byExpression(JSON.stringify(every.given))));
	const items = given(await run('getAll', { returnAll: true })).map((json) => ({ json }));
	const copy = newTable(
		every.base,
		every.table.fields.map(({ field_name, type, ui_type, property }) => ({
			field_name,
			type,
			ui_type,
			property: type === 7 || type === 15 ? undefined : { ...property, back_field_name: 'Back of copy' },
		})),
	);
	const made = await run('create', { ...whereOf(every.base, copy), ...automatically() }, items);
	expect(given(made)).toHaveLength(1);
	const read = one(await run('getAll', { ...whereOf(every.base, copy), returnAll: true }));
	expect(read).toMatchObject(every.plain);
	// And once more through Get or Create: what is there is found by what a reading gives of it.
	const found = await run(
		'getOrCreate',
		{ ...whereOf(every.base, copy), ...automatically([idOf(copy, 'Site')]) },
		items,
	);
	expect(one(found)).toMatchObject({ record_action: 'found', record_id: read.record_id });
});

test.each(['get', 'getAll', 'search'])('what %s gives with Simplify off can be written as it is', async (reading) => {
	const { record_id } = one(await run('create', byExpression(JSON.stringify(every.given))));
	const record = { record: list(String(record_id)) };
	const raw = one(await run(reading, { ...record, simple: false }));
	given(await run('update', { ...record, ...byExpression('{ Title: "Other", Count: null, Site: null, Files: [] }') }));
	given(await run('update', { ...record, ...automatically() }, [{ json: { ...raw, Stars: 1 } }]));
	expect(one(await run('get', record))).toMatchObject({ ...every.plain, Stars: 1 });
	const [made] = given(await run('create', automatically(), [{ json: { fields: raw.fields } }]));
	expect(one(await run('get', { record: list(String(made?.record_id)) }))).toMatchObject(every.plain);
});

test('a column that is called fields is one like any other', async () => {
	const table = newTable(every.base, [{ field_name: 'fields', type: 1 }]);
	const where = whereOf(every.base, table);
	const made = await run('create', { ...where, ...automatically() }, [{ json: { fields: 'plain' } }]);
	expect(one(made)).toMatchObject({ fields: 'plain' });
	const wrong = await run('create', { ...where, ...automatically() }, [{ json: { fields: { Title: 'x' } } }]);
	expect(wrong.error?.message).toContain("'fields'");
});

test('numbers, dates and formulas that were computed are plain values', async () => {
	const { record_id } = one(await run('create', byExpression('{ Title: "A" }')));
	const record = every.table.records.get(String(record_id));
	record?.cells.set(idOf(every.table, 'Sum'), { type: 2, value: [42] });
	record?.cells.set(idOf(every.table, 'Looked up'), { type: 1, value: [{ type: 'text', text: 'x' }] });
	for (const reading of await readings(String(record_id), {}))
		expect(reading).toMatchObject({ Sum: 42, 'Looked up': ['x'], Step: null });
	const items = given(await run('getAll', { returnAll: true })).map((json) => ({ json }));
	expect(one(await run('create', automatically(), items))).toMatchObject({ Title: 'A' });
});
