import type { Client } from '@larksuiteoapi/node-sdk';
import { chatIn, codeOf, otherApp, ownGroup, pushed } from '../../support/conformance/groups';
import { type Fixture, first, PNG, sdkClient, startFixture } from '../../support/conformance/harness';

const CHATS = '/open-apis/im/v1/chats';

describe('making, changing and disbanding groups', () => {
	let fixture: Fixture;
	let client: Client;
	beforeEach(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
	});
	afterEach(() => fixture.simulator.close());

	const create = (data: Parameters<Client['im']['v1']['chat']['create']>[0] = {}) => client.im.v1.chat.create(data);
	const update = (chat_id: string, data: object) => client.im.v1.chat.update({ path: { chat_id }, data });
	const get = async (chat_id: string) => (await client.im.v1.chat.get({ path: { chat_id } })).data;
	const avatar = async () => {
		const form = new FormData();
		form.append('image_type', 'avatar');
		form.append('image', new Blob([new Uint8Array(PNG)]), 'a.png');
		return String((await fixture.http.post('/open-apis/im/v1/images', form)).data.image_key);
	};

	it('makes a group with its settings, which the lists, the search and the members show', async () => {
		const [owner = '', other = ''] = fixture.members;
		const key = await avatar();
		const made = await create({
			params: { set_bot_manager: true },
			data: {
				name: 'Release 发布',
				description: 'Ships on Friday',
				avatar: key,
				i18n_names: { en_us: 'Release' },
				owner_id: owner,
				user_id_list: [other],
				chat_type: 'public',
				group_message_type: 'thread',
				urgent_setting: 'only_owner',
				membership_approval: 'approval_required',
			},
		});
		expect(made.data).toMatchObject({
			name: 'Release 发布',
			avatar: expect.stringContaining(key),
			owner_id: owner,
			owner_id_type: 'open_id',
			chat_mode: 'group',
			chat_type: 'public',
			group_message_type: 'thread',
			urgent_setting: 'only_owner',
			moderation_permission: 'all_members',
			restricted_mode_setting: { status: false },
		});
		const chatId = made.data?.chat_id ?? '';
		expect(await get(chatId)).toMatchObject({
			description: 'Ships on Friday',
			i18n_names: { zh_cn: 'Release 发布', en_us: 'Release' },
			user_count: '2',
			bot_count: '1',
			bot_manager_id_list: [fixture.simulator.appId],
			user_manager_id_list: [],
			chat_status: 'normal',
		});
		const found = await client.im.v1.chat.search({ params: { query: 'release' } });
		expect(found.data?.items).toEqual([expect.objectContaining({ chat_id: chatId, description: 'Ships on Friday' })]);
		const members = await client.im.v1.chatMembers.get({ path: { chat_id: chatId } });
		expect(members.data?.items?.map(({ member_id }) => member_id)).toEqual([owner, other]);
		expect(pushed(fixture.simulator)).toEqual(['im.chat.member.bot.added_v1']);
	});

	it('makes the bot the owner when nobody else is named, and then tells no owner', async () => {
		const made = await create({ data: {} });
		expect(made.data).toMatchObject({ name: '(无主题)', chat_type: 'private' });
		expect(made.data).not.toHaveProperty('owner_id');
		expect(chatIn(fixture.simulator, made.data?.chat_id ?? '').bots).toEqual([fixture.simulator.appId]);
	});

	it('reads ids in the wanted type and adds invited bots', async () => {
		const user = first([...fixture.simulator.store.contact.users.values()]);
		const bot = otherApp(fixture.simulator);
		const made = await create({
			params: { user_id_type: 'union_id' },
			data: { owner_id: user.union_id, bot_id_list: [bot.app_id] },
		});
		expect(made.data).toMatchObject({ owner_id: user.union_id, owner_id_type: 'union_id' });
		expect(await get(made.data?.chat_id ?? '')).toMatchObject({ bot_count: '2', bot_manager_id_list: [] });
	});

	it('makes one group for one uuid and owner in ten hours', async () => {
		const [owner = ''] = fixture.members;
		const id = async (owner_id?: string) =>
			(await create({ params: { uuid: 'same' }, data: { name: 'x', owner_id } })).data?.chat_id;
		const one = await id();
		expect(await id()).toBe(one);
		expect(await id(owner)).not.toBe(one);
		fixture.simulator.store.clock.advance(3_600_000);
		expect(await id()).toBe(one);
		const { store } = fixture.simulator;
		fixture.simulator.store.clock.advance(9 * 3_600_000 + 1000);
		store.apps.tokens.forEach((token) => (token.expires_at = store.clock.now() + 7_200_000));
		expect(await id()).not.toBe(one);
	});

	it.each([
		['too many people', { user_id_list: Array.from({ length: 51 }, () => 'ou_x') }, 99992402],
		['too many bots', { bot_id_list: Array.from({ length: 6 }, () => 'cli_x') }, 99992402],
		['a value that the gateway knows', { group_message_type: 'topic' }, 99992402],
		['a value that the endpoint knows', { chat_type: 'secret' }, 232001],
		['another chat_mode', { chat_mode: 'p2p' }, 232001],
		['a visibility', { join_message_visibility: 'nobody' }, 232001],
		['a public group without a name', { chat_type: 'public' }, 232042],
		['a public group with too short a name', { chat_type: 'public', name: 'x' }, 232020],
		['an unknown owner', { owner_id: 'ou_x' }, 232030],
		['an unknown person', { user_id_list: ['ou_x'] }, 232043],
		['an unknown bot', { bot_id_list: ['cli_x'] }, 232043],
		['a picture that is none', { avatar: 'img_x' }, 232041],
		['a restriction that restricts nothing', { restricted_mode_setting: { status: true } }, 232001],
		[
			'a restriction that is off',
			{ restricted_mode_setting: { status: false, message_has_permission_setting: 'not_anyone' } },
			232001,
		],
	] as const)('refuses %s', async (_what, data, code) => {
		expect((await fixture.http.post(CHATS, data)).code).toBe(code);
	});

	it('refuses people who have left, and a uuid that is too long', async () => {
		const user = first([...fixture.simulator.store.contact.users.values()]);
		user.is_resigned = true;
		expect((await fixture.http.post(CHATS, { user_id_list: [user.open_id] })).code).toBe(232022);
		expect((await fixture.http.post(`${CHATS}?uuid=${'u'.repeat(51)}`, {})).code).toBe(99992402);
	});

	it('takes a picture uploaded as an avatar only', async () => {
		const form = new FormData();
		form.append('image_type', 'message');
		form.append('image', new Blob([new Uint8Array(PNG)]), 'a.png');
		const { data } = await fixture.http.post('/open-apis/im/v1/images', form);
		expect((await fixture.http.post(CHATS, { avatar: data.image_key })).code).toBe(232041);
		expect((await fixture.http.post(CHATS, { avatar: 'default-avatar_44ae' })).code).toBe(0);
	});

	it('changes what is given and leaves the rest, and pushes the difference', async () => {
		const [, second = ''] = fixture.members;
		const chatId = await ownGroup(client, [second], { description: 'stays' });
		await update(chatId, {
			name: 'New',
			add_member_permission: 'only_owner',
			share_card_permission: 'not_allowed',
			owner_id: second,
		});
		expect(await get(chatId)).toMatchObject({
			name: 'New',
			description: 'stays',
			add_member_permission: 'only_owner',
			share_card_permission: 'not_allowed',
			owner_id: second,
		});
		const event = fixture.simulator.push.deliveries.at(-1);
		expect(event).toMatchObject({
			event_type: 'im.chat.updated_v1',
			payload: {
				event: {
					chat_id: chatId,
					after_change: { name: 'New', owner_id: { open_id: second }, add_member_permission: 'only_owner' },
					before_change: { name: 'Own', add_member_permission: 'all_members' },
				},
			},
		});
	});

	it('lets a plain member change the information only, and only where the group lets it', async () => {
		expect((await update(fixture.chatId, { name: 'By a member' })).code).toBe(0);
		expect(await codeOf(update(fixture.chatId, { at_all_permission: 'only_owner' }))).toBe(232016);
		expect(await codeOf(update(fixture.chatId, { owner_id: fixture.members[1] }))).toBe(232016);
		const chat = chatIn(fixture.simulator, fixture.chatId);
		if (chat.group) chat.group.settings.edit_permission = 'only_owner';
		expect(await codeOf(update(fixture.chatId, { name: 'x' }))).toBe(232002);
	});

	it.each([
		['one of two settings that go together', { add_member_permission: 'only_owner' }, 232001],
		[
			'two settings that do not match',
			{ add_member_permission: 'only_owner', share_card_permission: 'allowed' },
			232001,
		],
		['an owner who does not exist', { owner_id: 'ou_x' }, 232035],
		['a picture that is none', { avatar: 'img_x' }, 232041],
		['too short a public name', { chat_type: 'public', name: 'x' }, 232001],
	] as const)('refuses to change a group to %s', async (_what, data, code) => {
		expect(await codeOf(update(await ownGroup(client), data))).toBe(code);
	});

	it('refuses an owner from outside, and the name of another public group', async () => {
		const chatId = await ownGroup(client);
		expect(await codeOf(update(chatId, { owner_id: first(fixture.members) }))).toBe(232012);
		await ownGroup(client, [], { name: 'Taken', chat_type: 'public' });
		expect(await codeOf(update(chatId, { name: 'Taken', chat_type: 'public' }))).toBe(232026);
	});

	it('disbands its own group, of which later calls learn', async () => {
		const chatId = await ownGroup(client, [first(fixture.members)]);
		const message = await fixture.http.text(chatId, 'last words');
		expect((await client.im.v1.chat.delete({ path: { chat_id: chatId } })).code).toBe(0);
		expect(pushed(fixture.simulator).at(-1)).toBe('im.chat.disbanded_v1');
		expect(await codeOf(client.im.v1.chat.delete({ path: { chat_id: chatId } }))).toBe(232009);
		expect(await codeOf(update(chatId, { name: 'x' }))).toBe(232009);
		expect(await codeOf(client.im.v1.chatMembers.get({ path: { chat_id: chatId } }))).toBe(232009);
		expect((await fixture.http.send(chatId, 'text', { text: 'x' })).code).toBe(232009);
		expect((await fixture.http.get(`/open-apis/im/v1/messages/${message}`)).code).toBe(232009);
		expect(await get(chatId)).toEqual({
			avatar: expect.any(String),
			name: 'Own',
			user_count: '1',
			bot_count: '1',
			chat_status: 'dissolved',
		});
		expect((await client.im.v1.chatMembers.isInChat({ path: { chat_id: chatId } })).data?.is_in_chat).toBe(false);
		const listed = await client.im.v1.chat.list();
		expect(listed.data?.items?.map(({ chat_id }) => chat_id)).not.toContain(chatId);
	});

	it('disbands a group of somebody else only as its maker with the scope for it', async () => {
		const disband = (chat_id: string) => codeOf(client.im.v1.chat.delete({ path: { chat_id } }));
		expect(await disband(fixture.chatId)).toBe(232017);
		expect(await disband(fixture.strangeChatId)).toBe(232011);
		expect(await disband('oc_unknown')).toBe(232006);
		const chatId = await ownGroup(client, [], { owner_id: first(fixture.members) });
		const app = fixture.simulator.store.apps.get(fixture.simulator.appId);
		if (app) app.scopes = ['im:chat'];
		expect(await disband(chatId)).toBe(232017);
		if (app) app.scopes = ['im:chat', 'im:chat:operate_as_owner'];
		expect(await disband(chatId)).toBe(0);
	});

	it('refuses a conversation of two', async () => {
		await client.im.v1.message.create({
			params: { receive_id_type: 'open_id' },
			data: { receive_id: first(fixture.members), msg_type: 'text', content: '{"text":"x"}' },
		});
		const p2p = [...fixture.simulator.store.im.chats.values()].find((chat) => chat.chat_type === 'p2p');
		expect(await codeOf(update(p2p?.chat_id ?? '', { name: 'x' }))).toBe(232008);
	});

	describe('the right to write', () => {
		const moderate = (chat_id: string, data: object) => client.im.v1.chatModeration.update({ path: { chat_id }, data });
		const moderation = async (chat_id: string, params = {}) =>
			(await client.im.v1.chatModeration.get({ path: { chat_id }, params })).data;

		it('is for all, for managers, or for a list without those outside', async () => {
			const [one = '', two = ''] = fixture.members;
			const outsider =
				[...fixture.simulator.store.contact.users.keys()].find((id) => !fixture.members.includes(id)) ?? '';
			const chatId = await ownGroup(client, [one, two]);
			expect(await moderation(chatId)).toEqual({ moderation_setting: 'all_members', has_more: false, items: [] });
			await moderate(chatId, { moderation_setting: 'moderator_list', moderator_added_list: [one, two, outsider] });
			const page = await moderation(chatId, { page_size: 1 });
			expect(page).toMatchObject({ moderation_setting: 'moderator_list', has_more: true, items: [{ user_id: one }] });
			expect(await moderation(chatId, { page_size: 1, page_token: page?.page_token })).toMatchObject({
				has_more: false,
				items: [{ user_id: two, user_id_type: 'open_id' }],
			});
			await moderate(chatId, { moderator_removed_list: [one] });
			expect((await moderation(chatId))?.items).toHaveLength(1);
			expect(await get(chatId)).toMatchObject({ moderation_permission: 'moderator_list' });
		});

		it('is set by the owner, with known values', async () => {
			const [one = ''] = fixture.members;
			expect(await codeOf(moderate(fixture.chatId, { moderation_setting: 'only_owner' }))).toBe(232017);
			const chatId = await ownGroup(client, [one]);
			expect(await codeOf(moderate(chatId, { moderation_setting: 'nobody' }))).toBe(232001);
			const both = { moderation_setting: 'moderator_list', moderator_added_list: [one], moderator_removed_list: [one] };
			expect(await codeOf(moderate(chatId, both))).toBe(232001);
			expect(await codeOf(moderation(chatId, { page_token: 'x' }))).toBe(232001);
		});

		it('counts when the bot sends and replies', async () => {
			const messageId = await fixture.http.text(fixture.chatId, 'before');
			const chat = chatIn(fixture.simulator, fixture.chatId);
			await moderation(fixture.chatId);
			if (chat.group) chat.group.settings.moderation_permission = 'only_owner';
			expect((await fixture.http.send(fixture.chatId, 'text', { text: 'x' })).code).toBe(230035);
			const reply = { msg_type: 'text', content: '{"text":"x"}' };
			expect((await fixture.http.post(`/open-apis/im/v1/messages/${messageId}/reply`, reply)).code).toBe(230035);
			chat.group?.bot_managers.push(fixture.simulator.appId);
			expect((await fixture.http.send(fixture.chatId, 'text', { text: 'x' })).code).toBe(0);
		});
	});

	describe('the share link', () => {
		const link = (chat_id: string, data = {}) => client.im.v1.chat.link({ path: { chat_id }, data });

		it.each([
			[{}, 7],
			[{ validity_period: 'week' }, 7],
			[{ validity_period: 'year' }, 365],
		])('of %j is good for %i days', async (data, days) => {
			const answer = await link(fixture.chatId, data);
			expect(answer.data).toMatchObject({
				share_link: expect.stringMatching(/^https:\/\/applink\.feishu\.cn\//),
				is_permanent: false,
			});
			const left = Number(answer.data?.expire_time) - fixture.simulator.store.clock.now() / 1000;
			expect(Math.round(left / 86_400)).toBe(days);
		});

		it('may be permanent; other periods, conversations of two and closed groups have none', async () => {
			expect((await link(fixture.chatId, { validity_period: 'permanently' })).data?.is_permanent).toBe(true);
			expect(await codeOf(link(fixture.chatId, { validity_period: 'day' }))).toBe(99992402);
			const chat = chatIn(fixture.simulator, fixture.chatId);
			if (chat.group) chat.group.settings.add_member_permission = 'only_owner';
			expect(await codeOf(link(fixture.chatId))).toBe(232064);
			chat.chat_type = 'p2p';
			expect(await codeOf(link(fixture.chatId))).toBe(232062);
		});
	});

	describe('the top notice', () => {
		const put = (chat_id: string, chat_top_notice: Array<{ action_type?: '1' | '2'; message_id?: string }>) =>
			client.im.v1.chatTopNotice.putTopNotice({ path: { chat_id }, data: { chat_top_notice } });

		it('is a message of the group or its announcement, until it is taken away', async () => {
			const messageId = await fixture.http.text(fixture.chatId, 'on top');
			const chat = chatIn(fixture.simulator, fixture.chatId);
			await put(fixture.chatId, [{ action_type: '1', message_id: messageId }]);
			expect(chat.group?.top_notice).toEqual({ action_type: '1', message_id: messageId });
			await put(fixture.chatId, [{}]);
			expect(chat.group?.top_notice).toMatchObject({ action_type: '2' });
			await client.im.v1.chatTopNotice.deleteTopNotice({ path: { chat_id: fixture.chatId } });
			expect(chat.group?.top_notice).toBeUndefined();
		});

		it('refuses a message of nowhere, of elsewhere, an empty list and other kinds', async () => {
			const elsewhere = await fixture.http.text(await ownGroup(client), 'x');
			expect(await codeOf(put(fixture.chatId, [{ action_type: '1' }]))).toBe(232001);
			expect(await codeOf(put(fixture.chatId, [{ action_type: '1', message_id: elsewhere }]))).toBe(232001);
			expect(await codeOf(put(fixture.chatId, []))).toBe(232001);
			expect(await codeOf(put(fixture.chatId, [{ action_type: '3' as '1' }]))).toBe(99992402);
			expect(await codeOf(put(fixture.strangeChatId, [{}]))).toBe(232011);
		});
	});
});
