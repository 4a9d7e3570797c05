/** Feishu Base Trigger beside all else on the connection of its app. */
import type { INode } from 'n8n-workflow';

import { FeishuBaseTrigger } from '../../../nodes/FeishuBaseTrigger/FeishuBaseTrigger.node';
import { clickListeners } from '../../../nodes/shared/im/sendAndWait/clickListeners';
import * as decisions from '../../../nodes/shared/im/sendAndWait/clickedDecision';
import { until } from '../../support/engine';
import { tasksOf } from '../../support/engine/ownBase';
import { handsIn } from '../../support/engine/tableHands';
import { useTriggers, type ActiveOptions } from '../../support/engine/triggers';

jest.mock('../../../nodes/shared/im/sendAndWait/clickedDecision', () => ({ answerDecision: jest.fn() }));

const { platform, activate } = useTriggers();
const tasks = () => tasksOf(platform);
const hands = handsIn(() => platform, tasks);
const watch = async (parameters: INode['parameters'] = {}, options: ActiveOptions = {}) =>
	await activate({ ...tasks().where, ...parameters }, { type: FeishuBaseTrigger, ...options });

beforeEach(() => {
	for (const one of platform.store.subscriptions.list()) platform.store.subscriptions.remove(one);
});
afterEach(() => jest.restoreAllMocks());

test('a click that a waiting workflow asked for is answered, although it starts nothing here', async () => {
	jest.mocked(decisions.answerDecision).mockResolvedValue({ toast: { type: 'success', content: 'Noted' } });
	const trigger = await watch();
	expect(clickListeners().hears({ appId: platform.simulator.appId })).toBe(true);
	const { attempts } = await platform.simulator.push.callback(platform.simulator.appId, 'card.action.trigger', {
		operator: { open_id: platform.user.open_id },
		action: { tag: 'button', value: {} },
	});
	expect(JSON.stringify(attempts)).toContain('Noted');
	expect(trigger.started).toEqual([]);
});

test('a table that n8n starts with and that can not be found yet takes no event until it is', async () => {
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	const retry = new AbortController();
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => (ms === 10_000 ? retry.signal : timeout(ms)));
	const parameters = {
		base: { __rl: true, mode: 'id', value: tasks().base.app_token },
		table: { __rl: true, mode: 'id', value: tasks().table.name },
	};
	await (await watch(parameters)).deactivate();
	platform.simulator.faults.add({
		path: '/open-apis/bitable/v1/apps/:app_token/tables',
		times: 1,
		action: { type: 'code', http: 403, code: 91403, msg: 'Forbidden' },
	});
	const trigger = await watch(parameters, { activation: 'init' });
	const before = platform.simulator.push.deliveries.length;
	await hands.create({ '任务 Task': 'Meanwhile' });
	const attempts = () => platform.simulator.push.deliveries.slice(before).flatMap((delivery) => delivery.attempts);
	await until(() => attempts().some(({ status }) => status !== 200), 'a refused delivery');
	expect(trigger.started).toEqual([]);
	retry.abort();
	await until(() => trigger.started.length === 1, 'the start');
	expect(trigger.items).toMatchObject([{ event: 'created', '任务 Task': 'Meanwhile' }]);
});

test('a base stays subscribed to while another trigger of this n8n watches it', async () => {
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	const minute = new AbortController();
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => (ms === 60_000 ? minute.signal : timeout(ms)));
	const subscribed = () => platform.store.subscriptions.list().map(({ resource }) => resource);
	const removing = { options: { removeSubscriptions: true } };
	const [first, second] = [await watch(removing), await watch(removing)];
	await first.deactivate();
	minute.abort();
	for (const name of ['a', 'b', 'c']) {
		await hands.create({ '任务 Task': name });
		await platform.simulator.push.idle();
	}
	await until(() => second.started.length === 3, 'the other one');
	expect(subscribed()).toEqual([tasks().base.app_token]);
});
