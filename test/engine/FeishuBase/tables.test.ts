/** Tables of a base: made by rows or from the input, told with their fields, renamed and deleted. */
import type { INodeParameters } from 'n8n-workflow';

import type { Base } from '../../../simulator/state/bases';
import { byId, only, usePlatform, type ItemSpec } from '../../support/engine';
import { seededBase, tasksOf } from '../../support/engine/ownBase';

const platform = usePlatform();

let base: Base;
let names = 0;

beforeEach(() => {
	base = seededBase(platform);
});

const start = async (operation: string, parameters: INodeParameters, items?: ItemSpec[]) =>
	await platform.run({
		parameters: { resource: 'table', operation, base: byId(base.app_token), ...parameters },
		items,
	});

async function run(operation: string, parameters: INodeParameters, items?: ItemSpec[]) {
	const run = await start(operation, parameters, items);
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}

const named = () => ({ tableName: `T${++names}` });
const fields = (...field: INodeParameters[]) => ({ newFields: { field } });
const made = (item: { table_id?: unknown }) => base.tables.get(String(item.table_id));
const writes = () => platform.calls.filter(({ method }) => method !== 'GET');
const bodyOf = (index: number) => JSON.parse(writes()[index]?.bodyText ?? '{}') as object;

describe('Create', () => {
	test('makes the fields in their order, a link to a table by its name among them', async () => {
		const item = only(
			await run('create', {
				...named(),
				...fields(
					{ fieldName: 'Order', description: 'As printed' },
					{ fieldName: 'State', fieldType: 'singleSelect', optionNames: 'new, sent' },
					{ fieldName: 'Paid', fieldType: 'checkbox' },
					{ fieldName: 'Price', fieldType: 'currency', currency: 'EUR' },
					{ fieldName: 'Client', fieldType: 'link', linkedTable: byId('客户 Customers') },
				),
				options: { defaultViewName: 'All orders' },
			}),
		);
		const table = made(item);
		expect(item).toMatchObject({
			app_token: base.app_token,
			name: table?.name,
			default_view_id: table?.views[0]?.view_id,
		});
		expect(table?.views[0]?.view_name).toBe('All orders');
		expect(item.fields).toEqual(
			table?.fields.map(({ field_id, field_name, type }, place) => ({
				field_id,
				field_name,
				type,
				kind: ['text', 'singleSelect', 'checkbox', 'currency', 'link'][place],
			})),
		);
		expect(table?.fields[0]).toMatchObject({ description: 'As printed', is_primary: true });
		expect(table?.fields[3]?.property).toEqual({ formatter: '0.00', currency_code: 'EUR' });
		expect(bodyOf(0)).toMatchObject({ table: { fields: [{}, {}, { field_name: 'Paid', type: 7 }, {}, {}] } });
		expect(JSON.stringify(bodyOf(0))).not.toContain('"type":7,"property"');
	});

	test('an e-mail field, which a new table does not take, is one afterwards', async () => {
		const item = only(await run('create', { ...named(), ...fields({ fieldName: 'Mail', fieldType: 'email' }) }));
		expect(bodyOf(0)).toMatchObject({ table: { fields: [{ field_name: 'Mail', type: 1 }] } });
		expect(JSON.stringify(bodyOf(0))).not.toContain('ui_type');
		expect(made(item)?.fields).toMatchObject([{ field_name: 'Mail', ui_type: 'Email' }]);
		expect(item.fields).toMatchObject([{ kind: 'email' }]);
	});

	test('fields may come as a list, by words or as the platform has them', async () => {
		const list = [
			'Name',
			{ name: 'State', type: 'singleSelect', options: ['new', 'sent'], description: 'Of the order' },
			{ field_name: 'Price', type: 2, ui_type: 'Currency', property: { currency_code: 'USD' } },
		];
		const item = only(await run('create', { ...named(), options: { fieldsJson: JSON.stringify(list) } }));
		expect(item.fields).toMatchObject([{ kind: 'text' }, { kind: 'singleSelect' }, { kind: 'currency' }]);
		expect(made(item)?.fields).toMatchObject([
			{ field_name: 'Name' },
			{ description: 'Of the order', property: { options: [{ name: 'new' }, { name: 'sent' }] } },
			{ field_name: 'Price', property: { formatter: '0.00', currency_code: 'USD' } },
		]);
	});

	test('without fields it is what the platform makes of a name', async () => {
		const item = only(await run('create', named()));
		expect(Object.keys(item).sort()).toEqual(['app_token', 'name', 'table_id']);
		expect(Object.keys((bodyOf(0) as { table: object }).table)).toEqual(['name']);
	});

	test('gives the address on the host from which the base was copied', async () => {
		const value = `https://acme.feishu.cn/base/${base.app_token}?table=tblold#x`;
		const item = only(
			await run('create', { ...named(), base: { __rl: true, mode: 'url', value }, ...fields({ fieldName: 'A' }) }),
		);
		expect(item.url).toBe(
			`https://acme.feishu.cn/base/${base.app_token}?table=${String(item.table_id)}&view=${String(item.default_view_id)}`,
		);
	});

	test('a name that is in use is told in words', async () => {
		const { error } = await start('create', { tableName: '任务 Tasks' });
		expect(error?.message).toBe('Another table of the base has this name');
	});

	test('a lost answer is not asked for again: the name would be taken', async () => {
		platform.simulator.faults.add({ path: '/open-apis/bitable/*/tables', times: 1, action: { type: 'dropAfter' } });
		const before = base.tables.size;
		const { error } = await start('create', named());
		expect(error?.description).toContain('It may have been carried out all the same');
		expect(base.tables.size).toBe(before + 1);
	});
});

describe('Create From Input Items', () => {
	const ITEMS: ItemSpec[] = [
		{ json: { done: true, title: 'A', price: 1.5, mail: 'a@example.com', order: '007', when: '2026-01-31', x: null } },
		{ json: { done: false, title: 'B', price: 2, tags: ['red', 'blue'], raw: { a: 1 }, when: '2026-02-01' } },
	];

	test('one table for all items, of the types that all values fit', async () => {
		const items = await run('createFromItems', named(), ITEMS);
		expect(items).toHaveLength(1);
		const table = made(only(items));
		expect(table?.fields.map(({ field_name, type, ui_type }) => [field_name, type, ui_type])).toEqual([
			['title', 1, 'Text'],
			['done', 7, 'Checkbox'],
			['price', 2, 'Number'],
			['mail', 1, 'Email'],
			['order', 1, 'Text'],
			['when', 5, 'DateTime'],
			['x', 1, 'Text'],
			['tags', 4, 'MultiSelect'],
			['raw', 1, 'Text'],
		]);
		expect(table?.fields.find(({ field_name }) => field_name === 'tags')?.property?.options).toMatchObject([
			{ name: 'red' },
			{ name: 'blue' },
		]);
		expect(only(items).fields).toContainEqual(expect.objectContaining({ key: 'mail', kind: 'email' }));
	});

	test('shows the types and makes nothing', async () => {
		const item = only(await run('createFromItems', { ...named(), options: { previewOnly: true } }, ITEMS));
		expect(item).toMatchObject({
			preview: true,
			fields: [{ key: 'title', kind: 'text' }, { key: 'done' }, {}, {}, {}, {}, {}, {}, {}],
		});
		expect(platform.calls).toEqual([]);
	});

	test('takes other types and keys where somebody chooses them', async () => {
		const item = only(
			await run(
				'createFromItems',
				{
					...named(),
					typesByKey: { type: [{ key: 'price', fieldType: 'currency', currency: 'USD' }] },
					options: { except: 'raw, x', only: '', primaryKey: 'when' },
				},
				ITEMS,
			),
		);
		expect(made(item)?.fields.map(({ field_name }) => field_name)).toEqual([
			'when',
			'title',
			'done',
			'price',
			'mail',
			'order',
			'tags',
		]);
		expect(made(item)?.fields[3]).toMatchObject({ ui_type: 'Currency', property: { currency_code: 'USD' } });
	});

	test('a key that can not be first is refused, with those that there are', async () => {
		const { error } = await start('createFromItems', { ...named(), options: { primaryKey: 'done' } }, ITEMS);
		expect(error?.message).toBe("The field of 'done' can't be the first one of a table");
		const other = await start('createFromItems', { ...named(), options: { primaryKey: 'size' } }, ITEMS);
		expect(other.error?.description).toContain('They have title, done, price');
		expect(platform.calls).toEqual([]);
	});
});

describe('Get and Get Many', () => {
	test('a table with its fields in a form that people read', async () => {
		const { where, table } = tasksOf(platform);
		const item = only(await run('get', { ...where, options: { includeViews: true } }));
		expect(item).toMatchObject({
			table_id: table.table_id,
			name: table.name,
			url: `https://example.feishu.cn/base/${base.app_token}?table=${table.table_id}`,
			views: [{ view_id: table.views[0]?.view_id }],
		});
		expect(item.fields).toContainEqual(
			expect.objectContaining({
				field_name: '状态 Status',
				kind: 'singleSelect',
				options: expect.any(Array) as unknown[],
			}),
		);
		expect(item.fields).toContainEqual(expect.objectContaining({ kind: 'modifiedTime', read_only: true }));
	});

	test('all tables, page by page', async () => {
		const items = await run('getAll', { returnAll: true });
		expect(items.map(({ table_id }) => table_id)).toEqual([...base.tables.keys()]);
		expect(await run('getAll', { returnAll: false, limit: 1 })).toHaveLength(1);
	});
});

describe('Update and Delete', () => {
	const make = async () => String(only(await run('create', named())).table_id);

	test('another name', async () => {
		const id = await make();
		const item = only(await run('update', { table: byId(id), tableName: 'Renamed' }));
		expect(item).toMatchObject({ table_id: id, name: 'Renamed' });
		expect(base.tables.get(id)?.name).toBe('Renamed');
		await run('delete', { table: byId('Renamed') });
		expect(base.tables.has(id)).toBe(false);
	});

	test('an item finds the table by the name that the one before gave it', async () => {
		const id = await make();
		await run('update', { table: byId('={{ $json.from }}'), tableName: '={{ $json.to }}' }, [
			{ json: { from: base.tables.get(id)?.name, to: 'Second name' } },
			{ json: { from: 'Second name', to: 'Third name' } },
		]);
		expect(base.tables.get(id)?.name).toBe('Third name');
	});

	test('many items are one request, each told by itself', async () => {
		const ids = [await make(), await make(), await make()];
		platform.reset();
		const items = ids.map((id) => ({ json: { id } }));
		const deleted = await run('delete', { table: byId('={{ $json.id }}') }, items);
		expect(deleted).toEqual(ids.map((table_id) => ({ deleted: true, app_token: base.app_token, table_id })));
		expect(writes()).toHaveLength(1);
		expect(ids.some((id) => base.tables.has(id))).toBe(false);
	});

	test('one that is not there keeps none of the others', async () => {
		const ids = [await make(), 'tblnowhere', await make()];
		const { items, errorItems } = await platform.run({
			parameters: {
				resource: 'table',
				operation: 'delete',
				base: byId(base.app_token),
				table: byId('={{ $json.id }}'),
			},
			items: ids.map((id) => ({ json: { id } })),
			onError: 'continueErrorOutput',
		});
		expect(items.map(({ json }) => json.table_id)).toEqual([ids[0], ids[2]]);
		expect(errorItems.map(({ json }) => json.error)).toEqual(["The table does not exist, or this app can't see it"]);
	});

	test('the last table stays, and none is deleted on the way there', async () => {
		const ids = [...base.tables.keys()];
		const { error } = await start(
			'delete',
			{ table: byId('={{ $json.id }}') },
			ids.map((id) => ({ json: { id } })),
		);
		expect(error?.message).toBe('The last table of a base stays');
		expect([...base.tables.keys()]).toEqual(ids);
	});
});
