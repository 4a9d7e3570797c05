/** The operations that make and change groups. */
import type { INodeParameters } from 'n8n-workflow';

import { groupOf } from '../../../simulator/state/chats';
import { byEmail, byId, list, only, picture, usePlatform, type ItemSpec } from '../../support/engine';
import { ownChat, person, publicChat, several } from '../../support/engine/ownChat';

const platform = usePlatform();

/** What says which operation runs: `chat:create`. */
function chosen(key: string): INodeParameters {
	const [resource, operation] = key.split(':');
	return { resource, operation };
}

async function run(key: string, parameters: INodeParameters, items?: ItemSpec[]) {
	const result = await platform.run({ parameters: { ...chosen(key), ...parameters }, items });
	if (result.error) throw result.error;
	return only(result.items).json;
}

const failure = async (key: string, parameters: INodeParameters) =>
	(await platform.run({ parameters: { ...chosen(key), ...parameters } })).error;

const stored = (id: unknown) => only([...platform.store.chats.values()].filter(({ chat_id }) => chat_id === id));
const sent = () => platform.calls.map(({ bodyText = '{}' }) => JSON.parse(bodyText) as Record<string, unknown>);

/** People beside those that are there. */
function addPeople(count: number): string[] {
	return Array.from({ length: count }, (_, index) => {
		const user = { ...platform.user, open_id: `ou_many${index}`, union_id: `on_many${index}`, user_id: `many${index}` };
		platform.store.users.set(user.open_id, { ...user, email: `many${index}@example.com`, mobile: `+6590000${index}` });
		return user.open_id;
	});
}

describe('Chat: Create', () => {
	test('with people by ID, address and number, an owner, settings and a picture', async () => {
		const [first, second, third] = platform.users;
		const chat = await run(
			'chat:create',
			{
				name: 'Incident 1024',
				description: 'The database is down',
				owner: byEmail(third?.email ?? ''),
				members: { ...person(first?.open_id ?? ''), ...several(second?.mobile ?? '') },
				groupMessageType: 'thread',
				settings: {
					avatarField: 'data',
					urgentSetting: 'only_owner',
					joinMessageVisibility: 'not_anyone',
					nameEn: 'Incident',
					restrictedMode: ['download'],
				},
			},
			[{ files: { data: picture } }],
		);
		const made = stored(chat.chat_id);
		expect(made).toMatchObject({
			name: 'Incident 1024',
			description: 'The database is down',
			owner_id: third?.open_id,
			members: [third?.open_id, first?.open_id, second?.open_id],
			bots: [platform.simulator.appId],
		});
		const group = groupOf(made);
		expect(platform.store.images.get(group.avatar ?? '')?.type).toBe('avatar');
		expect(group.i18n_names.en_us).toBe('Incident');
		expect(group.settings).toMatchObject({
			chat_type: 'private',
			group_message_type: 'thread',
			urgent_setting: 'only_owner',
			join_message_visibility: 'not_anyone',
			restricted_mode_setting: {
				status: true,
				download_has_permission_setting: 'not_anyone',
				screenshot_has_permission_setting: 'all_members',
			},
		});
	});

	test('the app owns a group for which nobody is chosen, and is an administrator of others on request', async () => {
		const own = stored((await run('chat:create', { name: 'Own' })).chat_id);
		expect(own.owner_id).toBe(platform.store.apps.get(platform.simulator.appId)?.bot_open_id);
		const owner = list(platform.user.open_id);
		const other = stored((await run('chat:create', { owner, options: { setBotManager: true } })).chat_id);
		expect(groupOf(other).bot_managers).toEqual([platform.simulator.appId]);
	});

	test('one key makes one group; without a key each item makes its own', async () => {
		const keyed = { name: 'Once', options: { uuid: 'incident-1' } };
		expect((await run('chat:create', keyed)).chat_id).toBe((await run('chat:create', keyed)).chat_id);
		expect((await run('chat:create', { name: 'Twice' })).chat_id).not.toBe(
			(await run('chat:create', { name: 'Twice' })).chat_id,
		);
	});

	test('a lost answer makes no second group', async () => {
		const before = platform.chats.length;
		platform.simulator.faults.add({
			path: '/open-apis/im/v1/chats',
			times: 1,
			action: { type: 'dropAfter' },
		});
		await run('chat:create', { name: 'Lost answer' });
		expect(platform.chats.length).toBe(before + 1);
	});

	test('nobody with that address: no group', async () => {
		const before = platform.store.chats.size;
		const error = await failure('chat:create', {
			name: 'x',
			members: several('nobody@example.com, ghost@example.com'),
		});
		expect(error?.message).toContain('nobody@example.com, ghost@example.com');
		expect(error?.message).toContain("'Members'");
		expect(platform.store.chats.size).toBe(before);
	});

	test('a public group needs a name', async () => {
		expect((await run('chat:create', { name: 'Everyone', chatType: 'public' })).chat_type).toBe('public');
	});
});

describe('Chat: Update', () => {
	test('sends what was set and nothing else', async () => {
		const chat = ownChat(platform);
		const [member = ''] = chat.members;
		expect(
			await run('chat:update', {
				chat: list(chat.chat_id),
				owner: list(member),
				updateFields: { name: 'New', description: '', addMemberPermission: 'only_owner' },
				settings: { membershipApproval: 'approval_required' },
			}),
		).toEqual({ chat_id: chat.chat_id, updated: true });
		expect(sent()).toEqual([
			{
				name: 'New',
				description: '',
				add_member_permission: 'only_owner',
				share_card_permission: 'not_allowed',
				membership_approval: 'approval_required',
				owner_id: member,
			},
		]);
		expect(stored(chat.chat_id)).toMatchObject({ name: 'New', description: '', owner_id: member });
	});

	test('an owner who is not in the group', async () => {
		const chat = ownChat(platform);
		chat.members = [];
		const error = await failure('chat:update', { chat: list(chat.chat_id), owner: list(platform.user.open_id) });
		expect(error?.message).toBe('The new owner is not in the group');
	});

	test('a setting of a group that belongs to somebody else', async () => {
		const chat = ownChat(platform);
		[chat.owner_id] = chat.members;
		const error = await failure('chat:update', { chat: list(chat.chat_id), settings: { urgentSetting: 'only_owner' } });
		expect(error?.message).toBe('Only the owner and administrators may change this setting');
	});
});

test('Disband dissolves a group of the app, and no other', async () => {
	const chat = ownChat(platform);
	expect(await run('chat:disband', { chat: list(chat.chat_id) })).toEqual({ disbanded: true, chat_id: chat.chat_id });
	expect(platform.store.chats.has(chat.chat_id)).toBe(false);
	const gone = await failure('chat:disband', { chat: list(chat.chat_id) });
	expect(gone?.message).toBe('The group was dissolved');
	const error = await failure('chat:disband', { chat: list(platform.chat.chat_id) });
	expect(error?.message).toBe('Only the owner of the group may do this');
});

describe('Member: Add', () => {
	test('in groups of 50 people and 5 bots', async () => {
		const chat = ownChat(platform);
		const people = addPeople(120);
		const bots = Array.from({ length: 7 }, (_, index) => `cli_other${index}`);
		const app = platform.store.apps.get(platform.simulator.appId);
		for (const app_id of bots) platform.store.apps.set(app_id, { ...app, app_id } as never);
		const output = await run('member:add', {
			chat: list(chat.chat_id),
			members: several(people.join('\n')),
			bots: bots.join(','),
		});
		expect(sent().map(({ id_list }) => (id_list as string[]).length)).toEqual([50, 50, 20, 5, 2]);
		expect(platform.calls.map(({ query }) => new URLSearchParams(query).get('member_id_type'))).toEqual([
			'open_id',
			'open_id',
			'open_id',
			'app_id',
			'app_id',
		]);
		expect(output.added_id_list).toEqual([...people, ...bots]);
		expect(chat.members).toEqual(expect.arrayContaining(people));
		expect(chat.bots).toEqual(expect.arrayContaining(bots));
		bots.forEach((id) => platform.store.apps.delete(id));
		people.forEach((id) => platform.store.users.delete(id));
	});

	test('says who was not added', async () => {
		const chat = ownChat(platform);
		chat.members = [];
		const former = { ...platform.user, open_id: 'ou_left', is_resigned: true };
		platform.store.users.set(former.open_id, former);
		const members = person(platform.user.open_id, 'ou_unknown', 'ou_left');
		const output = await run('member:add', { chat: list(chat.chat_id), members });
		expect(output).toEqual({
			chat_id: chat.chat_id,
			added_id_list: [platform.user.open_id],
			invalid_id_list: ['ou_left'],
			not_existed_id_list: ['ou_unknown'],
			pending_approval_id_list: [],
		});
		expect(chat.members).toEqual([platform.user.open_id]);

		const all = await failure('member:add', { chat: list(chat.chat_id), members, whenUnavailable: '2' });
		expect(all?.message).toBe('Some of the IDs cannot be used');
		platform.store.users.delete('ou_left');
	});

	test('who has to wait for approval is not taken for added', async () => {
		const chat = ownChat(platform);
		Object.assign(chat, { owner_id: 'ou_somebody', members: [] });
		groupOf(chat).settings.membership_approval = 'approval_required';
		const members = person(platform.user.open_id);
		expect(await run('member:add', { chat: list(chat.chat_id), members })).toMatchObject({
			added_id_list: [],
			pending_approval_id_list: [platform.user.open_id],
		});
	});
});

test('Member: Remove takes people and bots out, and says which IDs are invalid', async () => {
	const chat = ownChat(platform);
	const [first = '', second = ''] = chat.members;
	const members = person(first, second, 'ou_unknown');
	expect(await run('member:remove', { chat: list(chat.chat_id), members })).toEqual({
		chat_id: chat.chat_id,
		removed_id_list: [first, second],
		invalid_id_list: ['ou_unknown'],
	});
	expect(chat.members).not.toContain(first);
});

test('Manager: Add and Remove give the administrators that there are', async () => {
	const chat = ownChat(platform);
	const [first = '', second = ''] = chat.members;
	const parameters = { chat: list(chat.chat_id), members: person(first, second), bots: platform.simulator.appId };
	expect(await run('manager:add', parameters)).toEqual({
		chat_id: chat.chat_id,
		chat_managers: [first, second],
		chat_bot_managers: [platform.simulator.appId],
	});
	expect(await run('manager:remove', { chat: list(chat.chat_id), members: person(first) })).toEqual({
		chat_id: chat.chat_id,
		chat_managers: [second],
		chat_bot_managers: [platform.simulator.appId],
	});
	const error = await failure('manager:add', { chat: list(platform.chat.chat_id), members: person(first) });
	expect(error?.message).toBe('Only the owner of the group may change its administrators');
});

test('Top Notice: Put and Delete', async () => {
	const { chat } = platform;
	const { message_id } = platform.botMessage();
	const notice = { chat: list(chat.chat_id), messageId: byId(message_id) };
	expect(await run('topNotice:put', notice)).toEqual({ chat_id: chat.chat_id, top_notice: 'message', message_id });
	expect(groupOf(chat).top_notice).toMatchObject({ action_type: '1', message_id });
	await run('topNotice:put', { chat: list(chat.chat_id), notice: 'announcement' });
	expect(groupOf(chat).top_notice).toMatchObject({ action_type: '2' });
	await run('topNotice:delete', { chat: list(chat.chat_id) });
	expect(groupOf(chat).top_notice).toBeUndefined();
});

test.each([
	['week', false],
	['permanently', true],
])('Get Share Link for %s', async (validityPeriod, is_permanent) => {
	expect(await run('chat:getShareLink', { chat: list(platform.chat.chat_id), validityPeriod })).toMatchObject({
		chat_id: platform.chat.chat_id,
		share_link: expect.stringContaining('https://') as string,
		is_permanent,
	});
});

test('Moderation: Update and Get, over several pages', async () => {
	const chat = ownChat(platform);
	const people = addPeople(130);
	chat.members.push(...people);
	const where = { chat: list(chat.chat_id) };
	expect(await run('moderation:get', where)).toEqual({
		chat_id: chat.chat_id,
		moderation_setting: 'all_members',
		moderators: [],
	});
	await run('moderation:update', { ...where, moderationSetting: 'allow', people: several(people.join()) });
	await run('moderation:update', { ...where, moderationSetting: 'withdraw', people: person(people[0] ?? '') });
	const { moderation_setting, moderators } = await run('moderation:get', { ...where, userIdType: 'union_id' });
	expect(moderation_setting).toBe('moderator_list');
	expect((moderators as Array<{ user_id: string }>).map(({ user_id }) => user_id)).toEqual(
		people.slice(1).map((id) => id.replace('ou_', 'on_')),
	);
	await run('moderation:update', { ...where, moderationSetting: 'only_owner' });
	expect(groupOf(chat).settings.moderation_permission).toBe('only_owner');
	people.forEach((id) => platform.store.users.delete(id));
});

test('Join makes the app a member of a public group, and of no other', async () => {
	const chat = publicChat(platform);
	expect(await run('chat:join', { chat: list(chat.chat_id) })).toEqual({ chat_id: chat.chat_id, joined: true });
	expect(chat.bots).toEqual([platform.simulator.appId]);
	const error = await failure('chat:join', { chat: list(platform.strangeChat.chat_id) });
	expect(error?.message).toBe('This kind of chat does not allow that');
});
