/** Where a record lies: any address, names, and the lists from which people choose. */
import type { ILoadOptionsFunctions, INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { FeishuBase } from '../../../nodes/FeishuBase/FeishuBase.node';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import { putSpace } from '../../support/wikiSpace';
import { addBase, addView } from '../../../simulator/base/make';
import type { Base } from '../../../simulator/state/bases';
import { byId, list, listContext, only, usePlatform } from '../../support/engine';
import { callerOf } from '../../support/engine/caller';
import { below, byExpression, idOf, newTable, put, whereOf } from '../../support/engine/everyType';
import { seededBase, tasksOf } from '../../support/engine/ownBase';

const platform = usePlatform();
const { out } = callerOf(platform);

beforeEach(() => listWalks.forgetAll());

const url = (value: string) => ({ __rl: true, mode: 'url', value });
const tasks = () => tasksOf(platform);

async function getAll(parameters: INodeParameters) {
	return await platform.run({
		parameters: { resource: 'record', operation: 'getAll', returnAll: true, ...parameters },
	});
}

/** What is asked of the table, as `app_token/table_id`. */
const asked = () =>
	platform.calls
		.map(({ path }) => /apps\/(\w+)\/tables\/(\w+)\/records/.exec(path)?.slice(1).join('/'))
		.filter(Boolean);

const { listSearch, loadOptions, resourceMapping } = new FeishuBase().methods;
const context = (panel: INodeParameters): ILoadOptionsFunctions =>
	listContext('feishuBase', platform.credential, { resource: 'record', operation: 'create', ...panel });

async function look(method: string, panel: INodeParameters, filter = ''): Promise<INodeListSearchResult['results']> {
	const find = listSearch[method];
	if (!find) throw new Error(`There is no list ${method}`);
	return (await find.call(context(panel), filter)).results;
}

/** What a list says in place of entries. */
const told = async (method: string, panel: INodeParameters) =>
	await look(method, panel).then(String, (error: Error) => error.message);

test('the list of bases has what lies in folders, and the advice to paste an address where there is none', async () => {
	const bot = only([...platform.store.apps.values()]).bot_open_id;
	expect(await told('searchBases', {})).toContain('Paste the address of the base');
	const { base } = addBase(platform.store, { name: 'Own base', owner: bot });
	listWalks.forgetAll();
	expect(await look('searchBases', {}, 'own')).toMatchObject([{ name: 'Own base', value: base.app_token }]);
	platform.store.bases.all.delete(base.app_token);
});

test('where the list is refused for want of a scope, an address can be pasted all the same', async () => {
	const app = only([...platform.store.apps.values()]);
	app.scopes = ['base:record:retrieve'];
	const words = await told('searchBases', {}).finally(() => (app.scopes = null));
	expect(words).toContain('space:document:retrieve');
	expect(words).toMatch(/\. Or paste the address of the base \(By URL\), for which no list is needed\.$/);
	expect(await told('searchBases', {})).not.toContain('Or paste');
});

describe('addresses', () => {
	const hosts = [
		'example.feishu.cn',
		'example.larksuite.com',
		'example.sg.larksuite.com',
		'example.larkoffice.com',
		'feishu.our-company.example:8443',
	];
	test.each(hosts)('of a base at %s', async (host) => {
		const { base, table } = tasks();
		const view = table.views[0]?.view_id ?? '';
		const { error, items } = await getAll({
			base: url(`https://${host}/base/${base.app_token}?table=${table.table_id}&view=${view}#share`),
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(table.records.size);
		expect(asked()).toEqual([`${base.app_token}/${table.table_id}`]);
		expect(platform.calls.at(-1)?.bodyText).toContain(view);
	});

	/** A base in a wiki, with a table, and its page. */
	async function inWiki() {
		putSpace(platform.store, '7');
		const [node] = await out('POST /open-apis/wiki/v2/spaces/:space_id/nodes', {
			'path.space_id': '7',
			'body.obj_type': 'bitable',
			'body.node_type': 'origin',
			'body.title': 'Page',
		});
		const { node_token, obj_token } = node?.json as Record<string, string>;
		const base = platform.store.bases.all.get(obj_token ?? '') as Base;
		const table = newTable(base, [{ field_name: 'Title', type: 1 }]);
		put(platform, base, table, [{ Title: 'in a wiki' }]);
		platform.simulator.requests.length = 0;
		return { page: `https://example.feishu.cn/wiki/${node_token}`, base, table };
	}

	test('of a page of a wiki, with and without the table, looked up once', async () => {
		const { page, base, table } = await inWiki();
		for (const parameters of [
			{ base: url(`${page}?table=${table.table_id}&view=${table.views[0]?.view_id}`) },
			{ base: url(page), table: list(table.table_id) },
			{ base: url(page), table: byId(table.name) },
		]) {
			const { error, items } = await getAll(parameters);
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.Title)).toEqual(['in a wiki']);
		}
		platform.reset();
		await platform.run({
			parameters: {
				resource: 'record',
				operation: 'create',
				base: url(page),
				table: list(table.table_id),
				...byExpression('{ Title: "x" }'),
			},
			items: [{}, {}, {}],
		});
		expect(platform.routes.filter((route) => route.endsWith('get_node'))).toHaveLength(1);
		expect(asked()).toEqual([`${base.app_token}/${table.table_id}`]);
	});

	test('of a page that holds something else', async () => {
		putSpace(platform.store, '7');
		const [node] = await out('POST /open-apis/wiki/v2/spaces/:space_id/nodes', {
			'path.space_id': '7',
			'body.obj_type': 'docx',
			'body.node_type': 'origin',
		});
		const { error } = await getAll({
			base: url(`https://example.feishu.cn/wiki/${String(node?.json.node_token)}?table=tbl1`),
		});
		expect(error?.message).toBe("The field 'Base' holds a page of a wiki that is no base");
	});

	test.each([
		[
			'https://a.feishu.cn/base/AbcdefghijkL?table=blk123',
			"The field 'Base' holds the address of a dashboard of a base",
		],
		['https://a.feishu.cn/base/AbcdefghijkL', "The field 'Table' is empty"],
		['https://a.feishu.cn/share/base/form/shrabc', "The field 'Base' holds the address of something shared"],
		['https://a.feishu.cn/docx/AbcdefghijkL', "The field 'Base' holds an address without a base"],
	])('%s is refused', async (value, message) => {
		const { error } = await getAll({ base: url(value) });
		expect(error?.message).toContain(message);
		expect(platform.calls).toEqual([]);
	});
});

describe('names', () => {
	const here = () => ({ base: byId(tasks().base.app_token) });

	test('of a table, and one that the base does not have', async () => {
		const { items } = await getAll({ ...here(), table: byId(tasks().table.name) });
		expect(items).toHaveLength(tasks().table.records.size);
		const { error } = await getAll({ ...here(), table: byId('Nothing') });
		expect(error?.message).toBe("The base has no table called 'Nothing'");
		expect(error?.description).toContain(tasks().table.name);
	});

	test('of a view, and one that the table does not have', async () => {
		const { table } = tasks();
		const view = table.views.find(({ view_name }) => view_name === 'Done only') ?? addView(table, 'Done only');
		await getAll({ ...here(), table: list(table.table_id), view: byId('Done only') });
		expect(platform.calls.at(-1)?.bodyText).toContain(view.view_id);
		const { error } = await getAll({ ...here(), table: list(table.table_id), view: byId('Nothing') });
		expect(error?.message).toBe("The table has no view called 'Nothing'");
		expect(error?.description).toContain('Done only');
	});
});

describe('lists', () => {
	const panel = () => ({ base: byId(tasks().base.app_token), table: list(tasks().table.table_id) });

	test('of tables and views, by words', async () => {
		expect(await look('searchTables', panel(), 'tasks')).toEqual([
			{ name: tasks().table.name, value: tasks().table.table_id },
		]);
		expect((await look('searchViews', panel())).map(({ value }) => value)).toContain(tasks().table.views[0]?.view_id);
		expect((await look('searchTables', { base: tasks().where.base })).length).toBeGreaterThan(1);
	});

	test('of records by their first column', async () => {
		expect(await look('searchRecords', panel(), 'invoice')).toEqual([
			{ name: '发票 Invoice', value: expect.stringMatching(/^rec/) as unknown },
		]);
		// The table may stand in the address.
		expect(await look('searchRecords', { base: tasks().where.base }, 'invoice')).toHaveLength(1);
	});

	test.each(['searchTables', 'searchViews', 'searchRecords'])(
		'%s: what comes first is chosen first',
		async (method) => {
			expect(await told(method, {})).toContain('Choose the base first');
			expect(await told(method, { base: byId('={{ $json.base }}') })).toContain('Choose the base first');
			if (method !== 'searchTables')
				expect(await told(method, { base: byId(tasks().base.app_token) })).toContain('Choose the table first');
		},
	);

	test('of fields, as choices', async () => {
		const options = await loadOptions.getBaseFields?.call(context(panel()));
		expect(options).toContainEqual({
			name: '状态 Status',
			value: idOf(tasks().table, '状态 Status'),
			description: 'an option',
		});
		expect(options).toHaveLength(tasks().table.fields.length);
		await expect(loadOptions.getBaseFields?.call(context({}))).rejects.toThrow('Choose the base first');
	});
});

describe('columns', () => {
	const columns = async (panel: INodeParameters) => {
		const give = resourceMapping.getBaseColumns;
		if (!give) throw new Error('There is no mapper');
		return await give.call(context(panel));
	};

	test('are those that can be written, each with its type and its options', async () => {
		const { fields } = await columns({ base: tasks().where.base });
		expect(fields.map(({ displayName }) => displayName)).not.toContain('更新 Updated');
		const by = new Map(fields.map((field) => [field.id, field]));
		const of = (name: string) => by.get(name);
		expect(of('任务 Task')).toMatchObject({ type: 'string', required: false, canBeUsedToMatch: true });
		expect(of('金额 Amount')).toMatchObject({ type: 'number' });
		expect(of('截止 Due')).toMatchObject({ type: 'dateTime' });
		expect(of('状态 Status')).toMatchObject({
			type: 'options',
			options: expect.arrayContaining([{ name: '完成 Done', value: '完成 Done' }]) as unknown,
		});
		expect(of('负责人 Owner')).toMatchObject({ displayName: '负责人 Owner (e-mail or name)' });
		expect(of('附件 Files')).toMatchObject({ canBeUsedToMatch: false });
	});

	test('say what is missing where no table is chosen', async () => {
		expect(await columns({})).toMatchObject({
			fields: [],
			emptyFieldsNotice: expect.stringContaining('Choose the base first') as unknown,
		});
		expect(await columns({ base: byId(tasks().base.app_token) })).toMatchObject({
			fields: [],
			emptyFieldsNotice: expect.stringContaining('Choose the table first') as unknown,
		});
	});

	test('are kept by their names, which n8n shows, and stay where they are kept when they are renamed', async () => {
		const base = seededBase(platform);
		const table = newTable(base, [
			{ field_name: 'Title', type: 1 },
			{ field_name: 'Mail', type: 1 },
			{ field_name: 'The "other" one', type: 1 },
		]);
		const [title, mail, other] = ['Title', 'Mail', 'The "other" one'].map((name) => idOf(table, name));
		const where = { ...whereOf(base, table) };
		const shown = async (schema?: INodeParameters[]) => {
			const panel = { ...where, ...(schema && { columns: { mappingMode: 'defineBelow', value: {}, schema } }) };
			return (await columns(panel)).fields as unknown as INodeParameters[];
		};
		const kept = await shown();
		// A path can't hold a name with quotes in it.
		expect(kept.map(({ id }) => id)).toEqual(['Title', 'Mail', other]);
		const rename = (field_id: string | undefined, name: string) => {
			for (const field of table.fields) if (field.field_id === field_id) field.field_name = name;
		};
		rename(mail, 'E-mail');
		rename(title, 'Mail');
		const anew = await shown(kept);
		expect(anew.map(({ id, displayName }) => [id, displayName])).toEqual([
			['Title', 'Mail'],
			['Mail', 'E-mail'],
			[other, 'The "other" one'],
		]);
		const value = { Title: 'A', Mail: 'a@b.example' };
		const upsert = async (schema: INodeParameters[]) =>
			await platform.run({
				parameters: {
					resource: 'record',
					operation: 'upsert',
					...where,
					columns: { mappingMode: 'defineBelow', value, matchingColumns: ['Mail'], schema },
				},
			});
		for (const record_action of ['created', 'updated'])
			expect((await upsert(kept)).items.map(({ json }) => json)).toEqual([
				{ record_action, record_id: expect.any(String) as unknown, Mail: 'A', 'E-mail': 'a@b.example' },
			]);
		// What another table had is forgotten.
		const others = newTable(base, [{ field_name: 'Mail', type: 1 }]);
		const { fields } = await columns({
			...whereOf(base, others),
			columns: { mappingMode: 'defineBelow', value: {}, schema: anew },
		});
		expect(fields.map(({ id }) => id)).toEqual(['Mail']);
	});

	test('say so where a table has none that can be written', async () => {
		const base = seededBase(platform);
		const table = newTable(base, [{ field_name: 'No', type: 1 }]);
		Object.assign(table.fields[0] ?? {}, { type: 20 });
		expect(await columns({ ...whereOf(base, table) })).toMatchObject({
			fields: [],
			emptyFieldsNotice: 'The table has no column that can be written',
		});
	});

	test('a field that got another name is written by its ID, and one that is gone is told', async () => {
		const base = seededBase(platform);
		const table = newTable(base, [
			{ field_name: 'Title', type: 1 },
			{ field_name: 'Old name', type: 1 },
		]);
		const id = idOf(table, 'Old name');
		only(table.fields.filter(({ field_id }) => field_id === id)).field_name = 'New name';
		const run = async () =>
			await platform.run({
				parameters: {
					resource: 'record',
					operation: 'create',
					base: byId(base.app_token),
					table: list(table.table_id),
					...below({ [id]: 'x' }),
				},
			});
		expect(only((await run()).items).json).toMatchObject({ 'New name': 'x' });
		table.fields = table.fields.filter(({ field_id }) => field_id !== id);
		const { error } = await run();
		expect(error?.message).toBe(`The field 'Columns' has a value for ${id}, which the table no longer has`);
	});
});
