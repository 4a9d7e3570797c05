/** Approvals that are started, decided, taken back and read, through the official SDK. */
import { refusalOf } from '../../support/conformance/bases';
import {
	type ApprovalFixture,
	begin,
	claimForm,
	decisionOf,
	EXPENSE_CODE,
	LEAVE_CODE,
	read,
	startApprovals,
} from '../../support/conformance/approvals';

let fixture: ApprovalFixture;
beforeAll(async () => {
	fixture = await startApprovals();
});
afterAll(() => fixture.simulator.close());

const tasks = () => fixture.sdk.approval.v4.task;
const instances = () => fixture.sdk.approval.v4.instance;
const AS_OPEN = { user_id_type: 'open_id' } as const;
const states = async (code: string) =>
	(await read(fixture, code)).task_list.map(({ open_id, status, type }) => {
		const name = fixture.simulator.store.contact.users.get(open_id ?? '')?.email.split('@')[0] ?? '';
		return `${name} ${type} ${status}`;
	});
const approve = async (code: string, login: string) =>
	await tasks().approve({ data: { ...(await decisionOf(fixture, code, login)), comment: 'ok' }, params: AS_OPEN });

it('go through their nodes: one of OR suffices, a row decides one after the other', async () => {
	const code = await begin(fixture);
	expect(code).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
	expect(await states(code)).toEqual(['zhangsan OR PENDING', 'chenjing OR PENDING']);
	await approve(code, 'chenjing');
	expect(await states(code)).toEqual(['zhangsan OR DONE', 'chenjing OR APPROVED', 'carol SEQUENTIAL PENDING']);
	await approve(code, 'carol');
	await approve(code, 'bob');
	const { status, end_time, timeline, form } = await read(fixture, code);
	expect([status, timeline.map(({ type }) => type)]).toEqual(['APPROVED', ['START', 'PASS', 'PASS', 'PASS']]);
	expect(Number(end_time)).toBeGreaterThan(0);
	expect(JSON.parse(form)).toMatchObject([
		{ id: 'widgetReason', custom_id: 'reason', name: '事由 Reason', value: 'Two keyboards & a mouse' },
		{ type: 'radioV2', value: '办公用品 Office' },
		{ type: 'amount', value: 240, currency: 'CNY' },
	]);
});

it('end with one refusal, and are taken back by who started them', async () => {
	const refusedOne = await begin(fixture);
	await tasks().reject({ data: await decisionOf(fixture, refusedOne, 'zhangsan'), params: AS_OPEN });
	expect((await read(fixture, refusedOne)).status).toBe('REJECTED');
	expect(await states(refusedOne)).toEqual(['zhangsan OR REJECTED', 'chenjing OR DONE']);
	const code = await begin(fixture);
	const cancel = (login: string) =>
		instances().cancel({
			data: { approval_code: EXPENSE_CODE, instance_code: code, user_id: fixture.idOf(login) },
			params: AS_OPEN,
		});
	expect(await refusalOf(cancel('bob'))).toEqual([1395001, 400]);
	await cancel('alice');
	expect((await read(fixture, code)).status).toBe('CANCELED');
	expect(await refusalOf(cancel('alice'))).toEqual([1395001, 400]);
});

it('are reverted once after they were approved, where the definition lets people', async () => {
	const code = await begin(fixture, { code: LEAVE_CODE });
	await approve(code, 'zhangsan');
	expect(await read(fixture, code)).toMatchObject({ status: 'APPROVED', reverted: false });
	const data = { approval_code: LEAVE_CODE, instance_code: code, user_id: fixture.idOf('alice') };
	await instances().cancel({ data, params: AS_OPEN });
	expect(await read(fixture, code)).toMatchObject({ status: 'APPROVED', reverted: true });
	expect(await refusalOf(instances().cancel({ data, params: AS_OPEN }))).toEqual([1395210, 400]);
});

it('are refused to all but the approver of the task, and once it is decided', async () => {
	const code = await begin(fixture);
	const decision = await decisionOf(fixture, code, 'zhangsan');
	const other = { ...decision, user_id: fixture.idOf('bob') };
	const as = (data: typeof decision) => refusalOf(tasks().approve({ data, params: AS_OPEN }));
	expect(await as(other)).toEqual([1390009, 403]);
	expect(await as({ ...decision, user_id: 'ou_nobody' })).toEqual([1390004, 400]);
	expect(await as({ ...decision, task_id: '1' })).toEqual([1390010, 400]);
	expect(await as({ ...decision, instance_code: code.replace(/^./, 'X') })).toEqual([1390003, 400]);
	expect(await as({ ...decision, approval_code: LEAVE_CODE })).toEqual([1390003, 400]);
	expect(await as({ ...decision, approval_code: 'X' })).toEqual([1390002, 400]);
	await tasks().approve({ data: decision, params: AS_OPEN });
	expect(await as(decision)).toEqual([1390010, 400]);
});

it('are handed on, sent back and handed in again, and signed by further people', async () => {
	const code = await begin(fixture);
	const given = { ...(await decisionOf(fixture, code, 'zhangsan')), transfer_user_id: fixture.idOf('lisi') };
	await tasks().transfer({ data: given, params: AS_OPEN });
	expect(await states(code)).toEqual(['zhangsan OR TRANSFERRED', 'chenjing OR PENDING', 'lisi OR PENDING']);
	await approve(code, 'lisi');
	const { task_id } = await decisionOf(fixture, code, 'carol');
	const lead = (await read(fixture, code)).timeline.find(({ type }) => type === 'PASS')?.node_key ?? '';
	const back = (keys: string[]) =>
		instances().specifiedRollback({
			data: { user_id: fixture.idOf('carol'), task_id, reason: 'Unclear', task_def_key_list: keys },
			params: AS_OPEN,
		});
	expect(await refusalOf(back(['APPROVAL_1_1']))).toEqual([1390001, 400]);
	await back(['START', lead]);
	expect((await states(code)).at(-1)).toBe('alice AND PENDING');
	const again = { ...(await decisionOf(fixture, code, 'alice')), form: claimForm(99), comment: '{"text":"Now clear"}' };
	await tasks().resubmit({ data: again, params: AS_OPEN });
	expect((await states(code)).slice(-2)).toEqual(['zhangsan OR PENDING', 'chenjing OR PENDING']);
	expect(JSON.parse((await read(fixture, code)).form)).toMatchObject([{}, {}, { value: 99 }]);
	const { user_id: _, ...task } = await decisionOf(fixture, code, 'zhangsan');
	const userId = (login: string) => fixture.simulator.store.contact.users.get(fixture.idOf(login))?.user_id ?? '';
	const signers = [userId('bob'), userId('carol')];
	const added = {
		...task,
		user_id: userId('zhangsan'),
		add_sign_user_ids: signers,
		add_sign_type: 1,
		approval_method: 2,
	};
	expect((await fixture.http.post('/open-apis/approval/v4/instances/add_sign', added)).code).toBe(0);
	expect((await states(code)).slice(-3)).toEqual(['chenjing OR DONE', 'bob AND PENDING', 'carol AND PENDING']);
	await approve(code, 'bob');
	await approve(code, 'carol');
	expect((await states(code)).at(-1)).toBe('zhangsan OR PENDING');
});

it('are found by the uuid they were started with, which starts no second one', async () => {
	const uuid = 'order-17';
	const code = await begin(fixture, { uuid });
	expect((await read(fixture, uuid)).instance_code).toBe(code);
	expect(await refusalOf(begin(fixture, { uuid }))).toEqual([60012, 400]);
	const params = { approval_code: EXPENSE_CODE, start_time: '0', end_time: String(Date.now() + 60_000) };
	expect(await refusalOf(instances().list({ params }))).toEqual([1390001, 400]);
	const within = { ...params, start_time: String(Date.now() - 3_600_000) };
	expect((await instances().list({ params: within })).data?.instance_code_list).toContain(code);
});
