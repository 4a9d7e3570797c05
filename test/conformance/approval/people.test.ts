/** Approvals as people reach them: endpoints and names of their own, through the CLI's and the Explorer's requests. */
import {
	ALL_WIDGETS_CODE,
	type ApprovalFixture,
	claimForm,
	EXPENSE_CODE,
	LEAVE_CODE,
	startApprovals,
} from '../../support/conformance/approvals';
import { first } from '../../support/conformance/harness';

let fixture: ApprovalFixture;
beforeEach(async () => {
	fixture = await startApprovals();
});
afterEach(() => fixture.simulator.close());

const V4 = '/open-apis/approval/v4';
const post = async (login: string, path: string, body: object) =>
	await fixture.http.post(`${V4}/${path}`, body, await fixture.as(login));
const get = async (login: string, path: string) => await fixture.http.get(`${V4}/${path}`, await fixture.as(login));

async function claim(): Promise<string> {
	const { data } = await post('alice', 'instances/initiate', { approval_code: EXPENSE_CODE, form: claimForm() });
	return String(data.instance_code);
}

interface Detail {
	status: string;
	current_nodes: Array<{ node_id: string; approvers: Array<{ task_id: string; user_id: string }> }>;
	operation_records: Array<{ type: string; node_id: string }>;
}
const detail = async (login: string, code: string) =>
	(await get(login, `instances/detail?instance_code=${code}`)).data as unknown as Detail;
const taskOf = async (login: string, code: string) => {
	const { current_nodes: nodes } = await detail(login, code);
	const approvers = nodes.flatMap((node) => node.approvers);
	return first(approvers.filter(({ user_id: id }) => id === fixture.idOf(login))).task_id;
};
const decide = async (login: string, path: string, code: string, more: object = {}) =>
	await post(login, path, { instance_code: code, task_id: await taskOf(login, code), ...more });

it('find what they may start, read it, and start it', async () => {
	const { data } = await post('alice', 'approvals/search_launchable', { keyword: 'expense' });
	expect(data.approvals).toMatchObject([{ approval_code: EXPENSE_CODE, is_external: false }]);
	const all = await post('alice', 'approvals/search_launchable', {});
	expect(all.data.approvals).toHaveLength(3);
	const read = await get('alice', `approvals/${LEAVE_CODE}/detail?locale=en-US`);
	expect(read.data).toMatchObject({
		approval_name: 'Leave',
		node_list: [{ name: '提交' }, { name: 'Manager' }, {}, {}],
	});
	const started = await post('alice', 'instances/initiate', {
		approval_code: EXPENSE_CODE,
		form: claimForm(),
		uuid: 'u1',
	});
	expect(started.data).toMatchObject({ instance_link: expect.stringContaining('instanceId%3D7') });
	expect((await post('alice', 'instances/initiate', { approval_code: EXPENSE_CODE, uuid: 'u1' })).code).toBe(60012);
	const chosen = { node_approver_list: [{ key: 'chosen', value: [fixture.idOf('bob')] }] };
	expect((await post('alice', 'instances/initiate', { approval_code: ALL_WIDGETS_CODE })).code).toBe(1390001);
	expect((await post('alice', 'instances/initiate', { approval_code: ALL_WIDGETS_CODE, ...chosen })).code).toBe(0);
});

it('decide what waits for them alone, and remind, copy and take back what they started', async () => {
	const code = await claim();
	const stranger = await get('lisi', `instances/detail?instance_code=${code}`);
	expect([stranger.code, stranger.status]).toEqual([1390009, 403]);
	expect((await decide('chenjing', 'tasks/pass', code, { comment: 'ok' })).code).toBe(0);
	const task_ids = [await taskOf('carol', code)];
	expect((await post('alice', 'instances/remind', { instance_code: code, task_ids })).code).toBe(0);
	expect((await post('bob', 'instances/remind', { instance_code: code, task_ids })).code).toBe(1395001);
	expect(
		(await post('alice', 'instances/add_cc', { instance_code: code, cc_user_ids: [fixture.idOf('lisi')] })).code,
	).toBe(0);
	const { operation_records: records } = await detail('lisi', code);
	expect(records.map(({ type }) => type)).toEqual(['START', 'PASS', 'CC']);
	const back = { node_ids: [records[1]?.node_id] };
	expect((await decide('carol', 'tasks/rollback', code, back)).code).toBe(0);
	expect((await decide('zhangsan', 'tasks/forward', code, { transfer_user_id: fixture.idOf('bob') })).code).toBe(0);
	const sign = { add_sign_user_ids: [fixture.idOf('lisi')], add_sign_type: 3, approval_method: 1 };
	expect((await decide('bob', 'tasks/add_sign', code, sign)).code).toBe(0);
	expect((await decide('lisi', 'tasks/refuse', code, { comment: 'no' })).code).toBe(0);
	expect((await detail('alice', code)).status).toBe('REJECTED');
	expect((await post('alice', 'instances/recall', { instance_code: code })).code).toBe(1395001);
	const other = await claim();
	expect((await post('alice', 'instances/recall', { instance_code: other })).code).toBe(0);
	expect((await detail('alice', other)).status).toBe('CANCELED');
});

it('are refused where nobody can grant the scopes, and where the data is closed', async () => {
	const code = await claim();
	const { definitions } = fixture.simulator.store.approvals;
	Object.assign(definitions.get(EXPENSE_CODE) ?? {}, { closed: true });
	expect((await get('alice', `approvals/${EXPENSE_CODE}/detail`)).code).toBe(2200);
	expect((await fixture.http.get(`${V4}/instances/${code}`)).code).toBe(60009);
	fixture.simulator.store.settings.approvalUserScopes = 'absent';
	expect((await get('alice', `instances/detail?instance_code=${code}`)).code).toBe(99991679);
});

it.each([
	['status', 'INACTIVE', 1390015],
	['status', 'DELETED', 1390016],
	['free', true, 1390013],
	['viewers', [{ type: 'NONE' }], 1395009],
])('can start nothing where %s is %s', async (setting, value, code) => {
	Object.assign(fixture.simulator.store.approvals.definitions.get(EXPENSE_CODE) ?? {}, { [setting]: value });
	const body = { approval_code: EXPENSE_CODE, form: claimForm() };
	expect((await post('alice', 'instances/initiate', body)).code).toBe(code);
	expect((await fixture.http.post(`${V4}/instances`, { ...body, open_id: fixture.idOf('alice') })).code).toBe(code);
});

it('can sign by hand in the client alone, and bring the form where the way depends on it', async () => {
	const code = await claim();
	const { nodes } = fixture.simulator.store.approvals.definitions.get(EXPENSE_CODE) ?? { nodes: [] };
	Object.assign(first(nodes), { require_signature: true });
	expect((await decide('zhangsan', 'tasks/pass', code)).code).toBe(1390018);
	Object.assign(first(nodes), { require_signature: false });
	Object.assign(fixture.simulator.store.approvals.definitions.get(EXPENSE_CODE) ?? {}, { branches: true });
	expect((await decide('zhangsan', 'tasks/pass', code)).code).toBe(1390001);
	expect((await decide('zhangsan', 'tasks/pass', code, { form: claimForm(7) })).code).toBe(0);
});
