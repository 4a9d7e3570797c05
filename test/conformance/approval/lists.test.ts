/** What waits for whom, searches, comments, copies and previews, through the official SDK and bare requests. */
import {
	ALL_WIDGETS_CODE,
	type ApprovalFixture,
	begin,
	claimForm,
	decisionOf,
	EXPENSE_CODE,
	LEAVE_CODE,
	read,
	startApprovals,
} from '../../support/conformance/approvals';
import { refusalOf } from '../../support/conformance/bases';

let fixture: ApprovalFixture;
beforeEach(async () => {
	fixture = await startApprovals();
	fixture.simulator.store.approvals.instances.clear();
});
afterEach(() => fixture.simulator.close());

const V4 = '/open-apis/approval/v4';
const AS_OPEN = { user_id_type: 'open_id' } as const;
const several = async (count: number) => {
	const codes: string[] = [];
	for (let index = 0; index < count; index += 1) codes.push(await begin(fixture));
	return codes;
};
const mine = async (path: string, login: string) => await fixture.http.get(`${V4}/${path}`, await fixture.as(login));

it('lists of people are sparse: pages lack rows although more follow', async () => {
	await several(4);
	const first = await mine('tasks?topic=1&page_size=3', 'zhangsan');
	expect(first.data).toMatchObject({ tasks: [], has_more: true, count: 4 });
	const second = await mine(`tasks?topic=1&page_size=10&page_token=${String(first.data.page_token)}`, 'zhangsan');
	expect(second.data).toMatchObject({ tasks: [{ topic: '1', support_api_operate: true }, {}, {}, {}], has_more: true });
	expect(second.data).not.toHaveProperty('count');
	fixture.simulator.store.settings.approvalLists = 'full';
	const full = await mine('tasks?topic=1&page_size=4', 'zhangsan');
	expect(full.data.tasks).toHaveLength(4);
	expect(full.data.has_more).toBe(false);
	expect((await mine('tasks?topic=3', 'zhangsan')).code).toBe(99992402);
	const started = await mine(`instances/initiated?definition_code=${LEAVE_CODE}`, 'alice');
	expect([started.data.instances, (await mine('instances/initiated?approval_code=X', 'alice')).data.count]).toEqual([
		[],
		4,
	]);
});

it('an app asks for the lists of anybody', async () => {
	const [code = ''] = await several(2);
	const params = { user_id: fixture.idOf('zhangsan'), topic: '1' as const, ...AS_OPEN };
	const { data } = await fixture.sdk.approval.v4.task.query({ params });
	expect(data).toMatchObject({
		tasks: [{ status: '1', process_status: '1' }, { process_code: code }],
		has_more: false,
	});
	await fixture.sdk.approval.v4.task.reject({ data: await decisionOf(fixture, code, 'zhangsan'), params: AS_OPEN });
	const decided = await fixture.sdk.approval.v4.task.query({ params: { ...params, topic: '2' } });
	expect(decided.data?.tasks).toMatchObject([{ process_code: code, process_status: '3' }]);
});

it('searches want an id, and at most 30 days; their statuses are called otherwise', async () => {
	const [code = ''] = await several(1);
	const search = (data: object) => fixture.sdk.approval.v4.instance.query({ data, params: AS_OPEN });
	expect(await refusalOf(search({}))).toEqual([1390001, 400]);
	const times = { instance_start_time_from: '0', instance_start_time_to: String(40 * 86_400_000) };
	expect(await refusalOf(search({ approval_code: EXPENSE_CODE, ...times }))).toEqual([1390001, 400]);
	const found = await search({ approval_code: EXPENSE_CODE, instance_status: 'PENDING' });
	expect(found.data?.instance_list).toMatchObject([{ instance: { code, status: 'pending' } }]);
	expect((await search({ approval_code: EXPENSE_CODE, instance_status: 'RECALL' })).data?.instance_list).toEqual([]);
	fixture.simulator.store.settings.approvalSearchSeconds = 60;
	expect((await search({ instance_code: code })).data?.instance_list).toEqual([]);
	fixture.simulator.store.settings.approvalSearchSeconds = 0;
	const tasks = await fixture.sdk.approval.v4.task.search({ data: { instance_code: code, task_status: 'PENDING' } });
	expect(tasks.data?.task_list).toHaveLength(2);
});

it('searches leave out what was withdrawn, unless it is asked for', async () => {
	const [code = ''] = await several(1);
	await fixture.sdk.approval.v4.instance.cancel({
		data: { approval_code: EXPENSE_CODE, instance_code: code, user_id: fixture.idOf('alice') },
		params: AS_OPEN,
	});
	const search = async (more: object) =>
		(await fixture.sdk.approval.v4.instance.query({ data: { instance_code: code, ...more }, params: AS_OPEN })).data
			?.instance_list;
	expect(await search({})).toEqual([]);
	expect(await search({ instance_status: 'RECALL' })).toEqual([]);
	expect(await search({ instance_status: 'RECALL', with_revoked_instance: true })).toHaveLength(1);
});

it('copies reach people unread', async () => {
	const [code = ''] = await several(1);
	const data = { approval_code: EXPENSE_CODE, instance_code: code, user_id: fixture.idOf('alice') };
	await fixture.sdk.approval.v4.instance.cc({ data: { ...data, cc_user_ids: [fixture.idOf('bob')] }, params: AS_OPEN });
	const { timeline } = await read(fixture, code);
	expect(timeline.at(-1)).toMatchObject({ type: 'CC', cc_user_list: [{ open_id: fixture.idOf('bob') }] });
	const copies = await fixture.sdk.approval.v4.instance.searchCc({ data: { instance_code: code }, params: AS_OPEN });
	expect(copies.data?.cc_list).toMatchObject([{ cc: { user_id: fixture.idOf('bob'), read_status: 'UNREAD' } }]);
	expect((await mine('tasks?topic=17', 'bob')).data.tasks).toHaveLength(1);
});

it('comments are written, answered, changed and taken away', async () => {
	const [code = ''] = await several(1);
	const path = { instance_id: code };
	const params = { user_id: fixture.idOf('alice'), ...AS_OPEN };
	const comments = fixture.sdk.approval.v4.instanceComment;
	const write = async (data: object, who = params) =>
		(await comments.create({ path, params: who, data })).data?.comment_id ?? '';
	const content = (text: string) => JSON.stringify({ text });
	expect(await refusalOf(write({ content: 'bare words' }))).toEqual([1390001, 400]);
	const id = await write({ content: content('First') });
	await write({ content: content('Answer'), parent_comment_id: id }, { ...params, user_id: fixture.idOf('bob') });
	await write({ content: content('Changed'), comment_id: id });
	const listed = async () => (await comments.list({ path, params })).data?.comments;
	expect(await listed()).toMatchObject([
		{ content: content('Changed'), is_delete: 0, replies: [{ content: content('Answer') }] },
	]);
	expect((await read(fixture, code)).comment_list).toMatchObject([{ comment: 'Changed' }, { comment: 'Answer' }]);
	await comments.delete({ path: { ...path, comment_id: id }, params });
	expect(await listed()).toMatchObject([{ is_delete: 1 }]);
	await comments.remove({ path, params });
	expect(await listed()).toEqual([]);
});

it('previews name the way with its start and end', async () => {
	const preview = (more: object) =>
		fixture.http.post(`${V4}/instances/preview?user_id_type=open_id`, { user_id: fixture.idOf('alice'), ...more });
	expect((await preview({ approval_code: EXPENSE_CODE })).code).toBe(1390001);
	const { data } = await preview({ approval_code: EXPENSE_CODE, form: claimForm() });
	expect(data.preview_nodes).toMatchObject([
		{ node_id: 'b078ffd28db767c502ac367053f6e0ac', user_id_list: [fixture.idOf('alice')] },
		{ node_type: 'OR', user_id_list: [fixture.idOf('zhangsan'), fixture.idOf('chenjing')] },
		{ node_type: 'SEQUENTIAL' },
		{ node_id: 'b1a326c06d88bf042f73d70f50197905', user_id_list: [] },
	]);
	const several = { user_id: fixture.idOf('wangxiaoming'), approval_code: EXPENSE_CODE, form: claimForm() };
	expect((await preview(several)).code).toBe(1390001);
	const chosen = await preview({ approval_code: ALL_WIDGETS_CODE, form: '[]' });
	expect(chosen.data.preview_nodes).toMatchObject([{}, { is_approver_type_free: true, user_id_list: [] }, {}]);
});
