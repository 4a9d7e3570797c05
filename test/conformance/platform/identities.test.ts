import type { Client } from '@larksuiteoapi/node-sdk';
import { asPerson, type Second, secondApp } from '../../support/conformance/apps';
import { codeOf } from '../../support/conformance/groups';
import { type Fixture, first, sdkClient, startFixture } from '../../support/conformance/harness';

describe('identities', () => {
	let fixture: Fixture;
	let client: Client;
	let second: Second;

	beforeAll(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
		second = await secondApp(fixture);
		await fixture.http.admin('POST', `/chats/${fixture.chatId}/bots`, { app_id: second.app.app_id });
	});
	afterAll(() => fixture.simulator.close());

	const text = (content: string) => ({ msg_type: 'text', content: JSON.stringify({ text: content }) });
	const send = (by: Client, openId: string) =>
		by.im.v1.message.create({ params: { receive_id_type: 'open_id' }, data: { receive_id: openId, ...text('hi') } });
	const idsOf = async (by: Client) => {
		const { data } = await by.contact.v3.user.batchGetId({ data: { emails: ['alice@example.com'] } });
		const openId = data?.user_list?.[0]?.user_id ?? '';
		const user = (await by.contact.v3.user.get({ path: { user_id: openId } })).data?.user;
		return { openId, unionId: user?.union_id, userId: user?.user_id };
	};

	describe('of people in several apps', () => {
		it('an open_id is another one in each app, the other ids are the same', async () => {
			const [one, other] = [await idsOf(client), await idsOf(second.client)];
			expect(other.openId).toMatch(/^ou_[0-9a-f]{32}$/);
			expect(other.openId).not.toBe(one.openId);
			expect([other.unionId, other.userId]).toEqual([one.unionId, one.userId]);
		});

		it("another app's open_id names nobody", async () => {
			const [one, other] = [await idsOf(client), await idsOf(second.client)];
			expect((await send(second.client, other.openId)).code).toBe(0);
			expect(await codeOf(send(second.client, one.openId))).toBe(230001);
			expect(await codeOf(send(client, other.openId))).toBe(230001);
			expect(await codeOf(second.client.contact.v3.user.get({ path: { user_id: one.openId } }))).toBe(99992361);
		});

		it('messages, members and events name people as each app knows them', async () => {
			const [one, other] = [await idsOf(client), await idsOf(second.client)];
			const { message_id: messageId } = await fixture.http.admin<{ message_id: string }>(
				'POST',
				`/chats/${fixture.chatId}/messages`,
				{ open_id: one.openId, text: '@n8n Bot and @Alice Smith' },
			);
			const get = async (by: Client) =>
				first((await by.im.v1.message.get({ path: { message_id: messageId } })).data?.items);
			expect((await get(client)).sender?.id).toBe(one.openId);
			expect((await get(second.client)).sender?.id).toBe(other.openId);
			expect((await get(second.client)).mentions?.map(({ id }) => id)).toContain(other.openId);
			const members = await second.client.im.v1.chatMembers.get({ path: { chat_id: fixture.chatId } });
			expect(members.data?.items?.map(({ member_id: id }) => id)).toContain(other.openId);
			await fixture.simulator.push.idle();
			const heard = fixture.simulator.push.deliveries.filter(
				({ event_type: type }) => type === 'im.message.receive_v1',
			);
			const senders = heard.map(({ app_id, payload }) => [
				app_id,
				(payload.event as { sender: { sender_id: { open_id: string } } }).sender.sender_id.open_id,
			]);
			expect(senders).toEqual([
				[fixture.simulator.appId, one.openId],
				[second.app.app_id, other.openId],
			]);
		});

		it('a bot is known to others under another open_id than to itself', async () => {
			const own = await second.http.call('GET', '/open-apis/bot/v3/info');
			const itself = (own.body.bot as { open_id: string }).open_id;
			await client.im.v1.message.create({
				params: { receive_id_type: 'chat_id' },
				data: { receive_id: fixture.chatId, ...text('x') },
			});
			const mention = (id: string) => fixture.http.send(fixture.chatId, 'text', { text: `<at user_id="${id}">b</at>` });
			expect((await mention(itself)).code).toBe(230001);
			const seen = fixture.simulator.store.directory.openIdFor({ app_id: fixture.simulator.appId }, itself);
			expect((await mention(seen)).data.mentions).toMatchObject([{ id: seen, name: 'Second Bot' }]);
		});

		it('events carry user_ids only with their scope', async () => {
			const { simulator, http } = fixture;
			const idsIn = async (scopes: string[] | null) => {
				await http.admin('PUT', `/apps/${simulator.appId}`, { scopes });
				await http.admin('POST', `/chats/${fixture.chatId}/messages`, { open_id: first(fixture.members), text: 'hi' });
				const heard = simulator.push.deliveries.filter(({ app_id: id }) => id === simulator.appId).at(-1);
				return (heard?.payload.event as { sender: { sender_id: object } }).sender.sender_id;
			};
			const user = simulator.store.contact.users.get(first(fixture.members));
			expect(await idsIn(['im:message.group_msg'])).toEqual({
				open_id: user?.open_id,
				union_id: user?.union_id,
				user_id: null,
			});
			expect(await idsIn(null)).toMatchObject({ user_id: user?.user_id });
		});
	});

	describe('of people who call through an app', () => {
		const person = () => asPerson(fixture, first(fixture.members));

		it('send, reply, edit a card, recall and react as themselves', async () => {
			const { option } = await person();
			const sent = await client.im.v1.message.create(
				{ params: { receive_id_type: 'chat_id' }, data: { receive_id: fixture.chatId, ...text('as a person') } },
				option,
			);
			expect(sent.data?.sender).toMatchObject({ id: first(fixture.members), id_type: 'open_id', sender_type: 'user' });
			const path = { message_id: sent.data?.message_id ?? '' };
			const reply = await client.im.v1.message.reply({ path, data: text('me again') }, option);
			expect(reply.data).toMatchObject({ parent_id: path.message_id, sender: { sender_type: 'user' } });
			const reaction = await client.im.v1.messageReaction.create(
				{ path, data: { reaction_type: { emoji_type: 'OK' } } },
				option,
			);
			expect(reaction.data?.operator).toEqual({ operator_id: first(fixture.members), operator_type: 'user' });
			expect((await client.im.v1.message.delete({ path }, option)).code).toBe(0);
			expect(await codeOf(client.im.v1.message.delete({ path: { message_id: reply.data?.message_id ?? '' } }))).toBe(
				230026,
			);
		});

		it('write to other people, who have a conversation without a bot', async () => {
			const { option } = await person();
			const to = fixture.members[1] ?? '';
			const sent = await client.im.v1.message.create(
				{ params: { receive_id_type: 'open_id' }, data: { receive_id: to, ...text('hi') } },
				option,
			);
			const chat = fixture.simulator.store.im.chats.get(sent.data?.chat_id ?? '');
			expect(chat).toMatchObject({ chat_type: 'p2p', bots: [], members: [first(fixture.members), to] });
			expect(await codeOf(client.im.v1.message.get({ path: { message_id: sent.data?.message_id ?? '' } }))).toBe(
				230002,
			);
		});

		it('make groups, which are theirs, and see those that they are in', async () => {
			const { option } = await person();
			const made = await client.im.v1.chat.create({ data: { name: 'Mine' } }, option);
			expect(made.data).toMatchObject({ owner_id: first(fixture.members) });
			const listed = await client.im.v1.chat.list({}, option);
			expect(listed.data?.items?.map(({ chat_id: id }) => id)).toContain(made.data?.chat_id);
			expect((await client.im.v1.chat.delete({ path: { chat_id: made.data?.chat_id ?? '' } }, option)).code).toBe(0);
			const strange = await asPerson(fixture, fixture.members[1] ?? '');
			const refused = client.im.v1.chatMembers.get({ path: { chat_id: fixture.strangeChatId } }, strange.option);
			expect(await codeOf(refused)).toBe(232011);
		});

		it('need what they have granted', async () => {
			const { headers } = await asPerson(fixture, first(fixture.members), ['im:message']);
			const refused = await fixture.http.get('/open-apis/im/v1/chats', headers);
			expect(refused).toMatchObject({ status: 400, code: 99991679 });
			expect(refused.error.permission_violations).toContainEqual({
				type: 'action_privilege_required',
				subject: 'im:chat:readonly',
			});
			const sent = await fixture.http.call(
				'POST',
				'/open-apis/im/v1/messages?receive_id_type=chat_id',
				{ receive_id: fixture.chatId, ...text('x') },
				headers,
			);
			expect(sent).toMatchObject({ code: 230027, msg: expect.stringContaining('im:message.send_as_user') });
		});

		it('do what is theirs where the app has no bot', async () => {
			const chat = fixture.simulator.store.im.chats.get(fixture.strangeChatId);
			const { headers } = await asPerson(fixture, chat?.members[0] ?? '');
			const call = (method: string, path: string, body?: object) =>
				fixture.http.call(method, `/open-apis/im/v1${path}`, body, headers);
			const inChat = await call('GET', `/chats/${fixture.strangeChatId}/members/is_in_chat`);
			expect(inChat.data).toEqual({ is_in_chat: true });
			const to = { receive_id: fixture.strangeChatId };
			const sent = await call('POST', '/messages?receive_id_type=chat_id', { ...to, ...text('x') });
			const card = { msg_type: 'share_chat', content: JSON.stringify({ chat_id: fixture.strangeChatId }) };
			expect(await call('POST', '/messages?receive_id_type=chat_id', { ...to, ...card })).toMatchObject({ code: 0 });
			const path = `/messages/${String(sent.data.message_id)}`;
			const { data } = await call('POST', `${path}/reactions`, { reaction_type: { emoji_type: 'OK' } });
			expect(await call('DELETE', `${path}/reactions/${String(data.reaction_id)}`)).toMatchObject({ code: 0 });
			expect(await call('GET', `${path}/resources/file_x?type=file`)).toMatchObject({ code: 234003 });
			const { data: reply } = await call('POST', `${path}/reply`, { ...text('y'), reply_in_thread: true });
			const forward = `/threads/${String(reply.thread_id)}/forward?receive_id_type=chat_id`;
			expect(await call('POST', forward, to)).toMatchObject({ code: 0 });
		});

		it('some endpoints are for apps only', async () => {
			const { headers } = await person();
			const id = await fixture.http.text(fixture.chatId, 'x');
			const edit = await fixture.http.call('PUT', `/open-apis/im/v1/messages/${id}`, text('y'), headers);
			expect(edit).toMatchObject({ status: 400, code: 99991668 });
		});
	});

	describe('history', () => {
		const HISTORY = { params: { container_id_type: 'chat', container_id: '' } };
		const history = (by?: Awaited<ReturnType<typeof asPerson>>) =>
			client.im.v1.message.list({ params: { ...HISTORY.params, container_id: fixture.chatId } }, by?.option);
		const set = (scopes: string[] | null) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { scopes });
		afterEach(() => set(null));

		it('of a group takes a scope of its own, also for single messages', async () => {
			const id = await fixture.http.text(fixture.chatId, 'x');
			await set(['im:message:readonly']);
			expect(await codeOf(history())).toBe(230027);
			const { code, msg } = await fixture.http.get(`/open-apis/im/v1/messages/${id}`);
			expect([code, msg]).toEqual([230027, expect.stringContaining('im:message.group_msg')]);
			await set(['im:message:readonly', 'im:message.group_msg']);
			expect((await history()).code).toBe(0);
		});

		it('of a conversation with one person does not', async () => {
			const { data } = await send(client, (await idsOf(client)).openId);
			await set(['im:message:readonly']);
			expect((await client.im.v1.message.get({ path: { message_id: data?.message_id ?? '' } })).code).toBe(0);
		});

		it('takes one for each kind of chat from people', async () => {
			const [without, with_] = [
				await asPerson(fixture, first(fixture.members), ['im:message:readonly', 'im:message.p2p_msg:get_as_user']),
				await asPerson(fixture, first(fixture.members), ['im:message:readonly', 'im:message.group_msg:get_as_user']),
			];
			expect(await codeOf(history(without))).toBe(230027);
			expect((await history(with_)).code).toBe(0);
			const person = fixture.simulator.store.contact.users.get(first(fixture.members));
			const { data } = await send(client, person?.open_id ?? '');
			const read = (option: typeof with_.option) =>
				client.im.v1.message.get({ path: { message_id: data?.message_id ?? '' } }, option);
			expect(await codeOf(read(with_.option))).toBe(230027);
			expect((await read(without.option)).code).toBe(0);
		});
	});
});
