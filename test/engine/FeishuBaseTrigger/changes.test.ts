/** Feishu Base Trigger over the long connection of the simulator: what happens in a table, and what is wanted of it. */
import type { INode } from 'n8n-workflow';

import { FeishuBaseTrigger } from '../../../nodes/FeishuBaseTrigger/FeishuBaseTrigger.node';
import { until } from '../../support/engine';
import { only } from '../../support/engine/platform';
import { seededBase, tableCalled, tasksOf } from '../../support/engine/ownBase';
import { handsIn } from '../../support/engine/tableHands';
import { startTest, useTriggers, type ActiveOptions } from '../../support/engine/triggers';

const { platform, activate, connections, push } = useTriggers();

const tasks = () => tasksOf(platform);
const hands = handsIn(() => platform, tasks);
const customers = handsIn(
	() => platform,
	() => ({ base: seededBase(platform), table: tableCalled(seededBase(platform), 'Customers') }),
);

type Parameters = INode['parameters'];
const panel = (parameters: object = {}): Parameters => ({ ...tasks().where, ...parameters });
const watch = async (parameters: object = {}, options: ActiveOptions = {}) =>
	await activate(panel(parameters), { type: FeishuBaseTrigger, ...options });
const idle = async () => await platform.simulator.push.idle();
const field = (name: string) => only(tasks().table.fields.filter(({ field_name }) => field_name.includes(name)));
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const conditions = (...rows: Array<[string, string, string]>) => ({
	conditions: { condition: rows.map(([name, operator, value]) => ({ field: byId(name), operator, value })) },
});

/** What was done before a trigger listens is no event: nothing would take it, and it would come again. */
beforeEach(() => {
	for (const one of platform.store.subscriptions.list()) platform.store.subscriptions.remove(one);
});

describe('a record', () => {
	it('that is created comes as Record: Get gives it, with who did it and when', async () => {
		const trigger = await watch();
		const [record_id] = await hands.create({ '任务 Task': 'Call', '状态 Status': '待办 To do', '金额 Amount': 12.5 });
		await until(() => trigger.started.length === 1, 'the start');
		const run = await platform.run({
			node: 'feishuBase',
			parameters: { resource: 'record', operation: 'get', ...tasks().where, record: byId(String(record_id)) },
		});
		expect(trigger.items).toEqual([
			{
				event: 'created',
				...run.items[0]?.json,
				operator_id: platform.user.open_id,
				changed_time: expect.stringMatching(/^\d{4}-.*Z$/),
				table_id: tasks().table.table_id,
			},
		]);
		expect(trigger.items[0]).toMatchObject({
			record_id,
			'任务 Task': 'Call',
			'金额 Amount': 12.5,
			'负责人 Owner': null,
		});
	});

	it('that is changed says what was and what is, by the names of fields and options', async () => {
		const { user } = platform;
		const [id = ''] = await hands.create({ '任务 Task': 'Paint', '状态 Status': '待办 To do' });
		const trigger = await watch();
		await hands.update(id, {
			'状态 Status': '完成 Done',
			'负责人 Owner': [{ id: user.open_id }],
			'截止 Due': 1_800_000_000_000,
		});
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items).toMatchObject([
			{
				event: 'changed',
				record_id: id,
				'任务 Task': 'Paint',
				'状态 Status': '完成 Done',
				changes: {
					'状态 Status': { before: '待办 To do', after: '完成 Done' },
					'负责人 Owner': { before: null, after: [{ id: user.open_id, name: user.name }] },
					'截止 Due': { before: null, after: new Date(1_800_000_000_000).toISOString() },
				},
			},
		]);
	});

	it('that is deleted comes with what was in it', async () => {
		const [id = ''] = await hands.create({ '任务 Task': 'Gone', '金额 Amount': 7 });
		const trigger = await watch({ events: ['deleted'] });
		await hands.remove(id);
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items).toMatchObject([
			{ event: 'deleted', record_id: id, '任务 Task': 'Gone', '金额 Amount': 7, '状态 Status': null },
		]);
		expect(platform.routes.filter((route) => route.includes('batch_get'))).toEqual([]);
	});

	it('comes in the form of the platform with Simplify off', async () => {
		const trigger = await watch({ simple: false });
		const [record_id] = await hands.create({ '任务 Task': 'Raw' });
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items).toMatchObject([
			{
				event: 'created',
				record_id,
				fields: { '任务 Task': [{ type: 'text', text: 'Raw' }] },
				action: { action: 'record_added', record_id },
			},
		]);
	});
});

describe('many changes', () => {
	it('of one write are the items of one execution, read in one request for 100', async () => {
		const trigger = await watch();
		platform.simulator.requests.length = 0;
		await hands.create(...Array.from({ length: 150 }, (_, n) => ({ '任务 Task': `Row ${n}` })));
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items.map((item) => item['任务 Task'])).toEqual(Array.from({ length: 150 }, (_, n) => `Row ${n}`));
		expect(platform.routes.filter((route) => route.includes('batch_get'))).toHaveLength(2);
	});

	it('keep their order, and each is as it was, although the record is read later', async () => {
		const [id = ''] = await hands.create({ '任务 Task': 'Steps', '状态 Status': '待办 To do' });
		const trigger = await watch({ events: ['changed'] });
		const steps = ['进行中 Doing', '完成 Done', '待办 To do', '完成 Done'];
		let read: () => void = () => undefined;
		platform.simulator.faults.add({
			path: '/open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_get',
			times: 1,
			action: { type: 'hold', until: new Promise<void>((resolve) => (read = resolve)) },
		});
		for (const step of steps) await hands.update(id, { '状态 Status': step });
		read();
		await until(() => trigger.started.length === steps.length, 'all starts');
		expect(trigger.items.map((item) => item['状态 Status'])).toEqual(steps);
	});

	it('that come twice start the workflow once', async () => {
		const { push: pusher } = platform.simulator;
		pusher.duplicates = 2;
		const trigger = await watch();
		await hands.create({ '任务 Task': 'Once' });
		await idle();
		pusher.duplicates = 0;
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items).toHaveLength(1);
	});
});

describe('what is left out', () => {
	it('is what the app did itself, unless it is wanted', async () => {
		const [quiet, all] = [await watch(), await watch({ options: { includeOwn: true } })];
		const own = await hands.createAsApp({ '任务 Task': 'By the app' });
		await hands.create({ '任务 Task': 'By hand' });
		await until(() => quiet.started.length > 0 && all.started.length === 2, 'the starts');
		expect(quiet.items.map((item) => item['任务 Task'])).toEqual(['By hand']);
		expect(all.items[0]).toMatchObject({ event: 'created', record_id: own });
	});

	it('is another table, and another event', async () => {
		const trigger = await watch({ events: ['created'] });
		await customers.create({ '客户 Customer': 'Elsewhere' });
		const [id = ''] = await hands.create({ '任务 Task': 'Here' });
		await hands.update(id, { '任务 Task': 'Changed' });
		await hands.create({ '任务 Task': 'Last' });
		await until(() => trigger.items.some((item) => item['任务 Task'] === 'Last'), 'the last one');
		expect(trigger.items.map((item) => item.event)).toEqual(['created', 'created']);
	});

	it('is a change of other fields than those that are watched', async () => {
		const [id = ''] = await hands.create({ '任务 Task': 'Watched' });
		const trigger = await watch({
			events: ['changed'],
			watchedFields: { watched: [{ field: byId('状态 Status') }] },
		});
		await hands.update(id, { '金额 Amount': 1 });
		await hands.update(id, { '状态 Status': '完成 Done' });
		await until(() => trigger.started.length > 0, 'the start');
		expect(trigger.items).toMatchObject([{ changes: { '状态 Status': { before: null, after: '完成 Done' } } }]);
	});

	it('is a record that does not meet the conditions', async () => {
		const trigger = await watch({
			events: ['created', 'changed'],
			...conditions(['状态 Status', 'equals', '完成 Done'], ['金额 Amount', 'greater', '100']),
		});
		const [id = ''] = await hands.create({ '任务 Task': 'Cheap', '状态 Status': '完成 Done', '金额 Amount': 5 });
		await hands.create({ '任务 Task': 'Open', '金额 Amount': 500 });
		await hands.update(id, { '金额 Amount': 500 });
		await until(() => trigger.started.length > 0, 'the start');
		expect(trigger.items).toMatchObject([{ event: 'changed', record_id: id }]);
	});

	it('is a record that the view does not show', async () => {
		const { table } = tasks();
		const view = only(table.views);
		const seen: string[] = [];
		const trigger = await watch({ view: byId(view.view_id) });
		platform.simulator.requests.length = 0;
		seen.push(...(await hands.create({ '任务 Task': 'Shown' })));
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items).toMatchObject([{ record_id: seen[0] }]);
		const searches = platform.calls.filter(({ path }) => path.endsWith('/records/search'));
		expect(searches.map(({ bodyText = '' }) => JSON.parse(bodyText) as unknown)).toEqual([
			{ view_id: view.view_id, field_names: ['任务 Task'] },
		]);
	});
});

describe('a field', () => {
	it('that is added or renamed is told, and what it holds has its new name from then on', async () => {
		const [id = ''] = await hands.create({ '任务 Task': 'Fields' });
		const trigger = await watch({ events: ['field', 'changed'] });
		await hands.addField({ field_name: 'Note', type: 1 });
		await hands.update(id, { Note: 'x' });
		await until(() => trigger.started.length === 2, 'the change');
		const { field_id } = field('Note');
		await hands.renameField(field_id, { field_name: 'Remark', type: 1 });
		await hands.update(id, { Remark: 'y' });
		await until(() => trigger.started.length === 4, 'the starts');
		expect(trigger.items).toMatchObject([
			{ event: 'fieldCreated', field_id, field_name: 'Note', before: null, after: { name: 'Note', type: 1 } },
			{ event: 'changed', Note: 'x', changes: { Note: { before: null, after: 'x' } } },
			{ event: 'fieldChanged', field_name: 'Remark', before: { name: 'Note' }, after: { name: 'Remark' } },
			{ event: 'changed', Remark: 'y', changes: { Remark: { before: 'x', after: 'y' } } },
		]);
	});

	it('whose option came since the start is asked for anew', async () => {
		const [id = ''] = await hands.create({ '任务 Task': 'Options' });
		const trigger = await watch({ events: ['changed'] });
		await hands.update(id, { '状态 Status': 'Brand new' });
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items[0]?.changes).toEqual({ '状态 Status': { before: null, after: 'Brand new' } });
	});

	it('whose name the item has itself stands under its name with a mark', async () => {
		await hands.addField({ field_name: 'event', type: 1 });
		const trigger = await watch();
		await hands.create({ '任务 Task': 'Clash', event: 'a party' });
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items[0]).toMatchObject({ event: 'created', 'event (column)': 'a party' });
	});
});

describe('a record that can not be read', () => {
	it('comes with what the event tells, and says why', async () => {
		const [id = ''] = await hands.create({ '任务 Task': 'Locked' });
		const trigger = await watch({ events: ['changed'] });
		platform.simulator.faults.add({
			path: '/open-apis/bitable/v1/apps/:app_token/tables/:table_id/records/batch_get',
			times: 1,
			action: { type: 'code', http: 403, code: 1254302, msg: 'Permission denied' },
		});
		await hands.update(id, { '任务 Task': 'Opened' });
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items).toEqual([
			expect.objectContaining({
				event: 'changed',
				record_id: id,
				'任务 Task': 'Opened',
				changes: { '任务 Task': { before: 'Locked', after: 'Opened' } },
				error: expect.any(String),
				details: expect.objectContaining({ code: 1254302 }),
			}),
		]);
		expect(trigger.items[0]).not.toHaveProperty('金额 Amount');
	});
});

describe('the subscription', () => {
	const subscribed = () =>
		platform.store.subscriptions
			.list()
			.filter(({ kind }) => kind === 'drive.file')
			.map(({ resource }) => resource);

	it('to the base is made with the activation', async () => {
		await watch();
		expect(subscribed()).toEqual([tasks().base.app_token]);
	});

	it('shares its connection with Feishu Trigger, which gets the event as it is', async () => {
		const general = await activate({ events: ['drive.file.bitable_record_changed_v1'] });
		const trigger = await watch();
		expect(connections()).toHaveLength(1);
		await hands.create({ '任务 Task': 'Both' });
		await until(() => general.started.length === 1 && trigger.started.length === 1, 'both starts');
		expect(general.items[0]).toMatchObject({ event_type: 'drive.file.bitable_record_changed_v1' });
	});
});

describe('a start', () => {
	it('by a person fails where the table, a field or the base is not there', async () => {
		await expect(watch({ table: byId('No such table') })).rejects.toThrow("no table called 'No such table'");
		await expect(watch(conditions(['Nothing', 'equals', '1']))).rejects.toThrow("no field 'Nothing'");
		await expect(watch(conditions(['状态 Status', 'equals', '']))).rejects.toThrow("'Condition 1 → Value' is empty");
		await expect(watch(conditions(['截止 Due', 'greater', 'soon']))).rejects.toThrow('holds no date: soon');
		await expect(watch({ events: [] })).rejects.toThrow('Events');
		expect(connections()).toHaveLength(0);
	});

	it('by n8n waits for what can not be had, and the events of the meantime come again', async () => {
		platform.simulator.faults.add({
			path: '/open-apis/bitable/v1/apps/:app_token/tables/:table_id/fields',
			times: 1,
			action: { type: 'code', http: 500, code: 1255001, msg: 'Internal Error' },
		});
		const trigger = await watch({}, { activation: 'init' });
		await hands.create({ '任务 Task': 'After the start' });
		await until(() => trigger.started.length === 1, 'the start');
		expect(trigger.items).toMatchObject([{ '任务 Task': 'After the start' }]);
	});

	it('of a test ends with the first change', async () => {
		const test = startTest(platform, panel(), { type: FeishuBaseTrigger });
		await until(() => connections().length === 1, 'the connection');
		await until(() => platform.routes.some((route) => route.endsWith('/subscribe')), 'the subscription');
		await hands.create({ '任务 Task': 'In the editor' });
		expect((await test.done).items).toMatchObject([{ event: 'created', '任务 Task': 'In the editor' }]);
	});

	it('of another kind of event starts nothing', async () => {
		const trigger = await watch();
		push('im.chat.disbanded_v1', { chat_id: 'oc_1' });
		await idle();
		expect(trigger.started).toEqual([]);
	});
});
