/** The simulated platform posts to the trigger over real HTTP. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import type { IDataObject } from 'n8n-workflow';

import { type Simulator, startSimulator } from '../../../simulator';
import { TriggerInWorkflow } from '../../support/engine/webhookTrigger';

let simulator: Simulator;
let server: Server;
let trigger: TriggerInWorkflow;
const started: IDataObject[] = [];

function app() {
	const found = simulator.store.apps.get(simulator.appId);
	if (!found) throw new Error('The simulator has no app');
	return found;
}

/** A new workflow whose credential has these secrets of the app. */
function activate(secrets: { encryptKey?: string; verificationToken?: string }) {
	started.length = 0;
	trigger = new TriggerInWorkflow({ events: ['*'] }, { appId: simulator.appId, ...secrets }, { id: randomUUID() });
}

beforeAll(async () => {
	simulator = await startSimulator({ seed: 'empty', pushRetryScheduleMs: [10] });
	const answerPost = async (request: IncomingMessage, response: ServerResponse) => {
		const headers = request.headers as { [name: string]: string };
		const answer = await trigger.post({ body: await buffer(request), headers });
		started.push(...(answer.workflowData?.[0] ?? []).map(({ json }) => json));
		response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(answer.noWebhookResponse ? answer.json : answer.webhookResponse));
	};
	server = createServer((request, response) => void answerPost(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	app().event_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
});

afterAll(async () => {
	await simulator.close();
	await new Promise((resolve) => server.close(resolve));
});

const approval = { instance_code: 'A1', status: 'APPROVED' };

describe.each<[string, boolean]>([
	['with an Encrypt Key', true],
	['with a Verification Token only', false],
])('an app %s', (_name, encrypted) => {
	beforeEach(() => {
		app().encrypt_key = encrypted ? simulator.encryptKey : null;
		activate(encrypted ? { encryptKey: simulator.encryptKey } : { verificationToken: simulator.verificationToken });
	});

	it('may be signed where nothing asks for it', async () => {
		simulator.store.settings.signatureWithoutKey = 'present';
		const delivery = simulator.push.event(simulator.appId, 'im.chat.disbanded_v1', { chat_id: 'oc_signed' });
		await simulator.push.idle();
		simulator.store.settings.signatureWithoutKey = 'absent';
		expect([delivery.status, started.length]).toEqual(['delivered', 1]);
	});

	it('gets link previews that have no event id', async () => {
		simulator.store.settings.linkPreviewId = 'absent';
		for (const url of ['https://a.com/1', 'https://a.com/2'])
			await simulator.push.callback(simulator.appId, 'url.preview.get', { context: { url } });
		simulator.store.settings.linkPreviewId = 'given';
		expect(started).toHaveLength(2);
	});

	it('gets clicks in the old way', async () => {
		if (encrypted) activate({ encryptKey: simulator.encryptKey, verificationToken: simulator.verificationToken });
		const body = { open_id: 'ou_1', open_message_id: 'om_1', token: `c-${randomUUID()}`, action: { tag: 'button' } };
		const delivery = await simulator.push.olderClick(simulator.appId, body);
		expect(delivery).toMatchObject({ status: 'delivered', attempts: [{ status: 200 }] });
		expect(started).toMatchObject([{ event_type: 'card.action.trigger_v1', event: { message_id: 'om_1' } }]);
	});

	it('may save the request URL', async () => {
		expect(await simulator.push.verifyUrl(simulator.appId)).toMatchObject({ ok: true, status: 200 });
		expect(started).toEqual([]);
	});

	it.each(['1.0', '2.0'] as const)('starts the workflow with an event of version %s', async (schema) => {
		const delivery = simulator.push.event(simulator.appId, 'approval_instance', approval, { schema });
		await simulator.push.idle();
		expect(delivery.attempts.map(({ status, body }) => [status, body])).toEqual([[200, '{}']]);
		expect(started).toMatchObject([
			{
				schema,
				event_type: 'approval_instance',
				event_id: delivery.event_id,
				app_id: simulator.appId,
				event: approval,
			},
		]);
	});

	it('answers a card button at once', async () => {
		const event = { operator: { open_id: 'ou_1' }, action: { tag: 'button', value: { go: true } } };
		const delivery = await simulator.push.callback(simulator.appId, 'card.action.trigger', event);
		expect(delivery).toMatchObject({ status: 'delivered', attempts: [{ status: 200, body: '{}' }] });
		expect(started).toMatchObject([{ event_type: 'card.action.trigger', event }]);
	});

	it('starts nothing with other secrets in the credential', async () => {
		activate({ encryptKey: encrypted ? 'another key' : '', verificationToken: 'another token' });
		expect(await simulator.push.verifyUrl(simulator.appId)).toMatchObject({ ok: false, status: 401 });
		const delivery = simulator.push.event(simulator.appId, 'approval_instance', approval);
		await simulator.push.idle();
		expect(delivery.attempts.map(({ status }) => status)).toEqual([401, 401]);
		expect(started).toEqual([]);
	});
});
