/** Lists and searches of approvals, comments on them, and what other systems show there. */
import type { INodeParameters } from 'n8n-workflow';

import { FeishuApproval } from '../../../nodes/FeishuApproval/FeishuApproval.node';
import { listWalks } from '../../../nodes/shared/fields/listWalks';
import { approve } from '../../../simulator/approval/decide';
import { withdraw } from '../../../simulator/approval/instances';
import { byId, listContext, only, usePlatform, type CredentialRef } from '../../support/engine';
import { personToken } from '../../support/engine/everyone';
import {
	definitionOf,
	EXPENSE_CODE,
	LEAVE_CODE,
	openIdOf,
	ownInstance,
	pendingOf,
} from '../../support/engine/ownApproval';
import { person } from '../../support/engine/ownChat';

const platform = usePlatform();

async function out(resource: string, operation: string, more: INodeParameters = {}, credential?: CredentialRef) {
	const run = await platform.run({ parameters: { resource, operation, ...more }, ...(credential && { credential }) });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}

const asMe = async () =>
	platform.keep('feishuAccessTokenApi', {
		region: 'custom',
		baseUrl: platform.simulator.url,
		kind: 'user',
		accessToken: await personToken(platform),
	});

const DAY = 86_400_000;
const asked = (key: string) =>
	platform.calls
		.filter(({ bodyText = '' }) => bodyText.includes(key))
		.map(({ bodyText }) => Number((JSON.parse(bodyText || '{}') as Record<string, string>)[key]));

describe('definitions', () => {
	const { listSearch } = new FeishuApproval().methods;
	const search = async (credential: CredentialRef, filter = '') =>
		await listSearch.searchDefinitions?.call(listContext('feishuApproval', credential), filter);

	beforeEach(() => listWalks.forgetAll());

	test('are listed for a person, and found by their names', async () => {
		const me = await asMe();
		expect((await search(me))?.results.map(({ value }) => value)).toContain(LEAVE_CODE);
		expect((await search(me, 'expense'))?.results).toEqual([
			expect.objectContaining({ name: '报销 Expense Claim', value: EXPENSE_CODE }),
		]);
		expect(
			only(await out('approvalDefinition', 'getAll', { nameContains: 'expense', returnAll: true }, me)),
		).toMatchObject({
			approval_code: EXPENSE_CODE,
		});
	});

	test('are not listed for an app, whose list says what to do instead', async () => {
		await expect(search(platform.credential)).rejects.toMatchObject({
			message: expect.stringMatching(
				/^There is no approval to choose from\. Feishu lists approvals for persons only/,
			) as string,
		});
	});

	test('are known by their address, in one shape for a person and an app', async () => {
		const url = `https://www.feishu.cn/approval/admin/approvalList?devMode=on&definitionCode=${EXPENSE_CODE}`;
		const where = { approvalDefinition: { __rl: true, mode: 'url', value: url } };
		const { status, ...app } = only(await out('approvalDefinition', 'get', where));
		expect(status).toBe('ACTIVE');
		expect(only(await out('approvalDefinition', 'get', where, await asMe()))).toEqual(app);
	});
});

describe('searches', () => {
	test('over any period go by 30 days, the latest first, without a gap', async () => {
		const now = Date.now();
		const filters = {
			startedAfter: new Date(now - 70 * DAY).toISOString(),
			startedBefore: new Date(now).toISOString(),
		};
		await out('approvalInstance', 'getAll', { approvalDefinition: byId(EXPENSE_CODE), returnAll: true, filters });
		const [from, to] = [asked('instance_start_time_from'), asked('instance_start_time_to')];
		expect(from).toHaveLength(3);
		expect(to.slice(1)).toEqual(from.slice(0, -1).map((start) => start - 1));
		expect((to[0] ?? 0) - (from.at(-1) ?? 0)).toBe(70 * DAY);
		expect(Math.max(...from.map((start, at) => (to[at] ?? 0) - start))).toBe(30 * DAY);
	});

	test('give states in the words of Get, and no more than the limit', async () => {
		platform.store.approvals.instances.clear();
		const { instance, ...course } = ownInstance(platform);
		for (let [task] = pendingOf(instance); task; [task] = pendingOf(instance))
			approve({ ...course, instance }, task, {});
		ownInstance(platform);
		const expense = { approvalDefinition: byId(EXPENSE_CODE), returnAll: false, limit: 1 };
		const found = await out('approvalInstance', 'getAll', { ...expense, filters: { instanceStatus: 'APPROVED' } });
		expect(only(found)).toMatchObject({ instance_code: instance.instance_code, status: 'APPROVED' });
		const withdrawn = ownInstance(platform);
		withdraw(withdrawn);
		const canceled = await out('approvalInstance', 'getAll', { ...expense, filters: { instanceStatus: 'RECALL' } });
		expect(canceled).toMatchObject([{ instance_code: withdrawn.instance.instance_code, status: 'CANCELED' }]);
		const tasks = await out('approvalTask', 'search', { ...expense, filters: { taskStatus: 'PENDING' } });
		expect(only(tasks)).toMatchObject({ status: 'PENDING', instance_status: 'PENDING' });
	});

	test.each(['process_code', 'process_external_id'] as const)(
		'tell the instance of a task by whichever key has it: %s',
		async (approvalTaskCodes) => {
			const { settings } = platform.store;
			const { instance } = ownInstance(platform);
			settings.approvalTaskCodes = approvalTaskCodes;
			const whose = byId(openIdOf(platform, 'chenjing'));
			const tasks = await out('approvalTask', 'getAll', { whose, returnAll: true });
			settings.approvalTaskCodes = 'process_code';
			expect(tasks.map(({ instance_code }) => instance_code)).toContain(instance.instance_code);
		},
	);

	test.each([
		['approvalInstance', 'getAll', 'started', 'instance_start_time'],
		['approvalInstance', 'getCopies', 'copied', 'cc_create_time'],
		['approvalTask', 'search', 'started', 'task_start_time'],
	] as const)('%s:%s up to what is to come are counted from now', async (resource, operation, what, key) => {
		const filters = { [`${what}Before`]: new Date(Date.now() + 90 * DAY).toISOString() };
		await out(resource, operation, { approvalDefinition: byId(EXPENSE_CODE), returnAll: true, filters });
		const [from = 0] = asked(`${key}_from`);
		expect(Math.abs(Date.now() - 30 * DAY - from)).toBeLessThan(2 * 60_000);
		const later = { [`${what}After`]: new Date(Date.now() + DAY).toISOString() };
		const parameters = { resource, operation, approvalDefinition: byId(EXPENSE_CODE), filters: later };
		const { error } = await platform.run({ parameters });
		expect(error?.message).toMatch(/After' must be earlier than now$/);
	});

	test('name all people in one shape, with one request for the names of all rows', async () => {
		ownInstance(platform);
		ownInstance(platform);
		const where = { approvalDefinition: byId(EXPENSE_CODE), returnAll: true };
		const somebody = { open_id: expect.stringMatching(/^ou_/) as string, name: expect.any(String) as string };
		const instances = await out('approvalInstance', 'getAll', where);
		expect(instances.length).toBeGreaterThan(1);
		expect(instances.map(({ started_by }) => started_by)).toEqual(instances.map(() => somebody));
		expect(platform.calls.filter(({ path }) => path.includes('/contact/'))).toHaveLength(1);
		const tasks = await out('approvalTask', 'search', where);
		expect(tasks.map(({ person: one, started_by }) => [one, started_by])).toEqual(
			tasks.map(() => [somebody, somebody]),
		);
		const whose = byId(openIdOf(platform, 'chenjing'));
		const [own] = await out('approvalTask', 'getAll', { whose, returnAll: true });
		expect(own).toMatchObject({ started_by: { name: expect.any(String) as string } });
		expect(own).not.toHaveProperty('started_by_name');
	});

	test('for codes go by 10 hours', async () => {
		const startedAfter = new Date(Date.now() - 25 * 3_600_000).toISOString();
		const startedBefore = new Date(Date.now() + 60_000).toISOString();
		const { instance } = ownInstance(platform);
		const where = { approvalDefinition: byId(EXPENSE_CODE), startedAfter, startedBefore, returnAll: true };
		const codes = (await out('approvalInstance', 'getCodes', where)).map(({ instance_code }) => instance_code);
		expect(codes).toContain(instance.instance_code);
		expect(new Set(codes).size).toBe(codes.length);
		expect(platform.calls.length).toBeGreaterThanOrEqual(3);
	});

	test('say that an app may not read the data of an approval', async () => {
		const { instance } = ownInstance(platform);
		const definition = definitionOf(platform, EXPENSE_CODE);
		definition.closed = true;
		const parameters = {
			resource: 'approvalInstance',
			operation: 'get',
			approvalInstance: byId(instance.instance_code),
		};
		const { error } = await platform.run({ parameters });
		delete definition.closed;
		expect(error?.message).toBe('The app may not read the data of this approval');
	});
});

describe('comments', () => {
	test('are written with mentions, answered, changed and listed', async () => {
		const { instance } = ownInstance(platform);
		const where = { approvalInstance: byId(instance.instance_code) };
		const bob = openIdOf(platform, 'bob');
		const options = { commentMentions: person(bob) };
		const first = only(await out('approvalComment', 'create', { ...where, commentText: 'The invoice?', options }));
		expect(instance.comments.at(-1)).toMatchObject({
			open_id: instance.starter,
			content: '{"text":"The invoice? @Bob Martin"}',
			at_info_list: [{ open_id: bob, name: 'Bob Martin', offset: '13' }],
		});
		const commenter = byId(bob);
		const replyTo = String(first.comment_id);
		const answer = { ...where, commenter, commentText: 'Here', options: { replyTo } };
		const second = only(await out('approvalComment', 'create', answer));
		await out('approvalComment', 'update', {
			...where,
			commenter,
			commentId: String(second.comment_id),
			commentText: 'There',
		});
		const listed = await out('approvalComment', 'getAll', { ...where, returnAll: true });
		expect(listed).toEqual([
			expect.objectContaining({ comment_id: first.comment_id, text: 'The invoice? @Bob Martin', deleted: false }),
			expect.objectContaining({
				comment_id: second.comment_id,
				reply_to: first.comment_id,
				text: 'There',
				commentator: { open_id: bob, name: 'Bob Martin' },
			}),
		]);
		await out('approvalComment', 'delete', { ...where, commenter, commentId: String(second.comment_id) });
		expect(instance.comments.at(-1)).toMatchObject({ deleted: true });
	});
});

describe('approvals of other systems', () => {
	const LINK = 'https://erp.example.com/orders/1107';

	test('are put into the approval centre, and their state is brought along', async () => {
		const made = only(
			await out('externalApproval', 'create', {
				externalCode: 'orders',
				externalName: 'Orders',
				externalPcLink: LINK,
				options: {
					externalGroup: 'Purchasing',
					externalCallback: 'https://erp.example.com/decided',
					externalCallbackToken: 'not-much-of-a-token',
					externalCallbackKey: 'not-much-of-a-key',
				},
			}),
		);
		const { approval_code, ...told } = only(
			await out('externalApproval', 'get', { externalCode: String(made.approval_code) }),
		);
		expect(approval_code).toBe(made.approval_code);
		expect(told).toMatchObject({
			approval_name: 'Orders',
			group_name: 'Purchasing',
			i18n_resources: [{ locale: 'zh-CN' }],
			external: { action_callback_url: 'https://erp.example.com/decided' },
		});
		expect(JSON.stringify(told)).not.toContain('not-much-of-a');
		const bob = openIdOf(platform, 'bob');
		const order = (status: string, task: string) => ({
			externalCode: String(made.approval_code),
			externalInstanceId: 'order-1107',
			externalStatus: status,
			externalLink: LINK,
			externalForm: { rows: [{ name: 'Amount', value: '1,200 CNY' }] },
			externalTasks: { rows: [{ user: byId(bob), taskId: 't1', nodeName: 'Manager', status: task }] },
			options: { externalStarterName: 'Ann Lee' },
		});
		await out('externalApproval', 'syncInstance', order('PENDING', 'PENDING'));
		const [kept] = [...platform.store.approvals.externalInstances.values()];
		expect(kept).toMatchObject({
			status: 'PENDING',
			end_time: '0',
			task_list: [{ open_id: bob, status: 'PENDING', end_time: '0' }],
		});
		await out('externalApproval', 'syncInstance', order('APPROVED', 'APPROVED'));
		const tasks = only(await out('externalApproval', 'getTasks', { returnAll: true }));
		expect(tasks).toMatchObject({
			instance_id: 'order-1107',
			status: 'APPROVED',
			tasks: [{ id: 't1', status: 'APPROVED', update_time: expect.stringMatching(/Z$/) as string }],
		});
		const sent = { instance_id: 'order-1107', update_time: tasks.update_time, tasks: [] };
		expect(await out('externalApproval', 'check', { externalInstances: JSON.stringify([sent]) })).toEqual([]);
	});

	test.each([
		['{"a":1}', 'has an instance without its instance_id'],
		['[{"instance_id":"x"}]', 'has no update_time for x'],
		['[{"instance_id":"x","update_time":"soon"}]', 'has an update_time for x that is no moment: soon'],
		['[{"instance_id":"x","update_time":1796068627971,"tasks":[{}]}]', 'has a task of x without its task_id'],
	])('what cannot be checked is refused before any call: %s', async (externalInstances, words) => {
		const parameters = { resource: 'externalApproval', operation: 'check', externalInstances };
		const { error } = await platform.run({ parameters });
		expect(error?.message).toBe(`The field 'Instances (JSON)' ${words}`);
		expect(platform.calls).toEqual([]);
	});

	test('a code that Feishu does not know is told as one of those', async () => {
		const parameters = { resource: 'externalApproval', operation: 'get', externalCode: 'nothing-like-it' };
		const { error } = await platform.run({ parameters });
		expect(error?.message).toContain('The third-party approval does not exist');
		expect(error?.description).toContain("'Code'");
	});

	test('the bot of approvals tells somebody, and what became of it is shown in its message', async () => {
		const made = only(
			await out('approvalMessage', 'send', {
				messageTo: byId(openIdOf(platform, 'bob')),
				messageApproval: 'Purchase order',
				messageLines: 'Amount: 1200 CNY',
				messageLink: LINK,
				options: { messageNote: 'From the ERP' },
			}),
		);
		const where = { approvalMessageId: String(made.message_id) };
		await out('approvalMessage', 'update', { ...where, messageStatus: 'CUSTOM', messageStatusName: 'Ordered' });
		expect(platform.store.approvals.botMessages.get(where.approvalMessageId)).toMatchObject({ status: 'CUSTOM' });
	});
});

test('a route is shown with names, before anything is started', async () => {
	const known = platform.store.approvals.instances.size;
	const approvalForm = `={{ ${JSON.stringify({ reason: 'Pens' })} }}`;
	const nodes = await out('approvalInstance', 'previewRoute', {
		approvalDefinition: byId(EXPENSE_CODE),
		previewStarter: byId(openIdOf(platform, 'alice')),
		approvalForm,
	});
	expect(nodes.map(({ node_name, approvers }) => [node_name, (approvers as object[]).length])).toContainEqual([
		'财务 Finance',
		2,
	]);
	expect(platform.store.approvals.instances.size).toBe(known);
});
