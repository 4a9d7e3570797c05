/** Refusals in the codes of before, which people still meet. */
import {
	begin,
	claimForm,
	EXPENSE_CODE,
	startApprovals,
	type ApprovalFixture,
} from '../../support/conformance/approvals';

let fixture: ApprovalFixture;
beforeAll(async () => {
	fixture = await startApprovals({ settings: { approvalCodes: 'legacy' } });
});
afterAll(() => fixture.simulator.close());

const V4 = '/open-apis/approval/v4';
const start = (more: object) =>
	['POST', 'instances', { approval_code: EXPENSE_CODE, form: claimForm(), ...more }] as const;

it.each<[string, number, () => readonly [string, string, object?]]>([
	['a definition that is not there', 60002, () => ['GET', 'approvals/X']],
	['an instance that is not there', 60003, () => ['GET', 'instances/X']],
	['a person who is not there', 60004, () => start({ open_id: 'ou_nobody' })],
	[
		'a value of the form',
		60006,
		() => start({ open_id: fixture.idOf('alice'), form: claimForm(-1, [{ id: 'x', type: 'input', value: 'x' }]) }),
	],
])('%s: %d', async (_what, code, request) => {
	const [method, path, body] = request();
	expect((await fixture.http.call(method, `${V4}/${path}`, body)).code).toBe(code);
});

it('60007 for who has subscribed already, 60010 for a task that is not there', async () => {
	const subscribe = `${V4}/approvals/${EXPENSE_CODE}/subscribe`;
	await fixture.http.post(subscribe);
	expect((await fixture.http.post(subscribe)).code).toBe(60007);
	const instance_code = await begin(fixture);
	const decision = { approval_code: EXPENSE_CODE, instance_code, user_id: fixture.idOf('zhangsan'), task_id: '1' };
	expect((await fixture.http.post(`${V4}/tasks/approve?user_id_type=open_id`, decision)).code).toBe(60010);
});
