import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Chat } from '../../../simulator';
import { groupOf } from '../../../simulator/state/chats';
import { chatIn, otherApp } from '../../support/conformance/groups';
import { type Fixture, first, startFixture } from '../../support/conformance/harness';

type Json = Record<string, unknown>;

/** What people and bots do, and the events that come of it. */
describe('what happens', () => {
	let fixture: Fixture;
	let person: string;

	beforeEach(async () => {
		fixture = await startFixture();
		person = first(fixture.members);
		await set({ event_url: 'http://127.0.0.1:1/' });
	});
	afterEach(() => fixture.simulator.close());

	const set = (settings: object, appId = fixture.simulator.appId) =>
		fixture.http.admin('PUT', `/apps/${appId}`, settings);
	const events = (type: string, appId = fixture.simulator.appId) =>
		fixture.simulator.push.deliveries
			.filter(({ event_type, app_id }) => event_type === type && app_id === appId)
			.map(({ payload }) => payload.event as Json);
	const types = () => fixture.simulator.push.deliveries.map(({ event_type: type }) => type);
	const group = () => `/chats/${fixture.chatId}`;
	const ids = (open_id: string): unknown => expect.objectContaining({ open_id, union_id: expect.any(String) });
	const opened = async () => String((await fixture.http.admin<Json>('POST', `/people/${person}/open-bot`, {})).chat_id);

	it('a person opens the bot, and the first time makes the conversation', async () => {
		const chatId = await opened();
		await opened();
		expect(types()).toEqual([
			'p2p_chat_create',
			'im.chat.access_event.bot_p2p_chat_entered_v1',
			'im.chat.access_event.bot_p2p_chat_entered_v1',
		]);
		expect(events('p2p_chat_create')[0]).toMatchObject({
			type: 'p2p_chat_create',
			chat_id: chatId,
			user: { open_id: person },
		});
		expect(events('im.chat.access_event.bot_p2p_chat_entered_v1')[0]).toMatchObject({
			chat_id: chatId,
			operator_id: ids(person),
		});
	});

	it('a person reads what the bot wrote directly; in a group nobody is told', async () => {
		const direct = await opened();
		const messageId = await fixture.http.text(direct, 'hi');
		await fixture.http.text(fixture.chatId, 'hi');
		for (const chatId of [direct, fixture.chatId])
			await fixture.http.admin('POST', `/chats/${chatId}/read`, { open_id: person });
		expect(events('im.message.message_read_v1')).toEqual([
			{
				reader: { reader_id: ids(person), read_time: expect.any(String), tenant_key: expect.any(String) },
				message_id_list: [messageId],
			},
		]);
	});

	it('a person adds a bot', async () => {
		const other = otherApp(fixture.simulator);
		await fixture.http.admin('POST', `${group()}/bots`, { app_id: other.app_id, open_id: person });
		expect(events('im.chat.member.bot.added_v1', other.app_id)).toEqual([
			expect.objectContaining({ chat_id: fixture.chatId, operator_id: expect.any(Object) }),
		]);
	});

	it('a person recalls, takes a reaction back, leaves, is withdrawn, renames', async () => {
		const second = fixture.members[1] ?? '';
		const written = await fixture.http.admin('POST', `${group()}/messages`, { open_id: person, text: 'oops' });
		const path = `/messages/${String(written.message_id)}`;
		const reaction = await fixture.http.admin('POST', `${path}/reactions`, { open_id: person, emoji_type: 'OK' });
		await fixture.http.admin('DELETE', `${path}/reactions/${String(reaction.reaction_id)}`);
		await fixture.http.admin('DELETE', path, { open_id: person });
		await fixture.http.admin('PUT', `${group()}/name`, { open_id: person, name: 'New name' });
		await fixture.http.admin('DELETE', `${group()}/members/${second}`, { open_id: person, withdraw: true });
		await fixture.http.admin('DELETE', `${group()}/members/${person}`);
		expect(types().slice(1)).toEqual([
			'im.message.reaction.created_v1',
			'im.message.reaction.deleted_v1',
			'im.message.recalled_v1',
			'im.chat.updated_v1',
			'im.chat.member.user.withdrawn_v1',
			'im.chat.member.user.deleted_v1',
		]);
		expect(events('im.message.recalled_v1')[0]).toMatchObject({ recall_type: 'message_owner' });
		expect(events('im.chat.updated_v1')[0]).toMatchObject({ after_change: { name: 'New name' } });
		expect(events('im.chat.member.user.withdrawn_v1')[0]).toMatchObject({
			operator_id: ids(person),
			users: [{ user_id: ids(second) }],
		});
		expect(events('im.chat.member.user.deleted_v1')[0]).toMatchObject({ operator_id: ids(person) });
	});

	it.each([
		['the writer', (chat: Chat) => chat.members[2], 'message_owner'],
		['the owner of the group', (chat: Chat) => chat.owner_id, 'group_owner'],
		['one who manages it', (chat: Chat) => chat.members[1], 'group_manager'],
		['the administrator of the company', () => undefined, 'enterprise_manager'],
	])('%s recalls', async (_who, whose, type) => {
		const chat = chatIn(fixture.simulator, fixture.chatId);
		groupOf(chat).managers.push(chat.members[1] ?? '');
		const written = await fixture.http.admin('POST', `${group()}/messages`, { open_id: chat.members[2], text: 'no' });
		await fixture.http.admin('DELETE', `/messages/${String(written.message_id)}`, { open_id: whose(chat) });
		expect(events('im.message.recalled_v1')).toEqual([expect.objectContaining({ recall_type: type })]);
	});

	it('a bot hears nothing of what was written before it came, where newcomers see no history', async () => {
		const [late, other] = [otherApp(fixture.simulator), fixture.simulator.appId];
		const write = async (text: string) => {
			const { message_id: id } = await fixture.http.admin('POST', `${group()}/messages`, { open_id: person, text });
			return `/messages/${String(id)}`;
		};
		const before = await write('before');
		await fixture.http.admin('PUT', group(), { hides_history: true });
		await fixture.http.admin('POST', `${group()}/bots`, { app_id: late.app_id });
		const after = await write('after');
		for (const path of [before, after]) {
			await fixture.http.admin('POST', `${path}/reactions`, { open_id: person, emoji_type: 'OK' });
			await fixture.http.admin('DELETE', path, { open_id: person });
		}
		for (const type of ['im.message.reaction.created_v1', 'im.message.recalled_v1'])
			expect([events(type, late.app_id).length, events(type, other).length]).toEqual([1, 2]);
	});

	it('nobody else recalls', async () => {
		const chat = chatIn(fixture.simulator, fixture.chatId);
		const written = await fixture.http.admin('POST', `${group()}/messages`, { open_id: chat.members[2], text: 'no' });
		await fixture.http.admin('DELETE', `/messages/${String(written.message_id)}`, { open_id: chat.members[1] });
		expect(events('im.message.recalled_v1')).toEqual([]);
	});

	it('the client with which somebody writes is told for its scope alone', async () => {
		const write = () => fixture.http.admin('POST', `${group()}/messages`, { open_id: person, text: 'x' });
		await write();
		await set({ scopes: ['im:message.group_msg'] });
		await write();
		const told = events('im.message.receive_v1').map(({ message }) => 'user_agent' in (message as object));
		expect(told).toEqual([true, false]);
	});

	it('a bot that runs the group recalls what another wrote', async () => {
		const written = await fixture.http.admin('POST', `${group()}/messages`, { open_id: person, text: 'no' });
		const chat = chatIn(fixture.simulator, fixture.chatId);
		chat.owner_id = first([...fixture.simulator.store.apps.values()]).bot_open_id;
		const path = `/open-apis/im/v1/messages/${String(written.message_id)}`;
		expect((await fixture.http.call('DELETE', path)).code).toBe(0);
		expect(events('im.message.recalled_v1')[0]).toMatchObject({ recall_type: 'group_owner' });
	});

	it('a person opens an entry of the menu, and pastes a link', async () => {
		await fixture.http.admin('POST', `/people/${person}/menu`, { event_key: 'start' });
		expect(events('application.bot.menu_v6')[0]).toMatchObject({
			event_key: 'start',
			operator: { operator_id: ids(person) },
		});
		await fixture.http.admin('POST', `/people/${person}/link`, { url: 'https://example.com/1', chat_id: 'oc_1' });
		expect(events('url.preview.get')[0]).toMatchObject({
			operator: { open_id: person },
			context: { url: 'https://example.com/1', preview_token: expect.any(String), open_chat_id: 'oc_1' },
		});
	});

	it('a post that names the bot has mentions, as a text has', async () => {
		const bot = first([...fixture.simulator.store.apps.values()]);
		await set({ scopes: ['im:message.group_at_msg'] });
		await fixture.http.admin('POST', `${group()}/messages`, {
			open_id: person,
			msg_type: 'post',
			content: {
				title: '',
				content: [
					[
						{ tag: 'at', user_id: bot.bot_open_id },
						{ tag: 'text', text: 'hi' },
					],
				],
			},
		});
		const [received] = events('im.message.receive_v1');
		expect(received).toMatchObject({ message: { mentions: [{ key: '@_user_1', mentioned_type: 'bot' }] } });
		expect((received?.message as Json).content).toContain('"user_id":"@_user_1"');
	});

	it('another bot that names this one is heard with its own scope, under its open_id here', async () => {
		const other = otherApp(fixture.simulator);
		chatIn(fixture.simulator, fixture.chatId).bots.push(other.app_id);
		await set({ event_url: 'http://127.0.0.1:1/' }, other.app_id);
		const { store } = fixture.simulator;
		const seen = store.directory.openIdFor(other, first([...store.apps.values()]).bot_open_id);
		const name = async (open_id: string) =>
			fixture.http.send(fixture.chatId, 'text', { text: `<at user_id="${open_id}"></at> your turn` });
		const otherHere = store.directory.openIdFor(first([...store.apps.values()]), other.bot_open_id);
		await name(otherHere);
		expect(events('im.message.receive_v1', other.app_id)).toEqual([
			expect.objectContaining({ sender: expect.objectContaining({ sender_type: 'bot', sender_id: ids(seen) }) }),
		]);
		await set({ scopes: ['im:message.group_at_msg', 'im:message.group_msg'] }, other.app_id);
		await name(otherHere);
		await fixture.http.text(fixture.chatId, 'not named');
		expect(events('im.message.receive_v1', other.app_id)).toHaveLength(1);
		expect(events('im.message.receive_v1')).toEqual([]);
	});

	it('a list of those who may write is told', async () => {
		const chat = chatIn(fixture.simulator, fixture.chatId);
		chat.owner_id = first([...fixture.simulator.store.apps.values()]).bot_open_id;
		const put = (body: object) => fixture.http.call('PUT', `/open-apis/im/v1/chats/${fixture.chatId}/moderation`, body);
		await put({ moderation_setting: 'moderator_list', moderator_added_list: [person] });
		await put({ moderator_removed_list: [person] });
		expect(events('im.chat.updated_v1')).toEqual([
			expect.objectContaining({
				after_change: { moderation_permission: 'moderator_list' },
				moderator_list: { added_member_list: [{ tenant_key: expect.any(String), user_id: ids(person) }] },
			}),
			expect.objectContaining({
				moderator_list: { removed_member_list: [{ tenant_key: expect.any(String), user_id: ids(person) }] },
			}),
		]);
	});

	describe('in version 1.0, for an app that has added that', () => {
		const older = async (types: string[]) => set({ events: types });

		it('a message, with the words for and without the bot', async () => {
			await older(['message', 'im.message.receive_v1']);
			await fixture.http.admin('POST', `${group()}/messages`, { open_id: person, text: '@n8n Bot hi' });
			expect(types()).toEqual(['im.message.receive_v1', 'message']);
			expect(events('message')[0]).toMatchObject({
				type: 'message',
				chat_type: 'group',
				msg_type: 'text',
				open_id: person,
				open_chat_id: fixture.chatId,
				is_mention: true,
				text: expect.stringMatching(/^<at open_id="ou_\w+">@n8n Bot<\/at> hi$/),
				text_without_at_bot: ' hi',
			});
		});

		it.each<[string, string, () => Promise<unknown>, Json]>([
			[
				'a bot that is added',
				'add_bot',
				async () => {
					chatIn(fixture.simulator, fixture.chatId).bots = [];
					return fixture.http.admin('POST', `${group()}/bots`, { app_id: fixture.simulator.appId, open_id: person });
				},
				{ operator_open_id: expect.any(String), chat_name: expect.any(String) },
			],
			[
				'a person who leaves',
				'remove_user_from_chat',
				() => fixture.http.admin('DELETE', `${group()}/members/${person}`),
				{ users: [{ open_id: expect.any(String), user_id: expect.any(String), name: expect.any(String) }] },
			],
			[
				'a new name',
				'group_setting_update',
				() => fixture.http.admin('PUT', `${group()}/name`, { open_id: person, name: 'Z' }),
				{ after_change: { name: 'Z' }, operator: { open_id: expect.any(String), user_id: expect.any(String) } },
			],
		])('%s', async (_name, type, act, expected) => {
			await older([type]);
			await act();
			expect(events(type)).toEqual([expect.objectContaining(expected)]);
			expect(fixture.simulator.push.deliveries.map(({ status }) => status)).toEqual(['not_added', expect.any(String)]);
		});
	});

	describe('clicks in the old way', () => {
		const CARD = {
			elements: [
				{ tag: 'action', actions: [{ tag: 'button', text: { tag: 'plain_text', content: 'x' }, value: { a: 1 } }] },
			],
		};

		const posted: Array<{ body: string; headers: IncomingHttpHeaders }> = [];
		let server: Server;

		beforeEach(async () => {
			posted.length = 0;
			server = createServer((request, response) => {
				void text(request).then((body) => {
					posted.push({ body, headers: request.headers });
					response.end(JSON.stringify({ config: { update_multi: true }, elements: [{ tag: 'hr' }] }));
				});
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		});
		afterEach(() => new Promise((resolve) => server.close(resolve)));

		const sent = async () => String((await fixture.http.send(fixture.chatId, 'interactive', CARD)).data.message_id);
		const click = (messageId: string) =>
			fixture.http.admin<Json>('POST', `/messages/${messageId}/card-actions`, {
				open_id: person,
				action: { tag: 'button', value: { a: 1 } },
			});

		it('come flat, unencrypted and signed with the Verification Token, and the answer is the card', async () => {
			await set({
				event_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
				callbacks: ['card.action.trigger_v1'],
				encrypt_key: 'fake',
				verification_token: 'fake token',
			});
			const messageId = await sent();
			expect(await click(messageId)).toMatchObject({ updated: true });
			const [{ body, headers } = { body: '{}', headers: {} as IncomingHttpHeaders }] = posted;
			expect(JSON.parse(body)).toMatchObject({
				open_id: person,
				open_message_id: messageId,
				open_chat_id: fixture.chatId,
				token: expect.stringMatching(/^c-/),
				action: { tag: 'button', value: { a: 1 } },
			});
			const stamp = `${String(headers['x-lark-request-timestamp'])}${String(headers['x-lark-request-nonce'])}`;
			const signature = createHash('sha1').update(`${stamp}fake token${body}`).digest('hex');
			expect(headers['x-lark-signature']).toBe(signature);
		});

		it('do not come over the long connection, nor beside the new ones', async () => {
			await set({ event_url: null, delivery_mode: 'longConnection', force: true });
			await set({ callbacks: ['card.action.trigger_v1'] });
			expect(await click(await sent())).toMatchObject({ error: { code: 200340 } });
			await set({ callbacks: ['card.action.trigger_v1', 'card.action.trigger'] });
			await click(await sent());
			expect(types()).toEqual(['card.action.trigger_v1', 'card.action.trigger']);
		});
	});
});
