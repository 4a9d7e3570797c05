/** What apps hear of approvals that they have subscribed to, over the long connection of the official SDK. */
import {
	type ApprovalFixture,
	begin,
	decisionOf,
	EXPENSE_CODE,
	LEAVE_CODE,
	startApprovals,
} from '../../support/conformance/approvals';
import { connectSdk, type SdkConnection } from '../../support/conformance/longConnection';

let fixture: ApprovalFixture;
let online: SdkConnection;
beforeEach(async () => {
	fixture = await startApprovals();
	online = await connectSdk(fixture.simulator);
});
afterEach(async () => {
	online.close();
	await fixture.simulator.close();
});

const AS_OPEN = { user_id_type: 'open_id' } as const;
const subscribe = (approval_code: string) => fixture.sdk.approval.v4.approval.subscribe({ path: { approval_code } });
interface Told {
	type: string;
	status: string;
	operate_time: unknown;
	[name: string]: unknown;
}
/** The events of version 1.0 so far. */
const told = () =>
	fixture.simulator.push.deliveries
		.filter(({ payload }) => 'uuid' in payload)
		.map(({ event_type, payload }) => ({ ...(payload.event as Omit<Told, 'type'>), type: event_type }) as Told);
const short = () => told().map(({ type, status }) => `${type} ${status}`);
const approve = async (code: string, login: string) =>
	await fixture.sdk.approval.v4.task.approve({ data: await decisionOf(fixture, code, login), params: AS_OPEN });

it('nothing without a subscription, then each change of the instance and its tasks', async () => {
	await begin(fixture);
	expect(told()).toEqual([]);
	await subscribe(EXPENSE_CODE);
	const code = await begin(fixture, { uuid: 'mine' });
	await approve(code, 'zhangsan');
	expect(short()).toEqual([
		'approval_instance PENDING',
		'approval_task PENDING',
		'approval_task PENDING',
		'approval_task APPROVED',
		'approval_task DONE',
		'approval_task PENDING',
	]);
	expect(told()[0]).toMatchObject({ approval_code: EXPENSE_CODE, instance_code: code, uuid: 'mine' });
	expect(told()[1]).toMatchObject({ open_id: fixture.idOf('zhangsan'), custom_key: 'lead' });
	await fixture.simulator.push.idle();
	expect(online.received).toMatchObject([{ instance_code: code, status: 'PENDING' }]);
});

it('tasks that are decided by themselves name nobody; copies have numbers for times', async () => {
	const { nodes } = fixture.simulator.store.approvals.definitions.get(LEAVE_CODE) ?? { nodes: [] };
	Object.assign(nodes[0] ?? {}, { automatic: 'AUTO_PASS' });
	await subscribe(LEAVE_CODE);
	await begin(fixture, { code: LEAVE_CODE });
	expect(told().find(({ type }) => type === 'approval_task')).toMatchObject({ open_id: '', user_id: '' });
	expect(told().find(({ type }) => type === 'approval_cc')).toMatchObject({
		create_time: expect.any(Number) as number,
		operate: 'CREATE',
		from: '',
	});
});

it('a leave that is through is told twice, and a revert has a number for its time', async () => {
	await subscribe(LEAVE_CODE);
	const code = await begin(fixture, { code: LEAVE_CODE });
	await approve(code, 'zhangsan');
	const leaves = told().filter(({ type }) => type.startsWith('leave'));
	expect(leaves).toMatchObject([
		{ type: 'leave_approval', leave_type: '病假 Sick leave', leave_interval: 86_400, instance_code: code },
		{ type: 'leave_approvalV2', leave_reason: 'Flu', instance_code: code },
	]);
	const data = { approval_code: LEAVE_CODE, instance_code: code, user_id: fixture.idOf('alice') };
	await fixture.sdk.approval.v4.instance.cancel({ data, params: AS_OPEN });
	const reverted = told()
		.filter(({ type }) => type === 'approval_instance')
		.at(-1);
	expect([reverted?.status, typeof reverted?.operate_time]).toEqual(['REVERTED', 'number']);
	expect(told().at(-1)).toMatchObject({ type: 'leave_approval_revert' });
});

it('what goes back says where to', async () => {
	await subscribe(EXPENSE_CODE);
	const code = await begin(fixture);
	await approve(code, 'zhangsan');
	const { task_id, user_id } = await decisionOf(fixture, code, 'carol');
	const data = { user_id, task_id, task_def_key_list: ['START'] };
	await fixture.sdk.approval.v4.instance.specifiedRollback({ data, params: AS_OPEN });
	const back = told().find(({ status }) => status === 'ROLLBACK');
	expect(JSON.parse(String(back?.extra))).toEqual({ rollback_node_ids: ['START'], rollback_custom_node_ids: [] });
	expect(told().at(-1)).toMatchObject({ type: 'approval_task', status: 'PENDING', open_id: fixture.idOf('alice') });
});

it('people subscribe to what is theirs, whatever the definition', async () => {
	const headers = await fixture.as('alice');
	for (const kind of ['instances', 'tasks'])
		await fixture.http.post(
			`/open-apis/approval/v4/${kind}/subscription`,
			{ subscription_type: 'INVOLVED_APPROVAL' },
			headers,
		);
	const code = await begin(fixture);
	const newer = fixture.simulator.push.deliveries.map(({ event_type, payload }) => ({
		event_type,
		event: payload.event,
	}));
	expect(newer).toMatchObject([
		{
			event_type: 'approval.instance.status_changed_v4',
			event: { instance_code: code, status: 'PENDING', start_user: { open_id: fixture.idOf('alice') } },
		},
		{ event_type: 'approval.task.status_changed_v4', event: { assigned_user: { open_id: fixture.idOf('zhangsan') } } },
		{ event_type: 'approval.task.status_changed_v4' },
	]);
});

it('people hear of what they have to do with or manage, as long as they want to', async () => {
	const path = '/open-apis/approval/v4/instances/subscription';
	const subscribed = async (login: string, subscription_type: string) =>
		(await fixture.http.post(path, { subscription_type }, await fixture.as(login))).code;
	expect(await subscribed('lisi', 'ALL')).toBe(99992402);
	expect(await subscribed('lisi', 'INVOLVED_APPROVAL')).toBe(0);
	await begin(fixture);
	expect(fixture.simulator.push.deliveries).toEqual([]);
	expect(await subscribed('carol', 'MANAGED_APPROVAL')).toBe(0);
	await begin(fixture);
	expect(fixture.simulator.push.deliveries).toHaveLength(1);
	for (const login of ['lisi', 'carol']) await fixture.http.call('DELETE', path, undefined, await fixture.as(login));
	await begin(fixture);
	expect(fixture.simulator.push.deliveries).toHaveLength(1);
});

it('a definition that was changed is told in an object', async () => {
	await subscribe(EXPENSE_CODE);
	await fixture.http.admin('PUT', `/approvals/definitions/${EXPENSE_CODE}`, { revocable: false });
	expect(fixture.simulator.push.deliveries).toMatchObject([
		{
			event_type: 'approval.approval.updated_v4',
			payload: { event: { object: { approval_code: EXPENSE_CODE, timestamp: expect.any(String) as string } } },
		},
	]);
});

it('may come to webhooks alone', async () => {
	await subscribe(EXPENSE_CODE);
	fixture.simulator.store.settings.approvalEvents = 'webhookOnly';
	await begin(fixture);
	expect(fixture.simulator.push.deliveries.map(({ status }) => status)).toEqual(['no_url', 'no_url', 'no_url']);
});
