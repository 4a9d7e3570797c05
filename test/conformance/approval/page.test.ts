/** What the page of approvals shows, and what people and administrators do there. */
import { type ApprovalFixture, EXPENSE_CODE, startApprovals } from '../../support/conformance/approvals';
import { first } from '../../support/conformance/harness';

let fixture: ApprovalFixture;
beforeEach(async () => {
	fixture = await startApprovals();
});
afterEach(() => fixture.simulator.close());

interface Task {
	id: string;
	name: string;
	status: string;
}
interface Shown {
	instance_code: string;
	approval_name: string;
	status: string;
	reverted: boolean;
	tasks: Task[];
	timeline: Array<{ type: string; name: string; comment: string }>;
	message?: string;
}
const seen = async (login?: string) =>
	await fixture.http.admin<{ definitions: Array<{ approval_name: string }>; instances: Shown[] }>(
		'GET',
		`/approvals${login === undefined ? '' : `?open_id=${fixture.idOf(login)}`}`,
	);
const post = (path: string, body: object = {}) => fixture.http.admin<Shown>('POST', `/approvals/${path}`, body);
const claim = [{ id: 'reason', type: 'textarea', value: 'Chairs' }];
const start = () => post('instances', { open_id: fixture.idOf('alice'), approval_code: EXPENSE_CODE, form: claim });
const decide = (shown: Shown, login: string, deed: object) => {
	const task = first(shown.tasks.filter(({ status }) => status === 'PENDING'));
	return post(`instances/${shown.instance_code}/decisions`, {
		open_id: fixture.idOf(login),
		task_id: task.id,
		...deed,
	});
};

it('the page is there, with what the demo has; a person sees what is theirs', async () => {
	expect(await (await fetch(`${fixture.simulator.url}/approvals`)).text()).toContain('approvals-app.js');
	const { definitions, instances } = await seen();
	expect(definitions.map(({ approval_name: name }) => name)).toEqual([
		'请假 Leave',
		'报销 Expense Claim',
		'通用申请 Every Widget',
	]);
	expect(instances.map(({ status }) => status)).toEqual(['PENDING', 'APPROVED', 'PENDING']);
	expect((await seen('zhaomin')).instances).toEqual([]);
	expect((await seen('alice')).instances).toHaveLength(1);
});

it('people start, hand on, decide and withdraw', async () => {
	const started = await start();
	expect(started).toMatchObject({ status: 'PENDING', approval_name: '报销 Expense Claim' });
	const handed = await decide(started, 'zhangsan', { deed: 'transfer', to: fixture.idOf('lisi') });
	expect(handed.tasks.at(-1)).toMatchObject({ name: '李四', status: 'PENDING' });
	const decided = await decide(started, 'zhangsan', { deed: 'approve' });
	expect(decided.message).toContain('1390010');
	const pending = { ...handed, tasks: handed.tasks.slice(-1) };
	const approved = await decide(pending, 'lisi', { deed: 'approve', comment: 'fine' });
	expect(approved.timeline.at(-1)).toEqual(expect.objectContaining({ type: 'PASS', name: '李四', comment: 'fine' }));
	expect(await post(`instances/${started.instance_code}/withdraw`)).toMatchObject({ status: 'CANCELED' });
	const refused = await decide(await start(), 'zhangsan', { deed: 'reject' });
	expect(refused.status).toBe('REJECTED');
});

it('administrators make definitions, close their data and take them away', async () => {
	const { approval_code: code } = (await post('definitions', {
		approval_name: 'Visit',
		form: [{ id: 'w', name: 'Who', type: 'input' }],
		nodes: [{ people: [fixture.idOf('bob')] }],
	})) as unknown as { approval_code: string };
	const entry = [{ id: 'w', type: 'input', value: 'Ann' }];
	const started = await post('instances', { open_id: fixture.idOf('alice'), approval_code: code, form: entry });
	const read = () => fixture.http.get(`/open-apis/approval/v4/instances/${started.instance_code}`);
	expect((await read()).data).toMatchObject({ approval_name: 'Visit', status: 'PENDING' });
	await fixture.http.admin('PUT', `/approvals/definitions/${code}`, { closed: true });
	expect((await read()).code).toBe(60009);
	await fixture.http.admin('PUT', `/approvals/definitions/${code}`, { closed: false });
	await fixture.http.admin('DELETE', `/approvals/definitions/${code}`);
	expect((await read()).data).toMatchObject({ status: 'DELETED', task_list: [{ status: 'DONE' }] });
});
