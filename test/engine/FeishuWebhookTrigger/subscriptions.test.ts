/** What the platform wants to be asked for: subscriptions by approval and by file, made and ended with the workflow. */
import { randomUUID } from 'node:crypto';

import type { IDataObject, INode, WorkflowExecuteMode } from 'n8n-workflow';

import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { ENCRYPT_KEY } from '../../support/events';
import { usePlatform } from '../../support/engine';
import { TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const platform = usePlatform();

const CODE = '7C468A54-8745-2245-9675-08B7C63E7A85';
const OTHER_CODE = '7C468A54-8745-2245-9675-08B7C63E7A86';
const TOKEN = 'AbcdEfghIjklMnopQrstUvwx';
const approval = (approvalCode = CODE) => ({ type: 'approval', approvalCode });
const file = (address: string, fileType = 'auto') => ({ type: 'file', file: address, fileType });
const removing = { options: { removeSubscriptions: true } };

function trigger(
	resource: IDataObject[],
	more: INode['parameters'] = {},
	staticData: IDataObject = {},
	id: string = randomUUID(),
) {
	const parameters = { events: ['*'], subscriptions: { resource }, ...more } as INode['parameters'];
	const credential = platform.newCredential({ encryptSecretKey: ENCRYPT_KEY });
	return new TriggerInWorkflow(parameters, {}, { id, credential, staticData });
}
const activate = async (node: TriggerInWorkflow, mode?: WorkflowExecuteMode) =>
	await node.node.webhookMethods.default.create.call(node.hook(mode));
const deactivate = async (node: TriggerInWorkflow, isTest = false) =>
	await node.node.webhookMethods.default.delete.call(node.hook('internal', isTest));
const subscribed = () => platform.store.subscriptions.list().map(({ kind, resource }) => `${kind} ${resource}`);

beforeEach(() => {
	for (const one of platform.store.subscriptions.list()) platform.store.subscriptions.remove(one);
});

test('nothing is subscribed to unless wished', async () => {
	await activate(trigger([]));
	expect(platform.calls).toEqual([]);
});

test.each<[string, IDataObject, string]>([
	['an approval', approval(), `approval ${CODE}`],
	['a base by its address', file(`https://example.feishu.cn/base/${TOKEN}?table=tbl1`), `drive.file ${TOKEN}`],
	['a document by its token', file(TOKEN, 'docx'), `drive.file ${TOKEN}`],
	[
		'a folder, with the event that it has',
		file(`https://example.feishu.cn/drive/folder/${TOKEN}`),
		`drive.file ${TOKEN}`,
	],
	[
		'a calendar',
		{ type: 'calendar', calendarId: ' cal_1@group.calendar.feishu.cn ' },
		'calendar.events cal_1@group.calendar.feishu.cn',
	],
	['all tasks of the app', { type: 'tasks' }, 'task '],
])('%s is subscribed to, and again after a restart', async (_name, resource, expected) => {
	const node = trigger([resource]);
	await activate(node);
	expect(subscribed()).toEqual([expected]);
	await activate(node);
	expect(subscribed()).toEqual([expected]);
	await deactivate(node);
	expect(subscribed()).toEqual([expected]);
});

test('what the node made is ended, once that is wished', async () => {
	const calendar = { type: 'calendar', calendarId: 'cal_1' };
	const node = trigger([approval(), calendar, file(`https://example.feishu.cn/docx/${TOKEN}`)], removing);
	await activate(node);
	expect(subscribed()).toHaveLength(3);
	// After a restart, all that is left is what n8n has stored.
	const stored = JSON.parse(JSON.stringify(node.workflow.staticData)) as IDataObject;
	const restarted = trigger([approval(), file(`https://example.feishu.cn/docx/${TOKEN}`)], removing, stored);
	await activate(restarted);
	await deactivate(restarted);
	expect(subscribed()).toEqual([]);
	platform.reset();
	await deactivate(restarted);
	expect(platform.calls).toEqual([]);
});

test('what a test run made stays for the workflow, and is ended with it', async () => {
	const id = randomUUID();
	// n8n keeps no static data of a test run.
	const [test, production] = [trigger([approval()], removing, {}, id), trigger([approval()], removing, {}, id)];
	await activate(test, 'manual');
	await deactivate(test, true);
	expect(subscribed()).toEqual([`approval ${CODE}`]);
	await activate(production);
	await activate(test, 'manual');
	await deactivate(test, true);
	expect(subscribed()).toEqual([`approval ${CODE}`]);
	const stored = JSON.stringify(production.workflow.staticData);
	expect(stored).toContain(CODE);
	await deactivate(production);
	expect(subscribed()).toEqual([]);
});

test('what others made after the node had ended its own stays', async () => {
	const id = randomUUID();
	const node = trigger([approval()], removing, {}, id);
	await activate(node);
	// The trigger of the long connection ends it when n8n saves nothing any more.
	const before = JSON.parse(JSON.stringify(node.workflow.staticData)) as IDataObject;
	await deactivate(node);
	await activate(trigger([approval()]));
	const again = trigger([approval()], removing, before, id);
	await activate(again);
	await deactivate(again);
	expect(subscribed()).toEqual([`approval ${CODE}`]);
});

test('what was there before stays', async () => {
	await activate(trigger([approval(), file(TOKEN, 'sheet')]));
	const node = trigger([approval(), approval(OTHER_CODE), file(TOKEN, 'sheet')], removing);
	await activate(node);
	await deactivate(node);
	expect(subscribed().sort()).toEqual([`approval ${CODE}`, `drive.file ${TOKEN}`]);
});

describe('a page of a wiki', () => {
	const page = (node: object) =>
		platform.simulator.faults.add({
			path: '/open-apis/wiki/v2/spaces/get_node',
			action: {
				type: 'raw',
				http: 200,
				contentType: 'application/json',
				body: JSON.stringify({ code: 0, msg: 'ok', data: { node } }),
			},
		});
	const wiki = () => trigger([file('https://example.feishu.cn/wiki/WikiWikiWikiWiki')]);

	test('stands for its document', async () => {
		page({ obj_token: TOKEN, obj_type: 'docx' });
		await activate(wiki());
		expect(subscribed()).toEqual([`drive.file ${TOKEN}`]);
	});

	test('of a kind without events is named', async () => {
		page({ obj_token: TOKEN, obj_type: 'mindnote' });
		await expect(activate(wiki())).rejects.toThrow('file WikiWikiWikiWiki: the wiki page is a mindnote');
		expect(subscribed()).toEqual([]);
	});
});

test('a refusal names the resource and how to mend it', async () => {
	const failure = activate(trigger([approval(), approval('no code')]));
	await expect(failure).rejects.toBeInstanceOf(NodeApiError);
	await expect(failure).rejects.toThrow('approval no code');
	expect(subscribed()).toEqual([`approval ${CODE}`]);
});

test.each<[IDataObject, string]>([
	[approval(), 'approval:definition'],
	[file(TOKEN, 'docx'), 'docs:event:subscribe'],
	[{ type: 'tasks' }, 'task:task:read'],
])('a missing scope is named', async (resource, scope) => {
	for (const app of platform.store.apps.values()) app.scopes = [];
	await expect(activate(trigger([resource]))).rejects.toMatchObject({
		message: expect.stringContaining("The app can't be subscribed to ") as string,
		description: expect.stringContaining(scope) as string,
	});
});

test.each<[string, INode['parameters'], string]>([
	['an approval without a code', { subscriptions: { resource: [approval(), approval(' ')] } }, 'Resource 2'],
	['a file without an address', { subscriptions: { resource: [file('')] } }, 'no address and no token'],
	['a token of no kind', { subscriptions: { resource: [file(TOKEN)] } }, 'does not say what kind'],
	['a pattern that is none', { filters: { textPattern: '(' } }, 'Text Matches'],
	['a file filter that is none', { filters: { files: 'x' } }, 'Files'],
	[
		'a file filter with a wiki page',
		{ filters: { files: 'https://example.feishu.cn/wiki/WikiWikiWiki' } },
		'wiki page',
	],
])('%s fails the activation before any call', async (_name, parameters, words) => {
	const failure = activate(trigger([], parameters));
	await expect(failure).rejects.toBeInstanceOf(NodeOperationError);
	await expect(failure).rejects.toThrow(words);
	expect(platform.calls).toEqual([]);
});

test('a subscription that can not be ended does not hold up the deactivation, and is tried again', async () => {
	const node = trigger([approval()], removing);
	await activate(node);
	platform.simulator.faults.add({
		path: '/open-apis/approval/v4/*',
		times: 1,
		action: { type: 'code', http: 400, code: 1390001, msg: 'odd thing' },
	});
	expect(await deactivate(node)).toBe(true);
	expect(subscribed()).toEqual([`approval ${CODE}`]);
	expect(await deactivate(node)).toBe(true);
	expect(subscribed()).toEqual([]);
});
