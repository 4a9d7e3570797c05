/** Feishu Base Polling Trigger as n8n polls: everything once, over restarts, and nothing at first. */
import type { INode } from 'n8n-workflow';

import { FeishuBasePollingTrigger } from '../../../nodes/FeishuBasePollingTrigger/FeishuBasePollingTrigger.node';
import { usePlatform } from '../../support/engine';
import { EVERYONE } from '../../support/engine/everyone';
import { tasksOf } from '../../support/engine/ownBase';
import { only } from '../../support/engine/platform';
import { fetchTestEvent, PollingWorkflow, type PollingOptions } from '../../support/engine/polls';
import { handsIn } from '../../support/engine/tableHands';

const platform = usePlatform();

const type = FeishuBasePollingTrigger;
const tasks = () => tasksOf(platform);
const hands = handsIn(() => platform, tasks);
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const panel = (parameters: object = {}) => ({ ...tasks().where, ...parameters }) as INode['parameters'];
const SORTED = { timeField: byId('更新 Updated') };

/** Changes of one moment could not be told apart by their times. */
const later = (ms = 1000) => platform.store.clock.advance(ms);

async function watch(parameters: object = {}, options: Partial<PollingOptions> = {}): Promise<PollingWorkflow> {
	const workflow = new PollingWorkflow(platform, panel(parameters), { type, ...options });
	expect(await workflow.activate()).toEqual([]);
	later();
	return workflow;
}

const told = async (workflow: PollingWorkflow) =>
	(await workflow.poll()).map(({ event, '任务 Task': task }) => `${String(event)} ${String(task)}`);
const searches = () => platform.calls.filter(({ path }) => path.endsWith('/records/search'));

describe.each([
	['by a field with the time of the last change', SORTED],
	['by the records themselves', {}],
])('%s', (_how, how) => {
	it('gives what was created and changed since, oldest first, as Record: Get gives it', async () => {
		const workflow = await watch(how);
		const [id = ''] = await hands.create({ '任务 Task': 'One', '金额 Amount': 3 });
		later();
		const task = `Seeded ${platform.store.clock.now()}`;
		await hands.update(tasks().record.record_id, { '任务 Task': task });
		const items = await workflow.poll();
		expect(items).toMatchObject([
			{ event: 'created', record_id: id, '任务 Task': 'One', '金额 Amount': 3, '负责人 Owner': null },
			{ event: 'changed', record_id: tasks().record.record_id, '任务 Task': task },
		]);
		expect(items[0]).toMatchObject({ table_id: tasks().table.table_id, last_modified_time: expect.any(String) });
		expect(await workflow.poll()).toEqual([]);
	});

	it('gives nothing twice and misses nothing over restarts', async () => {
		const workflow = await watch(how);
		await hands.create({ '任务 Task': 'A' }, { '任务 Task': 'B' });
		expect(await told(workflow)).toEqual(['created A', 'created B']);
		workflow.restart();
		expect(await told(workflow)).toEqual([]);
		later();
		const [id = ''] = await hands.create({ '任务 Task': 'C' });
		workflow.restart();
		expect(await told(workflow)).toEqual(['created C']);
		later();
		await hands.update(id, { '任务 Task': 'C2' });
		expect(await told(workflow)).toEqual(['changed C2']);
	});

	it('finds what comes late, with a time before that of others, once', async () => {
		const workflow = await watch(how);
		later(60_000);
		await hands.create({ '任务 Task': 'In time' });
		expect(await told(workflow)).toEqual(['created In time']);
		later(-30_000);
		await hands.create({ '任务 Task': 'Late' });
		later(30_000);
		expect([await told(workflow), await told(workflow)]).toEqual([['created Late'], []]);
	});
});

it('reads one page where the newest come first, and the whole table where nothing tells them', async () => {
	const sorted = await watch(SORTED);
	const whole = await watch();
	await hands.create(...Array.from({ length: 990 }, (_, n) => ({ '任务 Task': `Row ${n}` })));
	for (const workflow of [sorted, whole]) expect(await workflow.poll()).toHaveLength(990);
	// Beyond the time that is read again.
	later(600_000);
	await hands.create({ '任务 Task': 'Much later' });
	for (const workflow of [sorted, whole]) expect(await told(workflow)).toEqual(['created Much later']);
	later();
	await hands.create({ '任务 Task': 'Last' });
	const counted = [];
	for (const workflow of [sorted, whole]) {
		platform.simulator.requests.length = 0;
		expect(await told(workflow)).toEqual(['created Last']);
		counted.push(searches().length);
	}
	expect(counted).toEqual([1, 3]);
	for (const workflow of [sorted, whole]) expect(workflow.size).toBeLessThan(1_000);
});

it('takes up to a thousand changes of one moment, and keeps them apart', async () => {
	const workflow = await watch(SORTED);
	await hands.create(...Array.from({ length: 1000 }, (_, n) => ({ '任务 Task': `Many ${n}` })));
	expect(await workflow.poll()).toHaveLength(1000);
	workflow.restart();
	expect(await workflow.poll()).toEqual([]);
	expect(workflow.size).toBeLessThan(40_000);
});

describe('of what changed', () => {
	it('the own changes of the app are left out, unless they are wanted', async () => {
		const [quiet, all] = [await watch(SORTED), await watch({ ...SORTED, options: { includeOwn: true } })];
		await hands.createAsApp({ '任务 Task': 'By the app' });
		later();
		await hands.create({ '任务 Task': 'By hand' });
		expect(await told(quiet)).toEqual(['created By hand']);
		expect(await told(all)).toEqual(['created By the app', 'created By hand']);
	});

	it('only what is chosen, meets the conditions and stands in the view is given', async () => {
		const view = only(tasks().table.views).view_id;
		const conditions = {
			condition: [{ field: byId('金额 Amount'), operator: 'greaterOrEqual', value: '100' }],
		};
		const workflow = await watch({ ...SORTED, events: ['created'], view: byId(view), conditions });
		platform.simulator.requests.length = 0;
		await hands.create({ '任务 Task': 'Cheap', '金额 Amount': 99 }, { '任务 Task': 'Dear', '金额 Amount': 100 });
		await hands.update(tasks().record.record_id, { '金额 Amount': 1000 });
		expect(await told(workflow)).toEqual(['created Dear']);
		expect(new Set(searches().map(({ bodyText }) => bodyText))).toEqual(
			new Set([JSON.stringify({ view_id: view, automatic_fields: true })]),
		);
	});

	it('with Simplify off the form of the platform is given', async () => {
		const workflow = await watch({ ...SORTED, simple: false });
		const [record_id] = await hands.create({ '任务 Task': 'Raw' });
		expect(await workflow.poll()).toMatchObject([
			{ event: 'created', record_id, fields: { '任务 Task': [{ type: 'text', text: 'Raw' }] } },
		]);
	});
});

it.each(['person', "an organization's token", 'storeApp'])('%s may poll', async (who) => {
	const credential = await EVERYONE[who]?.make(platform, {
		region: 'custom',
		baseUrl: platform.simulator.url,
	});
	const authentication = who.endsWith('token') ? 'accessToken' : who;
	const workflow = await watch({ ...SORTED, authentication }, { credential });
	await hands.create({ '任务 Task': `For ${who}` });
	expect(await told(workflow)).toEqual([`created For ${who}`]);
});

it('a test gives the newest record that fits, and changes nothing of what production has seen', async () => {
	await hands.create({ '任务 Task': 'Fits', '金额 Amount': 5000 });
	later();
	await hands.create({ '任务 Task': 'Newer', '金额 Amount': 1 });
	const conditions = { condition: [{ field: byId('金额 Amount'), operator: 'equals', value: '5000' }] };
	for (const how of [SORTED, {}]) {
		const { items, staticData } = await fetchTestEvent(platform, panel({ ...how, conditions }), { type });
		expect(items).toMatchObject([{ event: 'created', '任务 Task': 'Fits' }]);
		expect(JSON.stringify(staticData)).not.toContain('cursor');
	}
});

it('a field that is no time of the last change is refused, and what the platform refuses is told', async () => {
	await expect(watch({ timeField: byId('状态 Status') })).rejects.toThrow("'状态 Status' is an option");
	await expect(watch({ table: byId('Nowhere') })).rejects.toThrow("no table called 'Nowhere'");
	await expect(watch({ events: [] })).rejects.toThrow('Events');
	platform.simulator.faults.add({
		path: '/open-apis/bitable/v1/apps/:app_token/tables/:table_id/fields',
		times: 1,
		action: { type: 'code', http: 403, code: 91403, msg: 'Forbidden' },
	});
	await expect(watch()).rejects.toThrow();
});
