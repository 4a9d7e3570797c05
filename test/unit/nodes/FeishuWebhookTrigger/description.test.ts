import { webhookDescriptionIsNativelyResolvable, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';

import codex from '../../../../nodes/FeishuWebhookTrigger/FeishuWebhookTrigger.node.json';
import { FeishuWebhookTrigger } from '../../../../nodes/FeishuWebhookTrigger/FeishuWebhookTrigger.node';
import { isWanted, type EventFilters } from '../../../../nodes/shared/triggers/events/filters';
import { toItem } from '../../../../nodes/shared/triggers/events/eventItem';
import { forget, isFirstDelivery, isFirstDeliveryEver, unsee } from '../../../../nodes/shared/triggers/events/memory';
import {
	chosenTypes,
	enteredFiles,
	readEventSettings,
	readSignatureWindow,
	readSubscriptionSettings,
} from '../../../../nodes/shared/triggers/events/eventSettings';
import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { EVENTS } from '../../../../feishu/events/eventTypes';

const { description } = new FeishuWebhookTrigger();
const property = (name: string) => description.properties.find((one) => one.name === name) as INodeProperties;
const options = (name: string) => property(name).options as INodePropertyOptions[];

const envelope: EventEnvelope = {
	schema: '2.0',
	event_type: 'im.chat.updated_v1',
	event_id: 'e1',
	create_time: '2026-09-11T08:00:00.000Z',
	app_id: 'cli_0123456789abcdef',
	tenant_key: 't',
	event: { chat_id: 'oc_1', operator_id: { open_id: 'ou_1' } },
};
const NOW = Date.parse('2026-09-11T08:01:00.000Z');

describe('the description', () => {
	it('offers every event of the catalog, found by English name, Chinese title and type', () => {
		const [any, ...rest] = options('events');
		expect(any).toMatchObject({ name: 'Any Event', value: '*' });
		expect(rest.map(({ value }) => value).sort()).toEqual(EVENTS.map(({ type }) => type).sort());
		expect(rest).toContainEqual(expect.objectContaining({ name: 'Message Received 接收消息 (im.message.receive_v1)' }));
	});

	it('needs no expression for a request: n8n evaluates one for a webhook of version 1, and those of the description', () => {
		expect(description.defaultVersion).toBeGreaterThan(1);
		expect([description.version].flat()).toEqual([1, description.defaultVersion]);
		expect(description.webhooks?.map(webhookDescriptionIsNativelyResolvable)).toEqual([true]);
	});

	it('has what n8n answers the post with: our response, not a name', () => {
		// Without what stands under symbols, which no editor sees.
		expect(JSON.parse(JSON.stringify(description.webhooks))).toEqual([
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: expect.stringContaining('"onReceived"') as string,
				responseData: '',
				path: 'webhook',
			},
		]);
	});

	it('says what to do for a test and for production', () => {
		const panel = JSON.stringify(description.triggerPanel);
		const notices = description.properties
			.filter(({ type }) => type === 'notice')
			.map(({ displayName }) => displayName);
		for (const words of ['Test URL', 'Production URL', '2 minutes', 'Request URL', 'publish']) {
			expect(panel).toContain(words);
			expect(notices.join()).toContain(words);
		}
		expect(notices[0]).toContain('Encryption Strategy');
		// n8n strips other tags from a notice and runs the text together.
		expect(notices.join()).not.toMatch(/<(?!\/?a\b)/);
		expect(description.eventTriggerDescription).toBeTruthy();
		expect(description.activationMessage).toContain('Production URL');
	});

	it('is found in both languages', () => {
		expect(codex.node).toBe(`n8n-nodes-feishu-openapi.${description.name}`);
		expect(codex.alias).toEqual(expect.arrayContaining(['lark', 'webhook', '飞书', '事件订阅']));
	});

	it('has the searches that its lists name', () => {
		const named = [...JSON.stringify(description.properties).matchAll(/"searchListMethod":"(\w+)"/g)].map(
			([, name]) => name,
		);
		expect(Object.keys(new FeishuWebhookTrigger().methods.listSearch)).toEqual(expect.arrayContaining(named));
		expect(named).toHaveLength(2);
	});
});

describe('settings', () => {
	const reader = (values: { [name: string]: object | string | boolean }) => ({
		getNodeParameter: (name: string, fallback?: unknown) => (values[name] ?? fallback) as object,
	});

	it('start from what a new node has', () => {
		expect(readEventSettings(reader({ events: ['a'] }))).toEqual({
			filters: {
				types: ['a'],
				chats: [],
				senders: [],
				sentBy: '',
				messageTypes: [],
				chatType: '',
				ignoreOwn: true,
				maxAgeMinutes: Number.POSITIVE_INFINITY,
				approvalCodes: [],
				files: [],
				mention: '',
				textContains: [],
				textPattern: '',
			},
			simple: true,
			deduplicate: true,
			includeRaw: false,
			downloadAttachments: false,
			includeApproval: true,
			callbacks: { by: 'nothing', toastType: 'info', toastText: '' },
		});
	});

	it.each<[string, object, string[]]>([
		['both fields', { events: ['a'], otherEventTypes: ' b,c，d\ne ; ' }, ['a', 'b', 'c', 'd', 'e']],
		['any event', { events: ['a', '*'] }, ['*']],
		['any event, written down', { events: [], otherEventTypes: '*' }, ['*']],
		['nothing', { events: [], otherEventTypes: ' ' }, []],
		['what an expression may give', { events: { a: 1 }, otherEventTypes: 7 }, []],
	])('take the types from %s', (_name, values, types) => {
		expect(chosenTypes(reader(values as { [name: string]: object }))).toEqual(types);
	});

	it('have the resources to subscribe to, and whether that ends with the node', () => {
		const row = { type: 'approval', approvalCode: 'CODE' };
		const rows = { resource: [row, 'nothing'] };
		expect(readSubscriptionSettings(reader({ subscriptions: rows, 'options.removeSubscriptions': true }))).toEqual({
			resources: [row],
			removes: true,
		});
		expect(readSubscriptionSettings(reader({}))).toEqual({ resources: [], removes: false });
	});

	it('have what only one of the triggers has', () => {
		expect(readSignatureWindow(reader({ 'options.signatureWindow': '5' }))).toBe(300_000);
		expect(readSignatureWindow(reader({}))).toBeUndefined();
	});

	it('read files by their addresses, which can be checked as they were entered', () => {
		const files = 'https://example.feishu.cn/docx/AbcdEfghIjkl, FldrFldrFldr';
		const panel = reader({ filters: { files } });
		expect(readEventSettings(panel).filters.files).toEqual(['AbcdEfghIjkl', 'FldrFldrFldr']);
		expect(enteredFiles(panel)).toEqual(files.split(', '));
	});

	it('take ids as they are, however they were given', () => {
		const filters = {
			senders: {
				values: [{ sender: { __rl: true, mode: 'list', value: 'ou_1' } }, { sender: 'doc_1, on_2' }, 'nothing', {}],
			},
			chats: { values: [{ chat: { __rl: true, mode: 'id', value: 'https://example.com/?openChatId=oc_1' } }] },
		};
		expect(readEventSettings(reader({ filters })).filters).toMatchObject({
			senders: ['ou_1', 'doc_1', 'on_2'],
			chats: ['oc_1'],
		});
	});
});

describe('filters of events that are no messages', () => {
	const all: EventFilters = {
		types: ['*'],
		chats: [],
		senders: [],
		sentBy: '',
		messageTypes: ['text'],
		chatType: 'p2p',
		ignoreOwn: true,
		maxAgeMinutes: 5,
		approvalCodes: [],
		files: [],
		mention: 'bot',
		textContains: ['hello'],
		textPattern: '^hello',
	};

	it.each<[string, Partial<EventFilters>, number, boolean]>([
		['of messages', {}, NOW, true],
		['of the same chat', { chats: ['oc_1'] }, NOW, true],
		['of another chat', { chats: ['oc_2'] }, NOW, false],
		['of the same person', { senders: ['ou_1'] }, NOW, true],
		['of another person', { senders: ['ou_2'] }, NOW, false],
		['at the greatest age', {}, NOW + 4 * 60_000, true],
		['beyond the greatest age', {}, NOW + 4 * 60_000 + 1, false],
	])('%s', (_name, filters, now, wanted) => {
		expect(isWanted(envelope, { ...all, ...filters }, envelope.app_id, now)).toBe(wanted);
	});
});

describe('toItem', () => {
	it('leaves the token of a legacy card callback in its raw body, because it updates the card', () => {
		const legacy: EventEnvelope = { ...envelope, schema: 'legacy-card' };
		const raw = { token: 'c-1', action: {} };
		expect(toItem(legacy, raw, { simple: true, includeRaw: true }).json.raw).toEqual(raw);
	});

	it('keeps a message whose content can not be read', () => {
		const message = { message_id: 'om_1', message_type: 'text', content: 'no JSON', create_time: 'yesterday' };
		const received = { ...envelope, event_type: 'im.message.receive_v1', event: { message } };
		expect(toItem(received, {}, { simple: true, includeRaw: false }).json).toMatchObject({
			event: { message: { ...message, text: 'no JSON' } },
		});
	});
});

describe('the memory', () => {
	it('of a node that is not active any more is in its static data only', () => {
		const scope = { workflowId: 'w', nodeId: 'n', manual: false };
		const staticData = {};
		expect(isFirstDeliveryEver(scope, envelope, staticData, NOW)).toBe(true);
		forget(scope);
		expect(isFirstDeliveryEver(scope, envelope, staticData, NOW)).toBe(false);
		forget(scope);
		expect(isFirstDeliveryEver(scope, envelope, {}, NOW)).toBe(true);
		forget(scope);
	});

	it('of a trigger that stays is in this process only', () => {
		const scope = { workflowId: 'w', nodeId: 'n', manual: false };
		expect(isFirstDelivery(scope, envelope, NOW)).toBe(true);
		expect(isFirstDelivery(scope, envelope, NOW)).toBe(false);
		forget(scope);
		expect(isFirstDelivery(scope, envelope, NOW)).toBe(true);
		forget(scope);
	});

	it('can be taken back for an event that started nothing', () => {
		const scope = { workflowId: 'w', nodeId: 'n', manual: false };
		const staticData = {};
		isFirstDeliveryEver(scope, envelope, staticData, NOW);
		// What another event has stored meanwhile still has it.
		unsee(scope, envelope);
		expect(isFirstDeliveryEver(scope, envelope, staticData, NOW)).toBe(true);
		expect(isFirstDeliveryEver(scope, envelope, staticData, NOW)).toBe(false);
		forget(scope);
	});

	it('of a test run lasts a minute, so that an event can be sent again while testing', () => {
		const scope = { workflowId: 'w', nodeId: 'test', manual: true };
		expect(isFirstDelivery(scope, envelope, NOW)).toBe(true);
		expect(isFirstDelivery(scope, envelope, NOW)).toBe(false);
		expect(isFirstDelivery(scope, envelope, NOW + 120_000)).toBe(true);
		forget(scope);
	});
});
