/** Subscriptions to resources: made with the activation, ended when the workflow stays deactivated. */
import { until } from '../../support/engine';
import { useTriggers } from '../../support/engine/triggers';

const { platform, activate, push } = useTriggers();

const CODE = '7C468A54-8745-2245-9675-08B7C63E7A85';
const parameters = {
	subscriptions: { resource: [{ type: 'approval', approvalCode: CODE }] },
	options: { removeSubscriptions: true },
};
const subscribed = () => platform.store.subscriptions.list().map(({ resource }) => resource);

/** The time after which a closed trigger counts as deactivated; ends when the test says so. */
let minute: AbortController;
beforeEach(() => {
	for (const one of platform.store.subscriptions.list()) platform.store.subscriptions.remove(one);
	minute = new AbortController();
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => (ms === 60_000 ? minute.signal : timeout(ms)));
});
afterEach(() => jest.restoreAllMocks());

test('a resource that is subscribed to sends its events', async () => {
	const trigger = await activate(parameters);
	expect(subscribed()).toEqual([CODE]);
	push('approval_instance', { type: 'approval_instance', approval_code: CODE, status: 'APPROVED' });
	await until(() => trigger.started.length === 1, 'the event');
});

test('what was made is removed a minute after the deactivation', async () => {
	const trigger = await activate(parameters);
	await trigger.deactivate();
	expect(subscribed()).toEqual([CODE]);
	minute.abort();
	await until(() => subscribed().length === 0, 'the removal');
});

test('a workflow that is published anew keeps its subscription', async () => {
	const before = await activate(parameters, { id: 'published anew' });
	await before.deactivate();
	const again = await activate(parameters, { id: 'published anew', activation: 'update', staticData: before.stored });
	platform.simulator.requests.length = 0;
	minute.abort();
	for (const chat_id of ['oc_1', 'oc_2', 'oc_3']) {
		push('im.chat.disbanded_v1', { chat_id });
		await platform.simulator.push.idle();
	}
	expect(again.started).toHaveLength(3);
	expect([subscribed(), platform.calls]).toEqual([[CODE], []]);
});

test('a subscription that can not be made is named, unless n8n starts and it was made before', async () => {
	const refuse = () =>
		platform.simulator.faults.add({
			path: '/open-apis/approval/v4/approvals/:approval_code/subscribe',
			times: 1,
			action: { type: 'code', http: 400, code: 1390002, msg: 'approval code not found' },
		});
	refuse();
	await expect(activate(parameters)).rejects.toThrow(CODE);
	refuse();
	const trigger = await activate(parameters, { activation: 'init' });
	push('im.chat.disbanded_v1', { chat_id: 'oc_1' });
	await until(() => trigger.started.length === 1, 'the event');
});

test('what another active workflow uses stays until that one is gone', async () => {
	const [first, second] = [await activate(parameters), await activate(parameters)];
	await first.deactivate();
	platform.simulator.requests.length = 0;
	minute.abort();
	for (const chat_id of ['oc_1', 'oc_2', 'oc_3']) {
		push('im.chat.disbanded_v1', { chat_id });
		await platform.simulator.push.idle();
	}
	expect(second.started).toHaveLength(3);
	expect([subscribed(), platform.calls]).toEqual([[CODE], []]);
});
