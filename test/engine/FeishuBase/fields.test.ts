/** Fields of a table: every type that can be made, and changes that keep what they do not name. */
import type { INodeParameters } from 'n8n-workflow';

import type { Base, Field, Table } from '../../../simulator/state/bases';
import { list, only, usePlatform } from '../../support/engine';
import { recordsIn, seededBase, tableCalled, tasksOf } from '../../support/engine/ownBase';

const platform = usePlatform();

let base: Base;
let table: Table;
let where: INodeParameters;
let names = 0;

beforeEach(() => {
	({ base, table, where } = tasksOf(platform));
});

const start = async (operation: string, parameters: INodeParameters) =>
	await platform.run({ parameters: { resource: 'field', operation, ...where, ...parameters } });

async function run(operation: string, parameters: INodeParameters) {
	const { error, items } = await start(operation, parameters);
	if (error) throw error;
	return items.map(({ json }) => json);
}

const create = async (fieldType: string, settings: INodeParameters = {}, fieldName = `F${++names}`) =>
	only(await run('create', { fieldName, fieldType, ...settings }));

const update = async (name: unknown, updateFields: INodeParameters) =>
	only(await run('update', { field: { __rl: true, mode: 'id', value: String(name) }, updateFields }));

const kept = (id: unknown): Field => only(table.fields.filter(({ field_id }) => field_id === id));

/** The body of the last write. */
const sent = () =>
	JSON.parse(platform.calls.filter(({ method }) => method !== 'GET').at(-1)?.bodyText ?? '{}') as object;

describe('Create', () => {
	const CUSTOMERS = { linkedTable: { __rl: true, mode: 'id', value: '客户 Customers' } };

	test.each<[kind: string, settings: INodeParameters, body: object]>([
		['text', {}, { type: 1 }],
		['email', {}, { type: 1, ui_type: 'Email' }],
		['barcode', {}, { type: 1, ui_type: 'Barcode', property: { allowed_edit_modes: { manual: true, scan: true } } }],
		[
			'barcode',
			{ scanOnly: true },
			{ type: 1, ui_type: 'Barcode', property: { allowed_edit_modes: { manual: false, scan: true } } },
		],
		['number', {}, { type: 2, property: { formatter: '0' } }],
		['number', { format: '1,000.00' }, { type: 2, property: { formatter: '1,000.00' } }],
		['progress', {}, { type: 2, ui_type: 'Progress', property: { formatter: '%' } }],
		[
			'progress',
			{ range: { values: { min: 0, max: 50 } } },
			{ type: 2, ui_type: 'Progress', property: { formatter: '%', range_customize: true, min: 0, max: 50 } },
		],
		['currency', {}, { type: 2, ui_type: 'Currency', property: { formatter: '0.00', currency_code: 'CNY' } }],
		[
			'currency',
			{ currency: 'eur', format: '1,000' },
			{ type: 2, ui_type: 'Currency', property: { formatter: '1,000', currency_code: 'EUR' } },
		],
		[
			'rating',
			{ symbol: 'heart', range: { values: { min: 0, max: 10 } } },
			{ type: 2, ui_type: 'Rating', property: { formatter: '0', min: 0, max: 10, rating: { symbol: 'heart' } } },
		],
		[
			'singleSelect',
			{
				optionNames: 'a, b',
				coloredOptions: {
					option: [
						{ name: 'c, d', color: 7 },
						{ name: 'a', color: 3 },
					],
				},
			},
			{ type: 3, property: { options: [{ name: 'a', color: 3 }, { name: 'b' }, { name: 'c, d', color: 7 }] } },
		],
		[
			'multiSelect',
			{ optionNames: '={{ ["x", "y"] }}' },
			{ type: 4, property: { options: [{ name: 'x' }, { name: 'y' }] } },
		],
		['date', { autoFill: true }, { type: 5, property: { date_formatter: 'yyyy/MM/dd', auto_fill: true } }],
		['checkbox', {}, { type: 7 }],
		['person', { multiple: false }, { type: 11, property: { multiple: false } }],
		['phone', {}, { type: 13 }],
		['url', {}, { type: 15 }],
		['attachment', {}, { type: 17 }],
		['location', { mobileOnly: true }, { type: 22, property: { location: { input_type: 'only_mobile' } } }],
		['group', {}, { type: 23, property: { multiple: true } }],
		['autoNumber', {}, { type: 1005, property: { auto_serial: { type: 'auto_increment_number' } } }],
		[
			'autoNumber',
			{
				rules: {
					part: [
						{ part: 'fixed_text', value: 'No. ' },
						{ part: 'system_number', value: '3' },
					],
				},
				reformat: true,
			},
			{
				type: 1005,
				property: {
					auto_serial: {
						type: 'custom',
						options: [
							{ type: 'fixed_text', value: 'No. ' },
							{ type: 'system_number', value: '3' },
						],
						reformat_existing_records: true,
					},
				},
			},
		],
		[
			'formula',
			{ formula: '1+1', format: '0.00', resultType: 'number' },
			{
				type: 20,
				property: {
					formula_expression: '1+1',
					formatter: '0.00',
					type: { data_type: 2, ui_type: 'Number', ui_property: { formatter: '0.00' } },
				},
			},
		],
		[
			'createdTime',
			{ dateFormat: 'yyyy-MM-dd HH:mm' },
			{ type: 1001, property: { date_formatter: 'yyyy-MM-dd HH:mm' } },
		],
		['modifiedTime', {}, { type: 1002, property: { date_formatter: 'yyyy/MM/dd' } }],
		['createdBy', {}, { type: 1003 }],
		['modifiedBy', {}, { type: 1004 }],
	])('%s %j', async (kind, settings, body) => {
		const item = await create(kind, settings);
		expect(sent()).toEqual({ field_name: item.field_name, ...body });
		expect(item).toMatchObject({ app_token: base.app_token, table_id: table.table_id, kind, is_primary: false });
		expect(kept(item.field_id)).toMatchObject({ field_name: item.field_name, ...body });
	});

	test('a link finds its table by name, and shows itself in the other table', async () => {
		const there = tableCalled(base, 'Customers');
		expect(await create('link', { ...CUSTOMERS, multiple: false })).toMatchObject({
			linked_table: { table_id: there.table_id, name: there.name },
			multiple: false,
		});
		const item = await create('twoWayLink', { ...CUSTOMERS, backFieldName: 'Offers' });
		expect(sent()).toMatchObject({ type: 21, property: { table_id: there.table_id, back_field_name: 'Offers' } });
		const back = there.fields.find(({ field_name }) => field_name === 'Offers');
		expect(back?.property?.back_field_id).toBe(item.field_id);
	});

	test('a table that is not there is told by the names of those that are', async () => {
		const { error } = await start('create', {
			fieldName: 'x',
			fieldType: 'link',
			linkedTable: { __rl: true, mode: 'id', value: 'Suppliers' },
		});
		expect(error?.message).toBe("The base has no table called 'Suppliers'");
		expect(error?.description).toContain('客户 Customers');
	});

	test('a description, and settings that no form has', async () => {
		const item = await create('number', { options: { description: 'In kg', property: '{ "formatter": "0.0000" }' } });
		expect(item).toMatchObject({ description: 'In kg', format: '0.0000' });
	});

	test('a name that is in use is the platform’s to refuse', async () => {
		const { error } = await start('create', { fieldName: '金额 Amount', fieldType: 'text' });
		expect(error?.message).toBe('Another field of the table has this name');
	});

	test('a lost answer makes no second field', async () => {
		platform.simulator.faults.add({
			path: '/open-apis/bitable/*/fields',
			method: 'POST',
			times: 1,
			action: { type: 'dropAfter' },
		});
		const before = table.fields.length;
		await create('text');
		expect(table.fields).toHaveLength(before + 1);
		const tokens = platform.calls.filter(({ method }) => method === 'POST').map(({ query }) => query);
		expect(tokens).toHaveLength(2);
		expect(tokens[0]).toMatch(/^client_token=[\w-]{36}$/);
		expect(tokens[1]).toBe(tokens[0]);
	});

	test('fields of several items are made one after the other', async () => {
		platform.store.settings.baseWriteMs = 20;
		const { items, error } = await platform.run({
			parameters: {
				resource: 'field',
				operation: 'create',
				...where,
				fieldName: '={{ $json.name }}',
				fieldType: 'text',
			},
			items: ['S1', 'S2', 'S3'].map((name) => ({ json: { name } })),
		});
		platform.store.settings.baseWriteMs = 0;
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.field_name)).toEqual(['S1', 'S2', 'S3']);
		expect(platform.calls.filter(({ method }) => method === 'POST')).toHaveLength(3);
	});
});

describe('Update', () => {
	const cellsOf = (id: string) => recordsIn(table).map(({ cells }) => cells.get(id));

	test('another option leaves those that were there, with their cells', async () => {
		const status = only(table.fields.filter(({ field_name }) => field_name === '状态 Status'));
		const before = status.property?.options ?? [];
		const cells = cellsOf(status.field_id);
		const item = await update('状态 Status', { addOptions: '完成 Done, Later' });
		expect(item).toMatchObject({ changed: true, kind: 'singleSelect' });
		expect(item.options).toEqual([...before.map(({ name }) => name), 'Later']);
		expect(kept(status.field_id).property?.options?.slice(0, before.length)).toEqual(before);
		expect(cellsOf(status.field_id)).toEqual(cells);
		expect(item.type_changed).toBeUndefined();
	});

	test('an option gets another name and keeps its records; one that is removed leaves them', async () => {
		const status = only(table.fields.filter(({ field_name }) => field_name === '状态 Status'));
		const [todo, doing] = (status.property?.options ?? []).map(({ id }) => id);
		await update('状态 Status', {
			changeOptions: { option: [{ from: '待办 To do', newName: 'Open', newColor: 9 }] },
			removeOptions: '进行中 Doing',
		});
		const options = kept(status.field_id).property?.options;
		expect(options?.[0]).toEqual({ id: todo, name: 'Open', color: 9 });
		expect(options?.map(({ id }) => id)).not.toContain(doing);
		expect(cellsOf(status.field_id)).toContain(todo);
		expect(cellsOf(status.field_id)).not.toContain(doing);
	});

	test.each<[INodeParameters, string, string]>([
		[{ removeOptions: 'Nobody' }, "The field has no option 'Nobody'", 'It has '],
		[
			{ changeOptions: { option: [{ from: '完成 Done', newName: 'Open' }] } },
			"Another option is called 'Open' already",
			'another name',
		],
		[
			{ currency: 'USD' },
			"The field 'Currency' does not go with '状态 Status', which is an option",
			'It has Options, Options With Colors',
		],
	])('%j is refused before anything is written', async (updateFields, message, advice) => {
		const { error } = await start('update', { field: list(statusId()), updateFields });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain(advice);
		expect(platform.calls.every(({ method }) => method === 'GET')).toBe(true);
	});

	const statusId = () => only(table.fields.filter(({ field_name }) => field_name === '状态 Status')).field_id;

	test('a name alone keeps the settings of a currency', async () => {
		const item = await update('金额 Amount', { name: 'Price' });
		expect(item).toMatchObject({ field_name: 'Price', kind: 'currency', currency: 'CNY', format: '0.00' });
		expect(sent()).toEqual({
			field_name: 'Price',
			type: 2,
			ui_type: 'Currency',
			property: { formatter: '0.00', currency_code: 'CNY' },
		});
	});

	test('a description stays when something else is changed, and goes when it is emptied', async () => {
		const { field_id } = await create('number', { options: { description: 'In kg' } });
		await update(field_id, { format: '0.0' });
		expect(kept(field_id)).toMatchObject({ description: 'In kg', property: { formatter: '0.0' } });
		await update(field_id, { description: '' });
		expect(kept(field_id).description).toBe('');
	});

	test('a checkbox and a link are renamed without a property', async () => {
		for (const kind of ['checkbox', 'url']) {
			const { field_id } = await create(kind);
			const item = await update(field_id, { name: `Renamed ${kind}` });
			expect(item).toMatchObject({ field_name: `Renamed ${kind}`, kind });
			expect(sent()).not.toHaveProperty('property');
		}
	});

	test('a two-way link keeps its other side', async () => {
		const link = only(table.fields.filter(({ type }) => type === 21));
		const back = link.property?.back_field_id;
		await update(link.field_id, { name: 'Client' });
		expect(kept(link.field_id)).toMatchObject({ field_name: 'Client', property: { back_field_id: back } });
		expect(tableCalled(seededBase(platform), 'Customers').fields.map(({ field_id }) => field_id)).toContain(back);
	});

	test('one option becomes several: the options and what records hold stay', async () => {
		const { field_id } = await create('singleSelect', { optionNames: 'a, b' });
		const before = kept(field_id).property?.options;
		const item = await update(field_id, { type: 'multiSelect', addOptions: 'c' });
		expect(item).toMatchObject({ kind: 'multiSelect', type_changed: true, options: ['a', 'b', 'c'] });
		expect(kept(field_id).property?.options?.slice(0, 2)).toEqual(before);
	});

	test('another type starts with what is usual for it', async () => {
		const { field_id } = await create('text');
		expect(await update(field_id, { type: 'rating', symbol: 'fire' })).toMatchObject({
			kind: 'rating',
			min: 1,
			max: 5,
		});
		expect(sent()).toMatchObject({ property: { formatter: '0', min: 1, max: 5, rating: { symbol: 'fire' } } });
	});

	test('the first field stays of a type that it can be', async () => {
		const [first] = table.fields;
		const { error } = await start('update', {
			field: list(first?.field_id ?? ''),
			updateFields: { type: 'checkbox' },
		});
		expect(error?.message).toContain("which can't be a checkbox");
		expect(error?.description).toContain('text, a number, a date');
	});

	test('what is like that already counts as done', async () => {
		const { field_id } = await create('number');
		expect(await update(field_id, { format: '0' })).toMatchObject({ field_id, changed: false, format: '0' });
	});

	test('an item finds the field by the name that the one before gave it', async () => {
		const { field_id, field_name } = await create('text');
		const { error } = await platform.run({
			parameters: {
				resource: 'field',
				operation: 'update',
				...where,
				field: { __rl: true, mode: 'id', value: '={{ $json.from }}' },
				updateFields: { name: '={{ $json.to }}' },
			},
			items: [{ json: { from: field_name, to: 'Second name' } }, { json: { from: 'Second name', to: 'Third name' } }],
		});
		expect(error).toBeUndefined();
		expect(kept(field_id).field_name).toBe('Third name');
	});

	test('several items change one field, each what the others left', async () => {
		const { field_id } = await create('multiSelect', { optionNames: 'a' });
		const { error } = await platform.run({
			parameters: {
				resource: 'field',
				operation: 'update',
				...where,
				field: list(String(field_id)),
				updateFields: { addOptions: '={{ $json.option }}' },
			},
			items: ['b', 'c', 'd'].map((option) => ({ json: { option } })),
		});
		expect(error).toBeUndefined();
		expect(kept(field_id).property?.options?.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
	});
});

describe('Get and Get Many', () => {
	test('tell kinds and options by name, or all that the platform says', async () => {
		const item = await create('currency', { currency: 'USD' });
		expect(only(await run('get', { field: list(String(item.field_id)) }))).toEqual({
			app_token: base.app_token,
			table_id: table.table_id,
			field_id: item.field_id,
			field_name: item.field_name,
			kind: 'currency',
			type: 2,
			ui_type: 'Currency',
			is_primary: false,
			read_only: false,
			format: '0.00',
			currency: 'USD',
		});
		expect(only(await run('get', { field: list(String(item.field_id)), simple: false }))).toMatchObject({
			property: { currency_code: 'USD' },
		});
	});

	test('say which fields a view hides', async () => {
		const view = only(table.views);
		const [, hidden] = table.fields;
		view.hidden_fields = [hidden?.field_id ?? ''];
		const fields = await run('getAll', { returnAll: true, options: { view: list(view.view_id) } });
		view.hidden_fields = [];
		expect(fields.filter(({ is_hidden }) => is_hidden).map(({ field_id }) => field_id)).toEqual([hidden?.field_id]);
	});

	test('a field that is not there is told by the names of those that are', async () => {
		const { error } = await start('get', { field: { __rl: true, mode: 'id', value: '任务Task' } });
		expect(error?.message).toBe("The table has no field '任务Task'");
		expect(error?.description).toContain("It has '任务 Task'");
	});
});

describe('Delete', () => {
	test('takes the field away with its cells', async () => {
		const item = await create('text');
		expect(await run('delete', { field: list(String(item.field_id)) })).toEqual([
			{
				deleted: true,
				app_token: base.app_token,
				table_id: table.table_id,
				field_id: item.field_id,
				field_name: item.field_name,
			},
		]);
		expect(table.fields.map(({ field_id }) => field_id)).not.toContain(item.field_id);
	});

	test('leaves the first one, and asks nobody', async () => {
		const [first] = table.fields;
		const { error } = await start('delete', { field: list(first?.field_id ?? '') });
		expect(error?.message).toBe(`'${first?.field_name}' is the first field of its table, which stays`);
		expect(platform.calls.some(({ method }) => method === 'DELETE')).toBe(false);
	});
});
