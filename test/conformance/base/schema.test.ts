/** Bases, tables, fields and views, as the official SDK makes and changes them. */
import {
	addRecord,
	type BaseFixture,
	newTable,
	readRecord,
	refusalOf,
	startBase,
} from '../../support/conformance/bases';

let fixture: BaseFixture;
beforeAll(async () => {
	fixture = await startBase([
		{ field_name: 'Name', type: 1 },
		{ field_name: 'Status', type: 3, property: { options: [{ name: 'open' }, { name: 'done' }] } },
	]);
});
afterAll(() => fixture.simulator.close());

const bitable = () => fixture.sdk.bitable.v1;
const fieldsOf = async (path = fixture.path) => (await bitable().appTableField.list({ path })).data?.items ?? [];
const fieldNamed = async (name: string, path = fixture.path) =>
	(await fieldsOf(path)).find((field) => field.field_name === name);

describe('a base', () => {
	it('has a token with the letters of its kind, an address, and a first table with columns and ten empty rows', async () => {
		const { data } = await bitable().app.create({ data: { name: 'New', time_zone: 'Europe/Berlin' } });
		const app = data?.app;
		expect(app?.app_token).toMatch(/^\w{4}b\w{4}a\w{4}s\w{12}$/);
		expect(app?.url).toContain(`/base/${app?.app_token}`);
		const path = { app_token: app?.app_token ?? '', table_id: app?.default_table_id ?? '' };
		expect((await fieldsOf(path)).map(({ type }) => type)).toEqual([1, 3, 5, 17]);
		const rows = await bitable().appTableRecord.search({ path, data: {} });
		expect(rows.data?.total).toBe(10);
		expect(rows.data?.items?.every(({ fields }) => Object.keys(fields).length === 0)).toBe(true);
		const read = await bitable().app.get({ path });
		expect(read.data?.app).toMatchObject({ name: 'New', time_zone: 'Europe/Berlin', is_advanced: false });
	});

	it('is renamed; a name with signs is refused', async () => {
		const path = { app_token: fixture.app_token };
		await bitable().app.update({ path, data: { name: 'Renamed' } });
		expect((await bitable().app.get({ path })).data?.app?.name).toBe('Renamed');
		expect((await refusalOf(bitable().app.update({ path, data: { name: 'a/b' } })))[0]).toBe(1254031);
	});

	it('is copied, and is not ready at once', async () => {
		await fixture.http.admin('PUT', '/settings', { baseCopyMs: 60_000 });
		const made = await bitable().app.copy({ path: { app_token: fixture.app_token }, data: { name: 'Copy' } });
		const path = { app_token: made.data?.app?.app_token ?? '' };
		expect(await refusalOf(bitable().appTable.list({ path }))).toEqual([1254036, 400]);
		await fixture.http.admin('POST', '/clock', { ms: 60_001 });
		const copied = await bitable().appTable.list({ path });
		const source = await bitable().appTable.list({ path: { app_token: fixture.app_token } });
		expect(copied.data?.items?.map(({ name }) => name)).toEqual(source.data?.items?.map(({ name }) => name));
	});

	it.each(['pages', 'newer'] as const)('that is not there is refused, with the status of %s', async (baseErrors) => {
		await fixture.http.admin('PUT', '/settings', { baseErrors });
		const status = baseErrors === 'pages' ? 200 : 404;
		expect(await refusalOf(bitable().appTable.list({ path: { app_token: 'none' } }))).toEqual([1254040, status]);
		const path = { ...fixture.path, table_id: 'tblNone' };
		expect(await refusalOf(bitable().appTableRecord.search({ path, data: {} }))).toEqual([1254041, status]);
		await fixture.http.admin('PUT', '/settings', { baseErrors: 'pages' });
	});
});

describe('tables', () => {
	it('come with fields and a view, with a name alone, or several at once', async () => {
		const path = { app_token: fixture.app_token };
		const fields = [{ field_name: 'Key', type: 1 }];
		const table = { name: ' Made ', default_view_name: 'All', fields };
		const made = (await bitable().appTable.create({ path, data: { table } })).data;
		expect(made).toMatchObject({
			table_id: expect.stringMatching(/^tbl/),
			field_id_list: [expect.stringMatching(/^fld/)],
		});
		expect(made?.default_view_id).toMatch(/^vew/);
		const more = await bitable().appTable.batchCreate({ path, data: { tables: [{ name: 'A' }, { name: 'B' }] } });
		expect(more.data?.table_ids).toHaveLength(2);
		const names = (await bitable().appTable.list({ path })).data?.items?.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['Made', 'A', 'B']));
		await bitable().appTable.batchDelete({ path, data: { table_ids: more.data?.table_ids } });
		expect((await bitable().appTable.list({ path })).data?.items).toHaveLength((names?.length ?? 0) - 2);
	});

	it.each([
		['a name that is taken', { name: 'Sold' }, 1254013],
		['a sign in the name', { name: 'a*b' }, 1254038],
		['a view without fields', { name: 'V', default_view_name: 'All' }, 1254001],
		['a first field that can not be first', { name: 'F', fields: [{ field_name: 'Done', type: 7 }] }, 1254012],
		['two fields of one name', { name: 'F', fields: [1, 1].map((type) => ({ field_name: 'A', type })) }, 1254014],
	])('are refused for %s', async (_what, table, code) => {
		const path = { app_token: fixture.app_token };
		const before = (await bitable().appTable.list({ path })).data?.total;
		expect((await refusalOf(bitable().appTable.create({ path, data: { table } })))[0]).toBe(code);
		expect((await bitable().appTable.list({ path })).data?.total).toBe(before);
	});

	it('are renamed, where an empty name changes nothing; the last one stays', async () => {
		const { data } = await bitable().app.create({ data: { name: 'Small' } });
		const path = { app_token: data?.app?.app_token ?? '', table_id: data?.app?.default_table_id ?? '' };
		await bitable().appTable.patch({ path, data: { name: 'One' } });
		await bitable().appTable.patch({ path, data: { name: '' } });
		expect((await bitable().appTable.list({ path })).data?.items).toMatchObject([{ name: 'One' }]);
		expect(await refusalOf(bitable().appTable.delete({ path }))).toEqual([1254034, 403]);
	});

	it('come in pages, of which the last one has a token as well', async () => {
		const path = { app_token: fixture.app_token };
		const first = (await bitable().appTable.list({ path, params: { page_size: 1 } })).data;
		expect(first).toMatchObject({ has_more: true, page_token: expect.any(String) });
		const all = (await bitable().appTable.list({ path, params: { page_size: 100 } })).data;
		expect(all).toMatchObject({ has_more: false, page_token: expect.any(String) });
		const paged = { page_size: 1, page_token: 'none' };
		expect((await refusalOf(bitable().appTable.list({ path, params: paged })))[0]).toBe(1254002);
		expect((await refusalOf(bitable().appTable.list({ path, params: { page_size: 500 } })))[0]).toBe(1254011);
	});
});

describe('fields', () => {
	const replace = async (field_id: string, data: object) =>
		bitable().appTableField.update({ path: { ...fixture.path, field_id }, data: data as never });

	it('have what a list says: the first one is the primary one, a select has options with ids', async () => {
		expect(await fieldsOf()).toMatchObject([
			{ field_name: 'Name', type: 1, ui_type: 'Text', is_primary: true, property: null, is_hidden: false },
			{ field_name: 'Status', ui_type: 'SingleSelect', property: { options: [{ name: 'open' }, { name: 'done' }] } },
		]);
	});

	it('a full replacement makes options without an id anew, and takes those that are not named with their values', async () => {
		const before = await fieldNamed('Status');
		const [open, done] = before?.property?.options ?? [];
		const id = await addRecord(fixture, { Name: 'a', Status: 'open' });
		const kept = await addRecord(fixture, { Name: 'b', Status: 'done' });
		const property = { options: [{ name: 'open' }, { id: done?.id, name: 'finished' }] };
		await replace(before?.field_id ?? '', { field_name: 'Status', type: 3, property });
		const options = (await fieldNamed('Status'))?.property?.options ?? [];
		expect(options.map(({ name }) => name)).toEqual(['open', 'finished']);
		expect([options[0]?.id === open?.id, options[1]?.id === done?.id]).toEqual([false, true]);
		expect((await readRecord(fixture, id))?.Status).toBeUndefined();
		expect((await readRecord(fixture, kept))?.Status).toBe('finished');
	});

	it('another type turns cells into its own', async () => {
		const made = await bitable().appTableField.create({ path: fixture.path, data: { field_name: 'Turned', type: 1 } });
		const field_id = made.data?.field?.field_id ?? '';
		const [number, word] = [await addRecord(fixture, { Turned: '12.5' }), await addRecord(fixture, { Turned: 'x' })];
		await replace(field_id, { field_name: 'Turned', type: 2 });
		expect((await readRecord(fixture, number))?.Turned).toBe(12.5);
		expect((await readRecord(fixture, word))?.Turned).toBeUndefined();
		await replace(field_id, { field_name: 'Turned', type: 3 });
		expect((await readRecord(fixture, number))?.Turned).toBe('12.5');
	});

	it('nothing changed is a code of its own; what a type can not be is refused', async () => {
		const field = await fieldNamed('Name');
		const same = replace(field?.field_id ?? '', { field_name: 'Name', type: 1 });
		expect(await refusalOf(same)).toEqual([1254606, 200]);
		const checkbox = replace(field?.field_id ?? '', { field_name: 'Name', type: 7 });
		expect((await refusalOf(checkbox))[0]).toBe(1254012);
		const typeless = fixture.http.call('PUT', `${fixture.url}/fields/${field?.field_id}`, { field_name: 'Name' });
		expect(await typeless).toMatchObject({ status: 400, code: 99992402 });
	});

	it.each<[string, object, number]>([
		['a property of a link to the web', { field_name: 'U', type: 15, property: {} }, 1254087],
		['a property of a checkbox', { field_name: 'C', type: 7, property: {} }, 1254085],
		['a rating without bounds', { field_name: 'R', type: 2, ui_type: 'Rating', property: { formatter: '0' } }, 1254081],
		[
			'money without a currency',
			{ field_name: 'M', type: 2, ui_type: 'Currency', property: { formatter: '0' } },
			1254081,
		],
		['a link that leads nowhere', { field_name: 'L', type: 18, property: { table_id: 'tblNone' } }, 1254089],
		['the same of both tables', { field_name: 'L', type: 21, property: {} }, 1254092],
		['an option without a name', { field_name: 'S', type: 3, property: { options: [{ name: '' }] } }, 1254026],
		['a form that its type does not have', { field_name: 'T', type: 1, ui_type: 'Rating' }, 1254012],
		['an empty name', { field_name: '  ', type: 1 }, 1254028],
		['a bracket in the name', { field_name: 'a[1]', type: 1 }, 1254029],
		['a taken name', { field_name: 'Name', type: 1 }, 1254014],
		['a lookup', { field_name: 'L', type: 19 }, 99992402],
	])('are refused for %s', async (_what, data, code) => {
		const before = (await fieldsOf()).length;
		const made = bitable().appTableField.create({ path: fixture.path, data: data as never });
		expect((await refusalOf(made))[0]).toBe(code);
		expect(await fieldsOf()).toHaveLength(before);
	});

	it('go away with their cells, but not the primary one', async () => {
		const made = await bitable().appTableField.create({ path: fixture.path, data: { field_name: 'Gone', type: 1 } });
		const path = { ...fixture.path, field_id: made.data?.field?.field_id ?? '' };
		const id = await addRecord(fixture, { Gone: 'x' });
		expect((await bitable().appTableField.delete({ path })).data).toEqual({ field_id: path.field_id, deleted: true });
		expect(await readRecord(fixture, id)).toEqual({});
		const field_id = (await fieldNamed('Name'))?.field_id ?? '';
		expect((await refusalOf(bitable().appTableField.delete({ path: { ...path, field_id } })))[0]).toBe(1254046);
	});

	it('a link of both tables has its other side there, and both go together', async () => {
		const table_id = await newTable(fixture.sdk, fixture.app_token, 'Buyers', [{ field_name: 'Buyer', type: 1 }]);
		const property = { table_id, back_field_name: 'Orders' };
		const made = await bitable().appTableField.create({
			path: fixture.path,
			data: { field_name: 'Bought by', type: 21, property },
		});
		const there = { ...fixture.path, table_id };
		const back = await fieldNamed('Orders', there);
		expect(made.data?.field?.property).toMatchObject({ back_field_id: back?.field_id, table_name: 'Buyers' });
		expect(back?.property).toMatchObject({
			table_id: fixture.path.table_id,
			back_field_id: made.data?.field?.field_id,
		});
		await bitable().appTableField.delete({ path: { ...fixture.path, field_id: made.data?.field?.field_id ?? '' } });
		expect(await fieldNamed('Orders', there)).toBeUndefined();
	});
});

describe('links of both tables', () => {
	it('that come to nothing leave nothing behind in the other one', async () => {
		const { sdk, app_token } = fixture;
		const table_id = await newTable(sdk, app_token, 'Rooms', [{ field_name: 'Room', type: 1 }]);
		const there = { app_token, table_id };
		const link = { field_name: 'Where', type: 21, property: { table_id } };
		const key = { field_name: 'Key', type: 1 };
		const table = { name: 'Guests', fields: [key, link, key] };
		const refused = bitable().appTable.create({ path: there, data: { table } });
		expect((await refusalOf(refused))[0]).toBe(1254014);
		expect(await fieldsOf(there)).toHaveLength(1);
		const guests = { app_token, table_id: await newTable(sdk, app_token, 'Guests', [key, link]) };
		expect(await fieldsOf(there)).toHaveLength(2);
		const field_id = (await fieldNamed('Where', guests))?.field_id ?? '';
		await bitable().appTableField.update({ path: { ...guests, field_id }, data: { field_name: 'Where', type: 1 } });
		expect(await fieldsOf(there)).toHaveLength(1);
	});
});

describe('views', () => {
	it('are made, read, changed and taken away; the last one stays', async () => {
		const { path } = fixture;
		const made = await bitable().appTableView.create({ path, data: { view_name: 'Board', view_type: 'kanban' } });
		const view_id = made.data?.view?.view_id ?? '';
		const status = (await fieldNamed('Status'))?.field_id ?? '';
		const filter_info = {
			conjunction: 'and' as const,
			conditions: [{ field_id: status, operator: 'is' as const, value: '["finished"]' }],
		};
		const property = { filter_info, hidden_fields: [status] };
		await bitable().appTableView.patch({ path: { ...path, view_id }, data: { view_name: 'Done', property } });
		const read = await bitable().appTableView.get({ path: { ...path, view_id } });
		expect(read.data?.view).toMatchObject({ view_name: 'Done', view_type: 'kanban', property });
		const listed = await bitable().appTableField.list({ path, params: { view_id } });
		expect(listed.data?.items?.find(({ field_id: id }) => id === status)).toMatchObject({ is_hidden: true });
		const views = (await bitable().appTableView.list({ path })).data?.items ?? [];
		expect(views.map(({ view_name: name }) => name)).toEqual(['表格', 'Done']);
		await bitable().appTableView.delete({ path: { ...path, view_id } });
		const last = { ...path, view_id: views[0]?.view_id ?? '' };
		expect((await refusalOf(bitable().appTableView.delete({ path: last })))[0]).toBe(1254023);
		expect(await refusalOf(bitable().appTableView.get({ path: { ...path, view_id } }))).toEqual([1254042, 404]);
	});

	it('are refused for their names, and for values that are no list', async () => {
		const { path } = fixture;
		const make = (view_name: string) => refusalOf(bitable().appTableView.create({ path, data: { view_name } }));
		expect([(await make('表格'))[0], (await make(' '))[0], (await make('a[b'))[0]]).toEqual([
			1254020, 1254021, 1254022,
		]);
		const view_id = (await bitable().appTableView.list({ path })).data?.items?.[0]?.view_id ?? '';
		const field_id = (await fieldNamed('Name'))?.field_id ?? '';
		const filter_info = {
			conjunction: 'and' as const,
			conditions: [{ field_id, operator: 'is' as const, value: 'x' }],
		};
		const changed = bitable().appTableView.patch({ path: { ...path, view_id }, data: { property: { filter_info } } });
		expect((await refusalOf(changed))[0]).toBe(1254018);
	});
});
