import { randomUUID } from 'node:crypto';

import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import {
	APP_ID,
	delivered,
	ENCRYPT_KEY,
	messageEvent,
	plain,
	type Post,
	sealed,
	signed,
	TOKEN,
	v1Event,
} from '../../support/events';
import { clickListeners } from '../../../nodes/shared/im/sendAndWait/clickListeners';
import { type Answer, TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const BOTH = { appId: APP_ID, encryptKey: ENCRYPT_KEY, verificationToken: TOKEN };
const TOKEN_ONLY = { appId: APP_ID, encryptKey: '', verificationToken: TOKEN };
const HOUR = 3_600_000;

type Overrides = Omit<NonNullable<Parameters<typeof messageEvent>[0]>, 'now'>;

/** A new message each time, from just now. */
const message = ({ message: fields, ...rest }: Overrides = {}) =>
	messageEvent({ ...rest, message: { message_id: `om_${randomUUID()}`, ...fields }, now: Date.now() });
const deliver = (body: unknown) => delivered(body, Date.now());

/** A workflow of its own for every test, so that no memory is shared. */
const trigger = (parameters: INode['parameters'] = {}, credentials: object = BOTH) =>
	new TriggerInWorkflow({ events: ['*'], ...parameters }, { ...credentials }, { id: randomUUID() });

const located = (name: string, ids: string[]) => ({
	values: ids.map((value) => ({ [name]: { __rl: true, mode: 'id', value } })),
});
const chats = (...ids: string[]) => located('chat', ids);
const senders = (...ids: string[]) => located('sender', ids);

const items = ({ workflowData }: Answer) => workflowData?.[0]?.map(({ json }) => json) ?? [];
const NOTHING = { webhookResponse: {} };

describe('the URL check', () => {
	const check = { challenge: 'abc', token: TOKEN, type: 'url_verification' };

	it.each<[string, Post, object]>([
		['plain', plain(check), TOKEN_ONLY],
		['encrypted', sealed(check), BOTH],
	])('is answered without a run: %s', async (_name, post, credentials) => {
		expect(await trigger({}, credentials).post(post)).toEqual({ webhookResponse: { challenge: 'abc' } });
	});

	it('is answered while a test listens', async () => {
		expect(await trigger().post(sealed(check), 'manual')).toEqual({ webhookResponse: { challenge: 'abc' } });
	});
});

describe('an event', () => {
	it('starts the workflow with one readable item', async () => {
		const body = message({ message: { content: '{"text":"@_user_1 hello"}' } });
		const answer = await trigger().post(deliver(body));
		expect(answer.webhookResponse).toEqual({});
		expect(items(answer)).toEqual([
			{
				text: '@Helper hello',
				text_without_at_bot: 'hello',
				message_id: body.event.message.message_id,
				chat_id: body.event.message.chat_id,
				chat_type: body.event.message.chat_type,
				sender_id: body.event.sender.sender_id.open_id,
				schema: '2.0',
				event_type: 'im.message.receive_v1',
				event_id: body.header.event_id,
				create_time: new Date(Number(body.header.create_time)).toISOString(),
				app_id: APP_ID,
				tenant_key: body.header.tenant_key,
				event: {
					sender: body.event.sender,
					message: {
						...body.event.message,
						create_time: new Date(Number(body.event.message.create_time)).toISOString(),
						content: { text: '@_user_1 hello' },
						text: '@Helper hello',
						text_without_at_bot: 'hello',
						mentions_all: false,
						mentions: [{ key: '@_user_1', name: 'Helper', open_id: 'ou_bot', union_id: 'on_bot', is_bot: true }],
					},
				},
			},
		]);
	});

	it('is as delivered without Simplify, in the same frame', async () => {
		const body = message();
		const [item] = items(await trigger({ simple: false }).post(deliver(body)));
		expect(item).toMatchObject({ event_type: 'im.message.receive_v1', event: body.event });
		expect(item).not.toHaveProperty('message_id');
	});

	it('of version 1.0 comes in the same shape', async () => {
		const body = v1Event({ uuid: randomUUID(), ts: String(Date.now() / 1000) });
		const [item] = items(await trigger({}, TOKEN_ONLY).post(plain(body)));
		expect(Object.keys(item ?? {}).sort()).toEqual([
			'app_id',
			'create_time',
			'event',
			'event_id',
			'event_type',
			'schema',
			'tenant_key',
		]);
		expect(item).toMatchObject({ event_type: 'approval_instance', event_id: body.uuid, event: body.event });
	});

	it('brings its raw body on request, without the verification token', async () => {
		const body = message();
		const [item] = items(await trigger({ options: { includeRaw: true } }, TOKEN_ONLY).post(plain(body)));
		expect(item?.raw).toEqual({ ...body, header: { ...body.header, token: undefined } });
		expect(JSON.stringify(item)).not.toContain(TOKEN);
		const [old] = items(
			await trigger({ options: { includeRaw: true } }, TOKEN_ONLY).post(
				plain(v1Event({ ts: String(Date.now() / 1000) })),
			),
		);
		expect(JSON.stringify(old)).not.toContain(TOKEN);
	});

	it('is read with secrets that were pasted with spaces', async () => {
		const spaced = { ...BOTH, encryptKey: ` ${ENCRYPT_KEY}\n` };
		expect(items(await trigger({}, spaced).post(deliver(message())))).toHaveLength(1);
	});
});

describe('a post that is refused', () => {
	const good = deliver(message());

	it.each<[string, Post, object, string]>([
		['forged', signed(sealed(message()), { key: 'guess', at: Date.now() }), BOTH, 'signature'],
		['unsigned', sealed(message()), BOTH, 'signature'],
		['replayed with another body', { ...good, body: sealed(message()).body }, BOTH, 'signature'],
		['stale', delivered(message(), Date.now() - 2 * HOUR), BOTH, 'stale'],
		['stale without a key', plain(messageEvent({ now: Date.now() - 9 * HOUR })), TOKEN_ONLY, 'stale'],
		['of another app', deliver(message({ header: { app_id: 'cli_fedcba9876543210' } })), BOTH, 'other_app'],
		['with a wrong token', plain(message({ header: { token: 'guess' } })), TOKEN_ONLY, 'verification_token'],
		['plain with an Encrypt Key', plain(message()), BOTH, 'not_encrypted'],
		['encrypted without an Encrypt Key', good, TOKEN_ONLY, 'encrypt_key_missing'],
		['for a credential without secrets', plain(message()), { appId: APP_ID }, 'not_configured'],
		['no JSON', { ...good, body: Buffer.from('<xml/>') }, BOTH, 'malformed'],
	])('%s gets 401 with a reason and starts nothing', async (_name, post, credentials, reason) => {
		const answer = await trigger({}, credentials).post(post);
		expect(answer).toMatchObject({
			noWebhookResponse: true,
			status: 401,
			json: { reason },
			logged: expect.stringContaining(reason) as string,
		});
		expect(answer.workflowData).toBeUndefined();
		expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${ENCRYPT_KEY}|${TOKEN}`));
	});

	it('without a body that n8n could read gets 401', async () => {
		const answer = await trigger().post({ ...good, body: undefined as unknown as Buffer });
		expect(answer).toMatchObject({ status: 401, json: { reason: 'malformed' } });
	});

	it('is stale earlier with a narrower window', async () => {
		const post = delivered(message(), Date.now() - 5 * 60_000);
		expect(await trigger({ options: { signatureWindow: 1 } }).post(post)).toMatchObject({
			status: 401,
			json: { reason: 'stale' },
		});
		expect(items(await trigger({ options: { signatureWindow: 10 } }).post(post))).toHaveLength(1);
	});
});

describe('a repeated event', () => {
	it('starts the workflow once, also when the deliveries come at once', async () => {
		const node = trigger();
		const body = message();
		const again = { ...body, header: { ...body.header, event_id: 'another event id' } };
		const answers = await Promise.all(
			[deliver(body), deliver(again), deliver(body)].map(async (post) => await node.post(post)),
		);
		expect(answers.flatMap(items)).toHaveLength(1);
		expect(answers.filter(({ workflowData }) => !workflowData)).toEqual([NOTHING, NOTHING]);
	});

	it('starts the workflow when n8n could not do so the first time', async () => {
		const id = randomUUID();
		// As n8n loads it from the database, where a failure leaves nothing.
		const load = () => new TriggerInWorkflow({ events: ['*'] }, BOTH, { id });
		const body = message();
		const { response } = await load().post(deliver(body));
		expect(await load().post(deliver(body))).toEqual(NOTHING);
		response.status(500).json({ message: 'The database is locked' });
		expect(items(await load().post(deliver(body)))).toHaveLength(1);
	});

	it('starts nothing after a restart, because the workflow remembers it', async () => {
		const body = message();
		const before = new TriggerInWorkflow({ events: ['*'] }, BOTH, { id: 'before-restart' });
		expect(items(await before.post(deliver(body)))).toHaveLength(1);
		// Another id is another memory: what is left is what n8n has stored.
		const stored = JSON.parse(JSON.stringify(before.workflow.staticData));
		const after = new TriggerInWorkflow({ events: ['*'] }, BOTH, { id: 'after-restart', staticData: stored });
		expect(await after.post(deliver(body))).toEqual(NOTHING);
		expect(items(await after.post(deliver(message())))).toHaveLength(1);
	});

	it('is remembered although an overlapping delivery has overwritten the stored memory', async () => {
		const id = randomUUID();
		const load = (staticData = {}) => new TriggerInWorkflow({ events: ['*'] }, BOTH, { id, staticData });
		const [first, second, third] = [message(), message(), message()];
		await load().post(deliver(first));
		await load().post(deliver(second));
		const last = load();
		await last.post(deliver(third));
		const stored = JSON.parse(JSON.stringify(last.workflow.staticData));
		const elsewhere = new TriggerInWorkflow({ events: ['*'] }, BOTH, { id: randomUUID(), staticData: stored });
		for (const body of [first, second, third]) expect(await elsewhere.post(deliver(body))).toEqual(NOTHING);
	});

	it('makes n8n save the workflow, but never more than 24 KB', async () => {
		const node = trigger({ simple: false }, TOKEN_ONLY);
		await node.post(plain(message()));
		expect(node.workflow.staticData.__dataChanged).toBe(true);
		for (let i = 0; i < 2500; i++) await node.post(plain(message()));
		const size = JSON.stringify(node.workflow.staticData).length;
		expect(size).toBeGreaterThan(10 * 1024);
		expect(size).toBeLessThan(24 * 1024);
	});

	it('counts for production and for a test apart', async () => {
		const node = trigger();
		const [first, second] = [message(), message()];
		expect(items(await node.post(deliver(first), 'manual'))).toHaveLength(1);
		expect(node.workflow.staticData).toEqual({ 'node:Feishu Webhook Trigger': {} });
		expect(items(await node.post(deliver(first)))).toHaveLength(1);
		expect(items(await node.post(deliver(second)))).toHaveLength(1);
		expect(items(await node.post(deliver(second), 'manual'))).toHaveLength(1);
	});

	it('starts it again when that is wanted', async () => {
		const node = trigger({ options: { deduplicate: false } });
		const body = message();
		expect([...items(await node.post(deliver(body))), ...items(await node.post(deliver(body)))]).toHaveLength(2);
	});
});

describe('an event that is not wanted', () => {
	const file = { message_type: 'file', content: '{"file_key":"f"}' };

	it.each<[string, INode['parameters'], Overrides, boolean]>([
		['of a chosen type', { events: ['im.message.receive_v1'] }, {}, true],
		['of another type', { events: ['im.chat.updated_v1'] }, {}, false],
		['of a type that was written down', { events: [], otherEventTypes: 'a.b_v1， im.message.receive_v1' }, {}, true],
		['of no chosen type', { events: [] }, {}, false],
		['of a chosen chat', { filters: { chats: chats('oc_1', 'oc_group') } }, {}, true],
		[
			'of a chat that was pasted as an address',
			{ filters: { chats: chats('https://applink.feishu.cn/client/chat/open?openChatId=oc_group') } },
			{},
			true,
		],
		['of another chat', { filters: { chats: chats('oc_1') } }, {}, false],
		['of a chosen sender, by any id', { filters: { senders: senders('ou_1,e33ggbyz') } }, {}, true],
		['of another sender', { filters: { senders: senders('ou_1') } }, {}, false],
		['of a chosen message type', { filters: { messageTypes: ['file', 'image'] } }, { message: file }, true],
		['of another message type', { filters: { messageTypes: ['image'] } }, { message: file }, false],
		['of the chosen chat type', { filters: { chatType: 'group' } }, {}, true],
		['of the other chat type', { filters: { chatType: 'p2p' } }, {}, false],
		['of the app itself', {}, { sender: { sender_type: 'app', sender_id: { app_id: APP_ID } } }, false],
		[
			'of the app itself, wanted',
			{ filters: { ignoreOwn: false } },
			{ sender: { sender_type: 'app', sender_id: { app_id: APP_ID } } },
			true,
		],
		['of another app', {}, { sender: { sender_type: 'app', sender_id: { app_id: 'cli_fedcba9876543210' } } }, true],
		[
			'that is young enough',
			{ filters: { maxEventAge: 5 } },
			{ header: { create_time: String(Date.now() - 60_000) } },
			true,
		],
		['that is too old', { filters: { maxEventAge: 5 } }, { header: { create_time: String(Date.now() - HOUR) } }, false],
	])('%s', async (_name, parameters, overrides, wanted) => {
		const answer = await trigger(parameters).post(deliver(message(overrides)));
		expect(items(answer)).toHaveLength(wanted ? 1 : 0);
		expect(answer.webhookResponse).toEqual({});
	});

	it('leaves events alone that a filter does not concern', async () => {
		const approval = v1Event({ uuid: randomUUID(), ts: String(Date.now() / 1000) });
		const filters = { chats: chats('oc_1'), senders: senders('ou_1'), messageTypes: ['text'], chatType: 'p2p' };
		expect(items(await trigger({ filters }).post(deliver(approval)))).toHaveLength(1);
	});

	it('is not remembered: it may be wanted after a change', async () => {
		const body = message();
		const id = randomUUID();
		const before = new TriggerInWorkflow({ events: ['im.chat.updated_v1'] }, BOTH, { id });
		const after = new TriggerInWorkflow({ events: ['im.message.receive_v1'] }, BOTH, { id });
		expect(await before.post(deliver(body))).toEqual(NOTHING);
		expect(items(await after.post(deliver(body)))).toHaveLength(1);
	});
});

describe('activation', () => {
	const activate = async (node: TriggerInWorkflow) => await node.node.webhookMethods.default.create.call(node.hook());

	it('makes it hear clicks, a test beside production, each until it ends', async () => {
		const own = { appId: `cli_${randomUUID()}` };
		const node = trigger({}, { ...BOTH, ...own });
		const { create, delete: remove } = node.node.webhookMethods.default;
		await create.call(node.hook('manual'));
		expect(clickListeners().hears(own)).toBe(true);
		await activate(node);
		await remove.call(node.hook('internal', true));
		expect(clickListeners().hears(own)).toBe(true);
		await remove.call(node.hook('internal', false));
		expect(clickListeners().hears(own)).not.toBe(true);
	});

	it('is possible with either secret', async () => {
		expect(await activate(trigger({}, { ...BOTH, verificationToken: '' }))).toBe(true);
		expect(await activate(trigger({}, TOKEN_ONLY))).toBe(true);
	});

	it('fails without a secret, and says where to find one', async () => {
		const failure = activate(trigger({}, { appId: APP_ID }));
		await expect(failure).rejects.toBeInstanceOf(NodeOperationError);
		await expect(failure).rejects.toMatchObject({ description: expect.stringContaining('Encryption Strategy') });
	});

	it('fails without an event', async () => {
		await expect(activate(trigger({ events: [] }))).rejects.toThrow('No event is chosen');
	});

	it('is asked for each time, and deactivation always works', async () => {
		const node = trigger();
		expect(await node.node.webhookMethods.default.checkExists.call(node.hook())).toBe(false);
		expect(await node.node.webhookMethods.default.delete.call(node.hook())).toBe(true);
	});
});
