/** What can be the matter with an approval, or with all of them, and how the node tells it. */
import type { INodeParameters } from 'n8n-workflow';

import { finish } from '../../../simulator/approval/flow';
import type { Definition } from '../../../simulator/state/approvals';
import { NO_TROUBLES } from '../../../simulator/state/troubles';
import { byId, only, until, usePlatform } from '../../support/engine';
import { parametersOf } from '../../support/engine/cases';
import { person } from '../../support/engine/ownChat';
import { definitionOf, EXPENSE_CODE, openIdOf, ownInstance, pendingOf } from '../../support/engine/ownApproval';

const platform = usePlatform();
afterEach(() => {
	Object.assign(platform.store.settings, NO_TROUBLES, { approvalCodes: 'current' });
	Object.assign(definitionOf(platform, EXPENSE_CODE), { condition: undefined, closed: false, revocable: true });
});

const of = (resource: string, operation: string, more: INodeParameters) => ({ resource, operation, ...more });
const start = (options: INodeParameters = {}) =>
	of('approvalInstance', 'create', {
		approvalDefinition: byId(EXPENSE_CODE),
		starter: byId(openIdOf(platform, 'alice')),
		approvalForm: { mappingMode: 'defineBelow', value: { widgetReason: 'Pens', widgetTotal: 3 } },
		options: { allowMissing: true, ...options },
	});
const get = (code: string, more: INodeParameters = {}) =>
	of('approvalInstance', 'get', { approvalInstance: byId(code), ...more });
const said = async (parameters: INodeParameters) => {
	const { error } = await platform.run({ parameters });
	return [error?.message, error?.description];
};

test.each<[NonNullable<Definition['condition']>, number, string, string]>([
	['paid', 60011, 'The approval takes a paid edition', 'Ask an administrator'],
	['paidKind', 60013, 'The approval takes a paid edition', 'Ask an administrator'],
	['failsToStart', 1395006, 'Feishu did not start the approval', 'check the form'],
	['againstRules', 1395011, 'A rule of attendance or leave is against it', 'the balance'],
])('what can not be started as it is %s (%i) says so', async (condition, code, message, hint) => {
	Object.assign(definitionOf(platform, EXPENSE_CODE), { condition });
	const [told, description] = await said(start());
	expect(told).toBe(message);
	expect(description).toContain(hint);
	expect(description).toContain(`code ${code}`);
});

test('an approval whose way Feishu can not work out (1390006)', async () => {
	const { instance } = ownInstance(platform);
	Object.assign(definitionOf(platform, EXPENSE_CODE), { condition: 'noWay' });
	const approver = byId(openIdOf(platform, 'chenjing'));
	const where = { approvalInstance: byId(instance.instance_code), approver };
	expect(await said(of('approvalTask', 'approve', where))).toEqual([
		'Feishu could not work out the way of the approval',
		expect.stringContaining('code 1390006'),
	]);
});

const NOBODY = 'ou_00000000000000000000000000000000';

test.each<[string, string, INodeParameters, string]>([
	['approvalComment', 'create', { commentText: 'Hi', commenter: byId(NOBODY) }, "'Comment As'"],
	['approvalInstance', 'copyTo', { copyTo: person(NOBODY) }, "'Copy To'"],
	['approvalInstance', 'getAll', { whose: byId(NOBODY), returnAll: true }, "'Whose'"],
	['approvalInstance', 'getCopies', { whose: byId(NOBODY), returnAll: true }, "'Whose'"],
	['approvalInstance', 'previewRoute', { previewStarter: byId(NOBODY) }, "'Start As'"],
	['approvalTask', 'getAll', { whose: byId(NOBODY), returnAll: true }, "'Whose'"],
	['approvalTask', 'search', { whose: byId(NOBODY), returnAll: true }, "'Whose'"],
])('%s:%s names the field of somebody whom Feishu does not know', async (resource, operation, more, field) => {
	const { instance } = ownInstance(platform);
	const where = { approvalInstance: byId(instance.instance_code), approvalDefinition: byId(EXPENSE_CODE) };
	const [message] = await said(of(resource, operation, { ...where, ...more }));
	expect(message).toBe(`Feishu does not know the person in ${field}`);
});

test('an Own ID that nothing was started with', async () => {
	const approvalInstance = { __rl: true, mode: 'uuid', value: 'order-of-nobody' };
	const [message, description] = await said(of('approvalInstance', 'get', { approvalInstance }));
	expect(message).toContain('The instance does not exist');
	expect(description).toContain('an Own ID is the one that Create was given');
});

test('a company that approvals do not know (1390014)', async () => {
	platform.store.settings.approvalTrouble = 'unknownCompany';
	const { error } = await platform.run({ parameters: parametersOf('externalApproval:syncInstance', platform) });
	expect(error?.message).toBe('The approval is not of this organization');
});

test('a department of others, in the older codes (60005) and the newer ones', async () => {
	const [message] = await said(start({ startDepartment: byId('od-none') }));
	expect(message).toBe('Whoever starts the approval is not in this department');
	platform.store.settings.approvalCodes = 'legacy';
	expect(await said(start({ startDepartment: byId('od-none') }))).toEqual([
		message,
		expect.stringContaining('code 60005'),
	]);
});

test.each(['busy', 'failing'] as const)(
	'while approvals are %s, reading is tried again until it passes',
	async (approvalTrouble) => {
		const { instance } = ownInstance(platform);
		const before = platform.calls.length;
		platform.store.settings.approvalTrouble = approvalTrouble;
		const running = platform.start({ parameters: get(instance.instance_code) });
		await until(() => platform.calls.length > before, 'the first request');
		Object.assign(platform.store.settings, NO_TROUBLES);
		const { error, items } = await running.done;
		expect(error).toBeUndefined();
		expect(only(items).json.instance_code).toBe(instance.instance_code);
	},
);

test.each([
	['current', 1395001],
	['legacy', 65001],
] as const)('trouble that stays is told, with how often it was tried (%s codes)', async (approvalCodes, code) => {
	const { instance_code } = ownInstance(platform).instance;
	Object.assign(platform.store.settings, { approvalTrouble: 'failing', approvalCodes });
	const { error } = await platform.run({ parameters: get(instance_code, { requestOptions: { tries: 2 } }) });
	expect(platform.calls).toHaveLength(2);
	expect(error?.message).toBe('Feishu had a problem with the approval, or it may not be done');
	expect(error?.description).toContain('Tried 2 times');
	expect(error?.description).toContain(`code ${code}`);
});

test('what somebody else is changing (60014) was not done, and is done again', async () => {
	const { instance } = ownInstance(platform);
	const approver = byId(openIdOf(platform, 'chenjing'));
	const parameters = of('approvalTask', 'approve', { approvalInstance: byId(instance.instance_code), approver });
	platform.store.settings.approvalTrouble = 'locked';
	const stays = await platform.run({ parameters: { ...parameters, requestOptions: { tries: 2 } } });
	expect(stays.error?.message).toBe('Somebody else is changing the approval');
	expect(platform.calls.filter(({ path }) => path.endsWith('/approve'))).toHaveLength(2);
	const running = platform.start({ parameters });
	await until(() => platform.calls.filter(({ path }) => path.endsWith('/approve')).length > 2, 'the first request');
	Object.assign(platform.store.settings, NO_TROUBLES);
	expect((await running.done).error).toBeUndefined();
	expect(instance.timeline.filter(({ type }) => type === 'PASS')).toHaveLength(1);
});

describe('words that tell what it is', () => {
	const cancel = (code: string) => of('approvalInstance', 'cancel', { approvalInstance: byId(code) });

	test.each(['current', 'legacy'] as const)(
		'of withdrawing what is over, or must not be (%s codes)',
		async (approvalCodes) => {
			platform.store.settings.approvalCodes = approvalCodes;
			const course = ownInstance(platform);
			definitionOf(platform, EXPENSE_CODE).revocable = false;
			expect((await said(cancel(course.instance.instance_code)))[0]).toBe("The approval can't be withdrawn");
			finish(course, 'REJECTED');
			const [message, description] = await said(cancel(course.instance.instance_code));
			expect(message).toBe('The approval is over');
			expect(description).not.toContain('may have been carried out');
			expect(pendingOf(course.instance)).toEqual([]);
		},
	);

	test('of one that was started with No Withdrawing', async () => {
		const { items } = await platform.run({ parameters: start({ forbidRevoke: true }) });
		expect(await said(cancel(String(only(items).json.instance_code)))).toEqual([
			"The approval can't be withdrawn",
			expect.stringContaining('No Withdrawing'),
		]);
	});

	test('of messages that are not there, of another template, or too old', async () => {
		const update = (approvalMessageId: string) =>
			of('approvalMessage', 'update', { approvalMessageId, messageStatus: 'APPROVED' });
		expect((await said(update('6968359614251548671')))[0]).toBe("The message does not exist, or this app can't see it");
		const { items } = await platform.run({ parameters: parametersOf('approvalMessage:send', platform) });
		const id = String(only(items).json.message_id);
		const kept = platform.store.approvals.botMessages.get(id);
		Object.assign(kept ?? {}, { created: 0, template_id: '1008' });
		expect((await said(update(id)))[0]).toBe("The message can't be changed any more");
		Object.assign(kept ?? {}, { template_id: '1001' });
		expect((await said(update(id)))[0]).toBe("The message can't be changed");
	});

	test('of comments that are not there, or of others', async () => {
		const { instance } = ownInstance(platform);
		const where = { approvalInstance: byId(instance.instance_code) };
		const comment = (operation: string, more: INodeParameters) =>
			of('approvalComment', operation, { ...where, ...more });
		const gone = "The comment does not exist, or this app can't see it";
		const update = { commentId: '7081516627711606803', commentText: 'x' };
		expect(await said(comment('update', update))).toEqual([gone, expect.stringContaining("'Comment ID'")]);
		expect((await said(comment('delete', { commentId: '7081516627711606803' })))[0]).toBe(gone);
		const { items } = await platform.run({ parameters: comment('create', { commentText: 'Hello' }) });
		const commentId = String(only(items).json.comment_id);
		const commenter = byId(openIdOf(platform, 'bob'));
		expect((await said(comment('delete', { commentId, commenter })))[0]).toBe("The comment is somebody else's");
	});
});
