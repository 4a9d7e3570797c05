/** Clicks in cards, as n8n brings them to the trigger and the workflow's answer back to the HTTP response. */
import { randomUUID } from 'node:crypto';

import type { INode } from 'n8n-workflow';
import { resolveWebhookDescriptionField } from 'n8n-workflow';

import { BUTTON_PROPERTY } from '../../../feishu/im/sendAndWait/sealedDecision';
import { toResponse } from '../../../nodes/shared/triggers/events/callbacks';
import { APP_ID, delivered, ENCRYPT_KEY, messageEvent, signed, TOKEN } from '../../support/events';
import { type Answer, TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const SECRETS = { appId: APP_ID, encryptKey: ENCRYPT_KEY, verificationToken: TOKEN };
const LATER = { toast: { type: 'info', content: 'Later' } };
const DONE = { toast: { type: 'success', content: 'Done' } };
const CARD = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Done' }] } };

const trigger = (parameters: INode['parameters'] = {}) =>
	new TriggerInWorkflow({ events: ['*'], ...parameters }, SECRETS, { id: randomUUID() });
const byWorkflow = (parameters: INode['parameters'] = {}) =>
	trigger({ answerCallbacks: 'workflow', toastText: 'Later', ...parameters });

const callback = (event_type: string, event: object) =>
	delivered(
		{
			schema: '2.0',
			header: {
				event_id: randomUUID(),
				event_type,
				create_time: String(Date.now() * 1000),
				token: TOKEN,
				app_id: APP_ID,
			},
			event,
		},
		Date.now(),
	);
const click = (action: object = { tag: 'button', value: { order: 7 } }) =>
	callback('card.action.trigger', {
		operator: { open_id: 'ou_1', union_id: 'on_1', user_id: 'u1', tenant_key: 't1' },
		token: 'c-1',
		action,
		host: 'im_message',
		context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
	});
const message = () =>
	delivered(messageEvent({ now: Date.now(), message: { message_id: `om_${randomUUID()}` } }), Date.now());

/** What n8n does with what the workflow hands over to a webhook that waits for its response node. */
function handOver({ response }: Answer, answer: object): void {
	const { body, statusCode } = toResponse({ ...answer }) as unknown as { body: Buffer; statusCode: number };
	response.status(statusCode).setHeaders().setHeader().end(body);
}

const items = ({ workflowData }: Answer) => workflowData?.[0]?.map(({ json }) => json) ?? [];

describe('how n8n is to answer', () => {
	const responseMode = (node: TriggerInWorkflow) => {
		const [start] = Object.values(node.workflow.nodes);
		if (!start) throw new Error('The workflow has no node');
		const [webhook] = node.node.description.webhooks ?? [];
		if (!webhook) throw new Error('The node has no webhook');
		const expression = node.workflow.expression.getSimpleParameterValue(start, webhook.responseMode, 'webhook', {});
		return { expression, native: resolveWebhookDescriptionField(start, webhook, 'responseMode') };
	};

	it.each<[string, INode['parameters'], string]>([
		['at once', {}, 'onReceived'],
		['at once with a toast', { answerCallbacks: 'toast', toastText: 'Later' }, 'onReceived'],
		['when the workflow says so', { answerCallbacks: 'workflow' }, 'responseNode'],
		[
			'at once where no callback can come',
			{ answerCallbacks: 'workflow', events: ['im.message.receive_v1'] },
			'onReceived',
		],
	])('%s', (_name, parameters, mode) => {
		const given = responseMode(trigger(parameters));
		expect(given.expression).toBe(mode);
		// Without an isolate, on every request.
		expect(given.native).toEqual({ resolved: true, value: mode });
	});

	it('is left to the expression where a parameter is one', () => {
		const given = responseMode(trigger({ answerCallbacks: 'workflow', toastText: '={{ "Later" }}' }));
		expect(given).toEqual({ expression: 'responseNode', native: { resolved: false } });
	});
});

describe('a click', () => {
	it('becomes an item with who, where, what and the token', async () => {
		const action = {
			tag: 'select_static',
			name: 'size',
			value: '{"order":7}',
			option: 'large',
			form_value: { note: 'please' },
		};
		const [item] = items(await trigger().post(click(action)));
		expect(item).toMatchObject({
			event_type: 'card.action.trigger',
			event: {
				operator: { open_id: 'ou_1', union_id: 'on_1', user_id: 'u1' },
				token: 'c-1',
				action: { ...action, value: { order: 7 } },
				message_id: 'om_1',
				chat_id: 'oc_1',
			},
		});
	});

	it.each<[string, INode['parameters'], object]>([
		['nothing', {}, {}],
		[
			'a toast',
			{ answerCallbacks: 'toast', toastType: 'error', toastText: 'No' },
			{ toast: { type: 'error', content: 'No' } },
		],
	])('is answered with %s, and the workflow runs', async (_name, parameters, webhookResponse) => {
		const answer = await trigger(parameters).post(click());
		expect(answer).toMatchObject({ webhookResponse });
		expect(items(answer)).toHaveLength(1);
		expect(answer.status).toBeUndefined();
	});

	it('of another chat is answered with nothing and starts nothing', async () => {
		const filters = { chats: { values: [{ chat: { __rl: true, mode: 'id', value: 'oc_2' } }] } };
		expect(await byWorkflow({ filters }).post(click())).toEqual({ webhookResponse: {} });
	});

	it('in a card of Send and Wait is answered at once and starts nothing', async () => {
		const answer = await byWorkflow().post(click({ tag: 'button', value: { [BUTTON_PROPERTY]: 'forged' } }));
		expect(answer).toEqual({ webhookResponse: { toast: { type: 'error', content: expect.any(String) as string } } });
	});

	it('that comes twice starts the workflow once', async () => {
		const node = byWorkflow();
		const post = click();
		expect(items(await node.post(post))).toHaveLength(1);
		expect(await node.post(post)).toEqual({ webhookResponse: {} });
	});
});

describe('the answer of the workflow', () => {
	beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'Date'] }));
	afterEach(() => void jest.useRealTimers());

	it('is written when it is there, and the fallback is not', async () => {
		const answer = await byWorkflow().post(click());
		expect(answer.noWebhookResponse).toBe(true);
		expect(items(answer)).toHaveLength(1);
		expect(answer.status).toBeUndefined();
		handOver(answer, { ...DONE, card: { type: 'raw', data: CARD } });
		await jest.advanceTimersByTimeAsync(3_000);
		expect(answer).toMatchObject({ status: 200, json: { ...DONE, card: { type: 'raw', data: CARD } } });
	});

	it('is the fallback after 2.5 s, and a late one does no harm', async () => {
		const answer = await byWorkflow().post(click());
		await jest.advanceTimersByTimeAsync(2_400);
		expect(answer.status).toBeUndefined();
		await jest.advanceTimersByTimeAsync(100);
		expect(answer).toMatchObject({ status: 200, json: LATER });
		expect(() => handOver(answer, DONE)).not.toThrow();
		expect(answer.json).toEqual(LATER);
	});

	it('is the fallback where n8n ends the response with nothing, as in queue mode', async () => {
		const answer = await byWorkflow().post(click());
		answer.response.end();
		expect(answer).toMatchObject({ status: 200, json: LATER });
		await jest.advanceTimersByTimeAsync(3_000);
		expect(answer.json).toEqual(LATER);
	});

	it('is nothing without words for the fallback', async () => {
		const answer = await byWorkflow({ toastText: '' }).post(click());
		await jest.advanceTimersByTimeAsync(2_500);
		expect(answer).toMatchObject({ status: 200, json: {} });
	});

	it('is fitted to a link preview', async () => {
		const answer = await byWorkflow().post(callback('url.preview.get', { context: { url: 'https://example.com' } }));
		handOver(answer, DONE);
		expect(answer.json).toEqual({ inline: { title: 'Done' } });
	});

	it('is fitted to a legacy click', async () => {
		const body = { open_id: 'ou_1', open_message_id: 'om_1', token: `c-${randomUUID()}`, action: { tag: 'button' } };
		const post = { body: Buffer.from(JSON.stringify(body)), headers: {} };
		const answer = await byWorkflow().post(signed(post, { key: TOKEN, at: Date.now(), algorithm: 'sha1' }));
		handOver(answer, { ...DONE, card: { type: 'raw', data: CARD } });
		expect(answer.json).toEqual(CARD);
	});

	it('is not waited for by other events', async () => {
		const answer = await byWorkflow().post(message());
		expect(answer).toMatchObject({ noWebhookResponse: true, status: 200, json: {} });
		expect(items(answer)).toHaveLength(1);
		// A workflow that answers all the same does no harm.
		expect(() => handOver(answer, DONE)).not.toThrow();
		expect(answer.json).toEqual({});
	});
});
