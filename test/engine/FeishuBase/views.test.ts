/** Views of a table: what they hide and by what they filter is told and changed by names. */
import type { INodeParameters } from 'n8n-workflow';

import type { Base, Table, View } from '../../../simulator/state/bases';
import { byId, list, only, usePlatform } from '../../support/engine';
import { recordsIn, tasksOf } from '../../support/engine/ownBase';

const platform = usePlatform();

let base: Base;
let table: Table;
let where: INodeParameters;
let names = 0;

beforeEach(() => {
	({ base, table, where } = tasksOf(platform));
});

const start = async (operation: string, parameters: INodeParameters) =>
	await platform.run({ parameters: { resource: 'view', operation, ...where, ...parameters } });

async function run(operation: string, parameters: INodeParameters) {
	const { error, items } = await start(operation, parameters);
	if (error) throw error;
	return items.map(({ json }) => json);
}

const create = async (viewType = 'grid') =>
	only(await run('create', { viewName: `V${++names}`, viewType })) as { view_id: string; view_name: string };

const kept = (id: unknown): View => only(table.views.filter(({ view_id }) => view_id === id));
const fieldCalled = (name: string) => only(table.fields.filter(({ field_name }) => field_name.includes(name)));

const rows = (...condition: INodeParameters[]) => ({ conditions: { condition } });
const update = async (view: string, updateFields: INodeParameters) =>
	only(await run('update', { view: byId(view), updateFields }));

test.each(['grid', 'kanban', 'gallery', 'gantt', 'form'])('Create: %s, with its address', async (viewType) => {
	const item = await create(viewType);
	expect(item).toMatchObject({
		app_token: base.app_token,
		table_id: table.table_id,
		view_type: viewType,
		url: `https://example.feishu.cn/base/${base.app_token}?table=${table.table_id}&view=${item.view_id}`,
	});
	expect(kept(item.view_id)).toMatchObject({ view_name: item.view_name, view_type: viewType });
});

test('a name that is in use is told in words', async () => {
	const { view_name } = await create();
	const { error } = await start('create', { viewName: view_name });
	expect(error?.message).toBe('Another view of the table has this name');
});

describe('Update', () => {
	test('a name alone leaves all else', async () => {
		const { view_id } = await create();
		await update(view_id, { hiddenFields: ['负责人 Owner'] });
		const item = await update(view_id, { name: `Renamed ${names}` });
		expect(item).toMatchObject({ view_name: `Renamed ${names}`, hidden_fields: ['负责人 Owner'] });
		expect(kept(view_id).hidden_fields).toEqual([fieldCalled('Owner').field_id]);
	});

	test('fields are hidden by name or ID, and shown again', async () => {
		const { view_id } = await create();
		const files = fieldCalled('Files');
		expect(await update(view_id, { hiddenFields: [files.field_id, '负责人 Owner'] })).toMatchObject({
			hidden_fields: [files.field_name, '负责人 Owner'],
		});
		expect(await update(view_id, { hiddenFields: [] })).toMatchObject({ hidden_fields: [] });
	});

	test('conditions go by IDs of fields, options, people and records, each as the JSON of a list', async () => {
		const { view_id } = await create();
		const status = fieldCalled('Status');
		const [todo, , done] = (status.property?.options ?? []).map(({ id }) => id);
		const customers = only([...base.tables.values()].filter(({ name }) => name.includes('Customers')));
		const east = only(recordsIn(customers)).record_id;
		const item = await update(view_id, {
			match: 'or',
			...rows(
				{ field: '状态 Status', operator: 'contains', value: '待办 To do, 完成 Done' },
				{ field: '金额 Amount', operator: 'greater', value: 100 },
				{ field: '客户 Customer', operator: 'contains', value: '东方贸易' },
				{ field: '截止 Due', operator: 'equals', value: 'Today' },
				{ field: '附件 Files', operator: 'empty' },
			),
		});
		expect(kept(view_id).filter_info).toMatchObject({
			conjunction: 'or',
			conditions: [
				{ field_id: status.field_id, operator: 'contains', value: JSON.stringify([todo, done]) },
				{ field_id: fieldCalled('Amount').field_id, operator: 'isGreater', value: '["100"]' },
				{ field_id: fieldCalled('Customer').field_id, operator: 'contains', value: JSON.stringify([east]) },
				{ field_id: fieldCalled('Due').field_id, operator: 'is', value: '["Today"]' },
				{ field_id: fieldCalled('Files').field_id, operator: 'isEmpty', value: '[]' },
			],
		});
		expect(item.filter).toMatchObject({
			match: 'any',
			conditions: [
				{ field: '状态 Status', operator: 'contains', value: ['待办 To do', '完成 Done'] },
				{ field: '金额 Amount', value: ['100'] },
				{},
				{ value: ['Today'] },
				{ value: [] },
			],
		});
		expect(await update(view_id, rows())).toMatchObject({ filter: { match: 'all', conditions: [] } });
	});

	test.each<[what: string, fields: INodeParameters, message: string]>([
		['a field', { hiddenFields: ['Nobody'] }, "The table has no field 'Nobody'"],
		[
			'an option',
			rows({ field: '状态 Status', operator: 'equals', value: 'Nobody' }),
			"The field '状态 Status' has no option 'Nobody'",
		],
		[
			'an operator',
			rows({ field: '附件 Files', operator: 'contains', value: 'x' }),
			"'附件 Files' is attachments, which Feishu can't compare by 'contains'",
		],
	])('%s that is not there is refused before anything is written', async (_, updateFields, message) => {
		const { view_id } = await create();
		const { error } = await start('update', { view: byId(view_id), updateFields });
		expect(error?.message).toBe(message);
		expect(platform.calls.some(({ method }) => method === 'PATCH')).toBe(false);
	});

	test('an item finds the view by the name that the one before gave it', async () => {
		const { view_id, view_name } = await create();
		const { error } = await platform.run({
			parameters: {
				resource: 'view',
				operation: 'update',
				...where,
				view: byId('={{ $json.from }}'),
				updateFields: { name: '={{ $json.to }}' },
			},
			items: [{ json: { from: view_name, to: 'Second name' } }, { json: { from: 'Second name', to: 'Third name' } }],
		});
		expect(error).toBeUndefined();
		expect(kept(view_id).view_name).toBe('Third name');
	});

	test('what no field of the panel has', async () => {
		const { view_id } = await create();
		const hidden = fieldCalled('Amount').field_id;
		expect(await update(view_id, { property: JSON.stringify({ hidden_fields: [hidden] }) })).toMatchObject({
			hidden_fields: ['金额 Amount'],
		});
	});
});

test('Get tells names, or all that the platform says', async () => {
	const { view_id, view_name } = await create();
	expect(only(await run('get', { view: byId(view_name) }))).toMatchObject({ view_id, hidden_fields: [] });
	expect(only(await run('get', { view: list(view_id), simple: false }))).toMatchObject({
		property: { hidden_fields: [] },
	});
	expect((await run('getAll', { returnAll: true })).map((one) => one.view_id)).toContain(view_id);
});

test('Delete: by name, and the last one stays', async () => {
	const { view_id, view_name } = await create();
	expect(await run('delete', { view: byId(view_name) })).toEqual([
		{ deleted: true, app_token: base.app_token, table_id: table.table_id, view_id },
	]);
	expect(table.views.map((one) => one.view_id)).not.toContain(view_id);
	const others = table.views.splice(1);
	const { error } = await start('delete', { view: list(table.views[0]?.view_id ?? '') });
	table.views.push(...others);
	expect(error?.message).toBe('The last view of a table stays');
});
