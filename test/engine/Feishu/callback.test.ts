/** Callback → Respond: what the workflow hands to the trigger, and what the platform makes of it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { ExecutionLifecycleHooks } from 'n8n-core';
import type { INodeParameters } from 'n8n-workflow';

import { DEMO_TEMPLATE } from '../../../simulator';
import { only, usePlatform } from '../../support/engine';
import { type Answer, TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const platform = usePlatform();

const MARKDOWN = { messageType: 'markdown', markdown: '**Approved**' };
const CARD = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Approved' }] } };

let handedOver: Array<{ statusCode: number; headers: object; body: Buffer }>;

beforeEach(() => {
	handedOver = [];
	jest.spyOn(ExecutionLifecycleHooks.prototype, 'runHook').mockImplementation(async (name, parameters) => {
		if (name === 'sendResponse') handedOver.push(parameters[0] as never);
	});
});
afterEach(() => void jest.restoreAllMocks());

const respond = async (parameters: INodeParameters, count = 1) =>
	await platform.run({
		parameters: { resource: 'callback', operation: 'respond', ...parameters },
		items: Array.from({ length: count }, () => ({})),
	});
const answers = () => handedOver.map(({ body }) => JSON.parse(body.toString()) as object);

describe('the answer', () => {
	test.each<[string, INodeParameters, object]>([
		['a toast', { toastText: 'Done' }, { toast: { type: 'success', content: 'Done' } }],
		['another toast', { toastText: ' No ', toastType: 'error' }, { toast: { type: 'error', content: 'No' } }],
		[
			'a toast in several languages',
			{ toastText: '好', toastLanguages: '{"en-US": "Done", "ja_jp": "済"}' },
			{ toast: { type: 'success', content: '好', i18n: { en_us: 'Done', ja_jp: '済' } } },
		],
		['nothing', {}, {}],
		[
			'a card',
			{ messageType: 'cardJson', cardJson: JSON.stringify(CARD) },
			{ card: { type: 'raw', data: expect.objectContaining({ schema: '2.0' }) as object } },
		],
		[
			'a toast and a card from Markdown',
			{ toastText: 'Done', ...MARKDOWN },
			{
				toast: { type: 'success', content: 'Done' },
				card: { type: 'raw', data: expect.objectContaining({ schema: '2.0' }) as object },
			},
		],
		[
			'a template',
			{ messageType: 'cardTemplate', templateId: 'AAqCMIwYpNQzM', templateVariables: '{"name":"x"}' },
			{ card: { type: 'template', data: { template_id: 'AAqCMIwYpNQzM', template_variable: { name: 'x' } } } },
		],
	])('is %s, as bytes of JSON', async (_name, parameters, answer) => {
		const { items, error } = await respond(parameters);
		expect(error).toBeUndefined();
		expect(answers()).toEqual([answer]);
		expect(handedOver).toMatchObject([
			{ statusCode: 200, headers: { 'content-type': expect.stringContaining('json') as string } },
		]);
		expect(items.map(({ json }) => json)).toEqual([{ answered: true, answer }]);
		expect(platform.calls).toEqual([]);
	});

	test('is that of the first item', async () => {
		const { items } = await respond({ toastText: '={{ "Item " + $itemIndex }}' }, 3);
		expect(items).toHaveLength(3);
		expect(answers()[0]).toEqual({ toast: { type: 'success', content: 'Item 0' } });
	});
});

describe('a click in a card', () => {
	let server: Server;
	let trigger: TriggerInWorkflow;
	/** What becomes of a click: n8n runs the workflow with it, and may end the response. */
	let workflow: (answer: Answer) => Promise<void>;

	const answerPost = async (request: IncomingMessage, response: ServerResponse) => {
		const post = { body: await buffer(request), headers: request.headers as Record<string, string> };
		let onAnswer = () => {};
		const written = new Promise<void>((resolve) => (onAnswer = resolve));
		const answer = await trigger.post(post, 'webhook', onAnswer);
		await workflow(answer);
		await written;
		response.writeHead(answer.status ?? 500, { 'content-type': 'application/json' }).end(JSON.stringify(answer.json));
	};

	beforeAll(async () => {
		server = createServer((request, response) => void answerPost(request, response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => new Promise((resolve) => server.close(resolve)));

	beforeEach(() => {
		const { port } = server.address() as AddressInfo;
		only([...platform.store.apps.values()]).event_url = `http://127.0.0.1:${port}/webhook`;
		const { encryptKey, verificationToken } = platform.simulator;
		const credential = platform.newCredential({ encryptSecretKey: encryptKey, verificationToken });
		const parameters = { events: ['*'], answerCallbacks: 'workflow', toastText: 'Later' };
		trigger = new TriggerInWorkflow(parameters, {}, { credential });
	});

	const button = { tag: 'button', behaviors: [{ type: 'callback', value: {} }] };

	async function click(card: Record<string, unknown> = { schema: '2.0', body: { elements: [button] } }) {
		const message = platform.botMessage({}, 'interactive');
		message.card = card;
		const outcome = await platform.simulator.clickCard({
			message_id: message.message_id,
			open_id: only(platform.chat.members),
			action: { tag: 'button', value: {} },
		});
		return { ...outcome, card: () => JSON.stringify(platform.message(message.message_id).card) };
	}

	const answering = (parameters: INodeParameters) => async (answer: Answer) => {
		await respond(parameters);
		answer.response.end(only(handedOver).body);
	};

	test('shows the toast and the card of the workflow', async () => {
		workflow = answering({ toastText: 'Done', ...MARKDOWN });
		const { toast, updated, error, card } = await click();
		expect({ toast, updated, error }).toEqual({ toast: { type: 'success', content: 'Done' }, updated: true });
		expect(card()).toContain('**Approved**');
	});

	test('shows a template', async () => {
		workflow = answering({ messageType: 'cardTemplate', templateId: DEMO_TEMPLATE });
		// The template is a card of JSON 1.0, and what is clicked must be one as well.
		const old = {
			config: { update_multi: true },
			elements: [{ tag: 'action', actions: [{ tag: 'button', value: {} }] }],
		};
		const { updated, error } = await click(old);
		expect({ updated, error }).toEqual({ updated: true });
	});

	test('shows the fallback of a workflow without an answer, and its card can be updated by the token', async () => {
		let token = '';
		workflow = async (answer) => {
			token = (answer.workflowData?.[0]?.[0]?.json.event as { token: string }).token;
			// So n8n ends the response of a workflow that has ended without an answer, in queue mode.
			answer.response.end();
		};
		const { toast, updated, card } = await click();
		expect({ toast, updated }).toEqual({ toast: { type: 'info', content: 'Later' }, updated: false });
		const run = await platform.run({
			parameters: { resource: 'card', operation: 'delayedUpdate', callbackToken: token, ...MARKDOWN },
		});
		expect(run.error).toBeUndefined();
		expect(card()).toContain('**Approved**');
	});
});
