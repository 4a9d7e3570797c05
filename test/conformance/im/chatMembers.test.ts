import type { Client } from '@larksuiteoapi/node-sdk';
import { chatIn, codeOf, otherApp, ownGroup, pushed } from '../../support/conformance/groups';
import { type Fixture, first, sdkClient, startFixture } from '../../support/conformance/harness';

type IdType = 'open_id' | 'union_id' | 'user_id' | 'app_id';

describe('members and managers of groups', () => {
	let fixture: Fixture;
	let client: Client;
	/** Not in the group of the fixture. */
	let outsiders: string[];
	beforeEach(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
		outsiders = [...fixture.simulator.store.contact.users.keys()].filter((id) => !fixture.members.includes(id));
	});
	afterEach(() => fixture.simulator.close());

	const add = (chat_id: string, id_list: string[], params: { member_id_type?: IdType; succeed_type?: number } = {}) =>
		client.im.v1.chatMembers.create({ path: { chat_id }, params, data: { id_list } });
	const remove = (chat_id: string, id_list: string[], member_id_type: IdType = 'open_id') =>
		client.im.v1.chatMembers.delete({ path: { chat_id }, params: { member_id_type }, data: { id_list } });
	const chat = (id = fixture.chatId) => chatIn(fixture.simulator, id);

	it('adds people in every id type and tells the bots', async () => {
		const users = outsiders.map((id) => fixture.simulator.store.contact.users.get(id));
		const [one, two, three] = users;
		await add(fixture.chatId, [one?.open_id ?? '']);
		await add(fixture.chatId, [two?.union_id ?? ''], { member_id_type: 'union_id' });
		const added = await add(fixture.chatId, [three?.user_id ?? ''], { member_id_type: 'user_id' });
		expect(added.data).toEqual({ invalid_id_list: [], not_existed_id_list: [], pending_approval_id_list: [] });
		expect(chat().members.slice(-3)).toEqual(outsiders);
		expect(chat().members).toHaveLength(8);
		const event = fixture.simulator.push.deliveries.at(-1);
		expect(event).toMatchObject({
			event_type: 'im.chat.member.user.added_v1',
			payload: { event: { chat_id: fixture.chatId, users: [{ user_id: { open_id: three?.open_id } }] } },
		});
	});

	it('adds a bot by its app id', async () => {
		const bot = otherApp(fixture.simulator);
		expect((await add(fixture.chatId, [bot.app_id], { member_id_type: 'app_id' })).code).toBe(0);
		expect(chat().bots).toContain(bot.app_id);
		expect(fixture.simulator.push.deliveries.at(-1)).toMatchObject({
			app_id: bot.app_id,
			event_type: 'im.chat.member.bot.added_v1',
		});
	});

	it('takes ids that name nobody by succeed_type', async () => {
		const [fresh = '', left = ''] = outsiders;
		const user = fixture.simulator.store.contact.users.get(left);
		if (user) user.is_resigned = true;
		const ids = [fresh, left, 'ou_unknown'];
		expect(await codeOf(add(fixture.chatId, ids))).toBe(99992351);
		expect(await codeOf(add(fixture.chatId, ids, { succeed_type: 2 }))).toBe(232043);
		expect(chat().members).not.toContain(fresh);
		const some = await add(fixture.chatId, ids, { succeed_type: 1 });
		expect(some.data).toEqual({
			invalid_id_list: [left],
			not_existed_id_list: ['ou_unknown'],
			pending_approval_id_list: [],
		});
		expect(chat().members).toContain(fresh);
		expect(chat().members).not.toContain(left);
		expect((await add(fixture.chatId, [fresh, left])).data).toMatchObject({ invalid_id_list: [left] });
		expect(await codeOf(add(fixture.chatId, [left]))).toBe(232027);
		expect(await codeOf(add(fixture.chatId, ids, { succeed_type: 3 }))).toBe(232001);
	});

	it.each([
		['user_id', 99992360],
		['union_id', 99992364],
		['app_id', 232043],
	] as const)('refuses an unknown %s with %i', async (type, code) => {
		expect(await codeOf(add(fixture.chatId, ['unknown'], { member_id_type: type }))).toBe(code);
	});

	it('refuses empty and long lists, strange groups and conversations of two', async () => {
		expect(await codeOf(add(fixture.chatId, []))).toBe(232027);
		const many = (count: number) => Array.from({ length: count }, (_value, index) => `id_${index}`);
		expect(await codeOf(add(fixture.chatId, many(51)))).toBe(99992402);
		expect(await codeOf(add(fixture.chatId, many(6), { member_id_type: 'app_id' }))).toBe(232001);
		expect(await codeOf(add(fixture.strangeChatId, outsiders))).toBe(232011);
		chat().chat_type = 'p2p';
		expect(await codeOf(add(fixture.chatId, outsiders))).toBe(232090);
	});

	it('knows how many a group holds', async () => {
		chat().members.push(...Array.from({ length: 4995 }, (_value, index) => `ou_${index}`));
		expect(await codeOf(add(fixture.chatId, [first(outsiders)]))).toBe(232013);
		chat().bots.push(...Array.from({ length: 14 }, (_value, index) => `cli_${index}`));
		const bot = otherApp(fixture.simulator);
		expect(await codeOf(add(fixture.chatId, [bot.app_id], { member_id_type: 'app_id' }))).toBe(232013);
	});

	it('lets newcomers wait where they need approval, unless a manager adds them', async () => {
		const chatId = await ownGroup(client, [], { membership_approval: 'approval_required' });
		const [one = '', two = ''] = outsiders;
		expect((await add(chatId, [one])).data?.pending_approval_id_list).toEqual([]);
		expect(chat(chatId).members).toEqual([one]);
		chat(chatId).owner_id = one;
		delete chat(chatId).group?.creator;
		expect((await add(chatId, [two])).data?.pending_approval_id_list).toEqual([two]);
		expect(chat(chatId).members).toEqual([one]);
	});

	it('lets only managers add where the group says so', async () => {
		const chatId = await ownGroup(client, [], {});
		const only = { add_member_permission: 'only_owner', share_card_permission: 'not_allowed' };
		await client.im.v1.chat.update({ path: { chat_id: chatId }, data: only });
		expect(await codeOf(add(chatId, [first(outsiders)]))).toBe(0);
		chat(chatId).owner_id = first(outsiders);
		delete chat(chatId).group?.creator;
		expect(await codeOf(add(chatId, [outsiders[1] ?? '']))).toBe(232017);
	});

	it('removes people and bots, never the owner', async () => {
		const [one = '', two = ''] = fixture.members;
		const bot = otherApp(fixture.simulator);
		const chatId = await ownGroup(client, [one, two], { bot_id_list: [bot.app_id] });
		const removed = await remove(chatId, [one, 'ou_unknown']);
		expect(removed.data).toEqual({ invalid_id_list: ['ou_unknown'] });
		expect(chat(chatId).members).toEqual([two]);
		expect((await remove(chatId, [bot.app_id], 'app_id')).code).toBe(0);
		expect(chat(chatId).bots).toEqual([fixture.simulator.appId]);
		expect(pushed(fixture.simulator).slice(-2)).toEqual([
			'im.chat.member.user.deleted_v1',
			'im.chat.member.bot.deleted_v1',
		]);
		await client.im.v1.chat.update({ path: { chat_id: chatId }, data: { owner_id: two } });
		expect(await codeOf(remove(chatId, [two]))).toBe(232076);
		expect(await codeOf(remove(chatId, ['ou_unknown']))).toBe(232027);
		expect(await codeOf(remove(chatId, []))).toBe(232027);
	});

	it('lets a plain member remove itself only', async () => {
		expect(await codeOf(remove(fixture.chatId, [fixture.members[1] ?? '']))).toBe(232014);
		expect(await codeOf(remove(fixture.chatId, [fixture.simulator.appId], 'app_id'))).toBe(0);
		expect(chat().bots).toEqual([]);
		expect(await codeOf(remove(fixture.chatId, [fixture.simulator.appId], 'app_id'))).toBe(232011);
	});

	it('hands the group over when its owner leaves, and stays when nobody could take it', async () => {
		const [one = ''] = fixture.members;
		const empty = await ownGroup(client);
		expect(await codeOf(remove(empty, [fixture.simulator.appId], 'app_id'))).toBe(232029);
		const chatId = await ownGroup(client, [one]);
		await remove(chatId, [fixture.simulator.appId], 'app_id');
		expect(chat(chatId)).toMatchObject({ owner_id: one, bots: [] });
	});

	it('joins public groups that need no approval', async () => {
		const join = (chat_id: string) => codeOf(client.im.v1.chatMembers.meJoin({ path: { chat_id } }));
		const open = await ownGroup(client, [], { chat_type: 'public', name: 'Open' });
		chat(open).bots = [];
		expect(await join(open)).toBe(0);
		expect(chat(open).bots).toEqual([fixture.simulator.appId]);
		const closed = await ownGroup(client, [], {
			chat_type: 'public',
			name: 'Closed',
			membership_approval: 'approval_required',
		});
		expect(await join(closed)).toBe(232075);
		expect(await join(fixture.strangeChatId)).toBe(232008);
		expect(await join('oc_unknown')).toBe(232006);
	});

	describe('managers', () => {
		const change =
			(what: 'addManagers' | 'deleteManagers') =>
			(chat_id: string, manager_ids: string[], member_id_type: IdType = 'open_id') =>
				client.im.v1.chatManagers[what]({ path: { chat_id }, params: { member_id_type }, data: { manager_ids } });
		const appoint = change('addManagers');
		const dismiss = change('deleteManagers');

		it('are appointed and dismissed by the owner, people and bots', async () => {
			const [one = '', two = ''] = fixture.members;
			const bot = otherApp(fixture.simulator);
			const chatId = await ownGroup(client, [one, two], { bot_id_list: [bot.app_id] });
			expect((await appoint(chatId, [one, two])).data).toEqual({ chat_managers: [one, two], chat_bot_managers: [] });
			const both = { chat_managers: [one, two], chat_bot_managers: [bot.app_id] };
			expect((await appoint(chatId, [bot.app_id], 'app_id')).data).toEqual(both);
			const union = fixture.simulator.store.contact.users.get(one)?.union_id ?? '';
			expect((await dismiss(chatId, [union], 'union_id')).data).toEqual({
				chat_managers: [fixture.simulator.store.contact.users.get(two)?.union_id],
				chat_bot_managers: [bot.app_id],
			});
			expect((await client.im.v1.chat.get({ path: { chat_id: chatId } })).data).toMatchObject({
				user_manager_id_list: [two],
				bot_manager_id_list: [bot.app_id],
			});
		});

		it('may recall messages of others, for a year', async () => {
			const written = async () =>
				(
					await fixture.http.admin<{ message_id: string }>('POST', `/chats/${fixture.chatId}/messages`, {
						open_id: first(fixture.members),
						text: 'x',
					})
				).message_id;
			const recall = (message_id: string) => codeOf(client.im.v1.message.delete({ path: { message_id } }));
			const [one, two] = [await written(), await written()];
			expect(await recall(one)).toBe(230026);
			await client.im.v1.chat.get({ path: { chat_id: fixture.chatId } });
			chat().group?.bot_managers.push(fixture.simulator.appId);
			expect(await recall(one)).toBe(0);
			const { clock, tokens } = fixture.simulator.store;
			clock.advance(366 * 86_400_000);
			for (const token of tokens) token.expires_at = clock.now() + 7_200_000;
			expect(await recall(two)).toBe(230009);
		});

		it('refuses those outside, too many, and anybody but the owner', async () => {
			expect(await codeOf(appoint(fixture.chatId, [fixture.members[1] ?? '']))).toBe(232038);
			expect(await codeOf(dismiss(fixture.chatId, [fixture.members[1] ?? '']))).toBe(232038);
			const chatId = await ownGroup(client, [first(fixture.members)]);
			expect(await codeOf(appoint(chatId, []))).toBe(232027);
			expect(await codeOf(appoint(chatId, outsiders))).toBe(232027);
			expect(
				await codeOf(
					appoint(
						chatId,
						Array.from({ length: 6 }, (_v, i) => `cli_${i}`),
						'app_id',
					),
				),
			).toBe(232001);
			await appoint(chatId, [fixture.simulator.appId], 'app_id');
			chat(chatId).group?.managers.push(...Array.from({ length: 9 }, (_value, index) => `ou_${index}`));
			expect(await codeOf(appoint(chatId, [first(fixture.members)]))).toBe(232040);
		});
	});
});
