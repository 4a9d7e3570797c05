/** The event of a decision reaches the execution that waits for it, through any trigger of the app. */
import { readWaitId } from '../../../feishu/approval/waitId';
import { FeishuBaseTrigger } from '../../../nodes/FeishuBaseTrigger/FeishuBaseTrigger.node';
import { only } from '../../support/engine';
import { useApprovalWaits } from '../../support/engine/approvalWaits';
import { EXPENSE_CODE } from '../../support/engine/ownApproval';
import { tasksOf } from '../../support/engine/ownBase';
import { useTriggers } from '../../support/engine/triggers';
import { until } from '../../support/engine/until';

const { platform, activate } = useTriggers();
const { waiting, begin, decide, withdraw, done } = useApprovalWaits(platform);

const subscribed = () =>
	platform.store.subscriptions.list().filter(({ kind, resource }) => kind === 'approval' && resource === EXPENSE_CODE);

test('is found again by the uuid, and goes on with what was approved', async () => {
	const trigger = await activate({ events: ['approval_instance'] });
	const { id, instances, token } = await begin();
	const instance = only(instances);
	expect(waiting.status(id)).toBe('waiting');
	expect(subscribed()).toHaveLength(1);
	expect(instance.uuid).not.toContain(Buffer.from(token, 'hex').toString('base64url'));
	expect(readWaitId(platform.simulator.appSecret, instance.uuid)).toEqual({ executionId: id, token });

	await decide(instance, 'approve');
	expect(only(await done(id))).toMatchObject({
		decision: 'approved',
		status: 'APPROVED',
		instance_code: instance.instance_code,
		started_by: { name: '张三' },
		history: expect.stringContaining('approved: Fine'),
	});
	// What the event starts besides goes on as ever.
	const states = () => trigger.items.map(({ event }) => (event as { status?: string }).status);
	await until(() => states().includes('APPROVED'), 'the run of the trigger');
});

test('tells a rejection from a withdrawal', async () => {
	await activate({ events: ['im.message.receive_v1'] });
	const rejected = await begin();
	const canceled = await begin();
	expect(subscribed()).toHaveLength(1);
	await decide(only(rejected.instances), 'reject', 'Too much');
	await withdraw(only(canceled.instances));
	expect(only(await done(rejected.id))).toMatchObject({ decision: 'rejected', status: 'REJECTED' });
	expect(only(await done(canceled.id))).toMatchObject({ decision: 'canceled', status: 'CANCELED' });
});

test('looks again where the approval could not be read at once', async () => {
	await activate({ events: ['im.message.receive_v1'] });
	const { id, instances } = await begin();
	const path = '/open-apis/approval/v4/instances/:instance_id';
	platform.simulator.faults.add({ path, times: 1, action: { type: 'code', http: 400, code: 1390001, msg: 'odd' } });
	await decide(only(instances), 'approve');
	expect(only(await done(id))).toMatchObject({ decision: 'approved' });
	expect(waiting.asked.filter(({ url }) => url.includes(`/${id}/`))).toHaveLength(2);
});

test('any trigger of the app tells, such as one that watches a table', async () => {
	await activate(tasksOf(platform).where, { type: FeishuBaseTrigger });
	const { id, instances } = await begin();
	await decide(only(instances), 'approve');
	expect(only(await done(id))).toMatchObject({ decision: 'approved' });
});

test('without the ID in the event nobody is told', async () => {
	const trigger = await activate({ events: ['approval_instance'] });
	platform.store.settings.approvalEventUuid = 'absent';
	const { id, instances } = await begin();
	await decide(only(instances), 'approve');
	await until(() => JSON.stringify(trigger.items).includes('APPROVED'), 'the run of the trigger');
	platform.store.settings.approvalEventUuid = 'given';
	expect([waiting.status(id), waiting.asked.some(({ url }) => url.includes(`/${id}/`))]).toEqual(['waiting', false]);
});
