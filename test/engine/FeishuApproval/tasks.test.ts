/** What is decided on approvals, by an app in somebody's name and by people themselves. */
import type { INodeParameters } from 'n8n-workflow';

import { approve } from '../../../simulator/approval/decide';
import { byId, only, usePlatform } from '../../support/engine';
import { personToken } from '../../support/engine/everyone';
import { definitionOf, EXPENSE_CODE, openIdOf, ownInstance, pendingOf } from '../../support/engine/ownApproval';
import { person } from '../../support/engine/ownChat';

const platform = usePlatform();

const LEAD = '部门主管 Lead';
const of = (resource: string, operation: string, more: INodeParameters) => ({ resource, operation, ...more });
const task = (operation: string, more: INodeParameters) => of('approvalTask', operation, more);

/** Waits for the first person and for Chen Jing, of whom one suffices. */
function waiting() {
	const course = ownInstance(platform);
	const { instance } = course;
	return { course, instance, where: { approvalInstance: byId(instance.instance_code) } };
}

const asMe = async () =>
	platform.keep('feishuAccessTokenApi', {
		region: 'custom',
		baseUrl: platform.simulator.url,
		kind: 'user',
		accessToken: await personToken(platform),
	});

/** The last request about approvals: names are looked up after it. */
const lastCall = () => platform.calls.filter(({ path }) => path.includes('/approval/')).at(-1);
const body = () => JSON.parse(lastCall()?.bodyText ?? '{}') as Record<string, unknown>;

test('an app approves in the name of who is asked, with a comment', async () => {
	const { instance, where } = waiting();
	const approver = byId(openIdOf(platform, 'chenjing'));
	const { items, error } = await platform.run({
		parameters: task('approve', { ...where, approver, approvalComment: 'Fine' }),
	});
	expect(error).toBeUndefined();
	expect(only(items).json).toEqual({
		...{ approved: true, instance_code: instance.instance_code, task_id: expect.any(String) as string },
		...{ open_id: openIdOf(platform, 'chenjing'), name: '陈静', node_name: LEAD },
	});
	expect(instance.timeline.at(-1)).toMatchObject({ type: 'PASS', comment: 'Fine' });
	const run = await platform.run({ parameters: of('approvalInstance', 'get', where) });
	const { waiting_for, history, status } = only(run.items).json;
	expect(status).toBe('PENDING');
	expect(waiting_for).toEqual([expect.objectContaining({ name: 'Carol Jones', node_name: '财务 Finance' })]);
	expect(history).toMatch(/^\S+ 张三 started it\n\S+ 陈静 approved: Fine$/);
});

test('where several are asked, whoever is meant has to be chosen; those who are asked are named', async () => {
	const { where } = waiting();
	const { error } = await platform.run({ parameters: task('reject', where) });
	expect(error?.message).toBe('Several people are asked to decide');
	expect(error?.description).toBe(
		"Choose one under 'Decide As'. It waits for 张三 (部门主管 Lead), 陈静 (部门主管 Lead)",
	);
	const bob = byId(openIdOf(platform, 'bob'));
	const other = await platform.run({ parameters: task('reject', { ...where, approver: bob }) });
	expect(other.error?.message).toBe('This approval does not wait for this person');
});

test('the only one who is asked need not be chosen; a task can be named by its ID', async () => {
	const { course, instance, where } = waiting();
	const [first] = pendingOf(instance);
	if (first) approve(course, first, {});
	const [carols] = pendingOf(instance);
	expect((await platform.run({ parameters: task('reject', where) })).error).toBeUndefined();
	expect(instance.status).toBe('REJECTED');
	const late = await platform.run({ parameters: task('reject', where) });
	expect(late.error?.message).toBe('Nobody is asked to decide on this approval now: it is REJECTED');
	const again = await platform.run({
		parameters: task('approve', { ...where, options: { taskId: carols?.id ?? '' } }),
	});
	expect(again.error?.message).toBe('The task is gone, or somebody has decided it');
});

test('a person decides their own task, and withdraws what they started', async () => {
	const { instance, where } = waiting();
	const credential = await asMe();
	const { error } = await platform.run({ parameters: task('approve', where), credential });
	expect(error).toBeUndefined();
	expect(lastCall()?.path).toBe('/open-apis/approval/v4/tasks/pass');
	expect(instance.timeline.at(-1)).toMatchObject({ type: 'PASS', open_id: platform.user.open_id });
	expect(
		(await platform.run({ parameters: of('approvalInstance', 'cancel', where), credential })).error,
	).toBeUndefined();
	expect(instance.status).toBe('CANCELED');
});

test('Get gives a person the same as an app', async () => {
	const { where } = waiting();
	const parameters = of('approvalInstance', 'get', where);
	const [asApp, asPerson] = [
		await platform.run({ parameters }),
		await platform.run({ parameters, credential: await asMe() }),
	];
	const { started_by, uuid: _uuid, ...app } = only(asApp.items).json;
	expect(only(asPerson.items).json).toMatchObject(app);
	expect(started_by).toMatchObject({ name: '张三' });
});

test('where people can not grant the scopes, the error leads to the app', async () => {
	const { where } = waiting();
	platform.store.settings.approvalUserScopes = 'absent';
	const { error } = await platform.run({ parameters: of('approvalInstance', 'get', where), credential: await asMe() });
	platform.store.settings.approvalUserScopes = 'grantable';
	expect(error?.message).toBe('The person has not granted the scope approval:instance:read');
	expect(error?.description).toContain('choose a credential of the kind Feishu API');
});

test('what is handed on says to whom, as does the history; copies likewise', async () => {
	const { where } = waiting();
	const approver = byId(openIdOf(platform, 'chenjing'));
	const bob = { open_id: openIdOf(platform, 'bob'), name: 'Bob Martin' };
	const handed = await platform.run({
		parameters: task('transfer', { ...where, approver, transferTo: byId(bob.open_id) }),
	});
	expect(only(handed.items).json).toMatchObject({ transferred: true, name: '陈静', transferred_to: bob });
	const { items } = await platform.run({ parameters: of('approvalInstance', 'get', where) });
	expect(only(items).json.history).toContain('陈静 handed it on (Bob Martin)');
	const copies = await platform.run({
		parameters: of('approvalInstance', 'copyTo', { ...where, copyTo: person(bob.open_id) }),
	});
	expect(only(copies.items).json).toMatchObject({ copied_to: [bob], copied_as: { name: '张三' } });
	const nobody = byId('ou_00000000000000000000000000000000');
	const { error } = await platform.run({
		parameters: task('transfer', { ...where, approver: byId(bob.open_id), transferTo: nobody }),
	});
	expect(error?.message).toBe("Feishu does not know the person in 'Hand To'");
});

test('a step to go back to is named as people see it', async () => {
	const { course, instance, where } = waiting();
	const [first] = pendingOf(instance);
	if (first) approve(course, first, {});
	const wrong = await platform.run({ parameters: task('rollBack', { ...where, backToSteps: 'Boss' }) });
	expect(wrong.error?.message).toBe("The field 'Back To' names a step that has not agreed: Boss");
	expect(wrong.error?.description).toContain(LEAD);
	const { error, items } = await platform.run({
		parameters: task('rollBack', { ...where, backToSteps: LEAD, approvalComment: 'Why?' }),
	});
	expect(error).toBeUndefined();
	expect(only(items).json).toMatchObject({ rolled_back: true, back_to: [{ node_name: LEAD }] });
	expect(body()).toMatchObject({ reason: 'Why?', task_def_key_list: [expect.stringMatching(/^APPROVAL_/)] });
	expect(pendingOf(instance)).toHaveLength(2);
});

test('approvers are added by user_id, whatever was entered; without the scope the error says so', async () => {
	const { instance, where } = waiting();
	const approver = byId(platform.user.open_id);
	const parameters = task('addApprovers', {
		...where,
		approver,
		addedApprovers: person(openIdOf(platform, 'bob')),
		addedWhen: 'beside',
	});
	const { error, items } = await platform.run({ parameters });
	expect(error).toBeUndefined();
	expect(only(items).json).toMatchObject({ added_approvers: [{ name: 'Bob Martin' }], when: 'beside' });
	expect(body()).toMatchObject({ user_id: platform.user.user_id, add_sign_type: 3 });
	expect(body()).not.toHaveProperty('approval_method');
	expect(pendingOf(instance).map(({ open_id }) => open_id)).toContain(openIdOf(platform, 'bob'));
});

test('a decision on which the way depends brings values by their names', async () => {
	const { instance, where } = waiting();
	const definition = definitionOf(platform, EXPENSE_CODE);
	definition.branches = true;
	const approver = byId(platform.user.open_id);
	const options = { formValues: JSON.stringify({ '总额 Total': '50 EUR' }) };
	const { error } = await platform.run({ parameters: task('approve', { ...where, approver, options }) });
	delete definition.branches;
	expect(error).toBeUndefined();
	expect(instance.form).toContainEqual({ id: 'widgetTotal', kept: { amount: 50, currency: 'EUR' } });
});

test('a signature is told to be for the client', async () => {
	const { where } = waiting();
	const [node] = definitionOf(platform, EXPENSE_CODE).nodes;
	if (node) node.require_signature = true;
	const approver = byId(platform.user.open_id);
	const { error } = await platform.run({ parameters: task('approve', { ...where, approver }) });
	if (node) node.require_signature = false;
	expect(error?.message).toBe('The step asks for a signature by hand, which people give in Feishu only');
});

test('the list of a person is complete although its pages have gaps', async () => {
	platform.store.approvals.instances.clear();
	for (let made = 0; made < 40; made++) ownInstance(platform);
	const parameters = task('getAll', { returnAll: true });
	const { items } = await platform.run({ parameters, credential: await asMe() });
	expect(items).toHaveLength(40);
	expect(only(items.slice(0, 1)).json).toMatchObject({
		status: 'PENDING',
		instance_status: 'PENDING',
		approval_code: EXPENSE_CODE,
	});
});
