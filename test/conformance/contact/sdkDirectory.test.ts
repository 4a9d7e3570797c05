import type { Client } from '@larksuiteoapi/node-sdk';
import { type Fixture, first, sdkClient, startFixture } from '../../support/conformance/harness';

describe('chats, people and the bot through the official SDK', () => {
	let fixture: Fixture;
	let client: Client;

	beforeAll(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
	});
	afterAll(() => fixture.simulator.close());

	it('gets the bot, whose answer has no data', async () => {
		const info = await client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });
		expect(info).toMatchObject({ code: 0, bot: { app_name: 'n8n Bot', open_id: expect.stringMatching(/^ou_/) } });
	});

	it('lists the groups of the bot page by page, without p2p chats', async () => {
		await fixture.http.post('/open-apis/im/v1/messages?receive_id_type=open_id', {
			receive_id: first(fixture.members),
			msg_type: 'text',
			content: '{"text":"p2p"}',
		});
		const names: string[] = [];
		for await (const page of await client.im.v1.chat.listWithIterator({ params: { page_size: 2 } }))
			names.push(...(page?.items ?? []).map((chat) => chat.name ?? ''));
		expect(names).toEqual(['n8n Demo 演示群', '值班告警 On-call', 'Customer Support 客服']);
	});

	it('searches groups by name and by member', async () => {
		const search = async (query: string) =>
			(await client.im.v1.chat.search({ params: { query } })).data?.items?.map((chat) => chat.name);
		expect(await search('on-call')).toEqual(['值班告警 On-call']);
		expect(await search('Carol')).toEqual(['Customer Support 客服']);
		expect(await search('')).toEqual([]);
	});

	it('gets a group in full inside and in outline outside', async () => {
		const inside = await client.im.v1.chat.get({ path: { chat_id: fixture.chatId } });
		expect(inside.data).toMatchObject({
			name: 'n8n Demo 演示群',
			owner_id: first(fixture.members),
			user_count: '5',
			bot_count: '1',
		});
		const outside = await client.im.v1.chat.get({ path: { chat_id: fixture.strangeChatId } });
		expect(Object.keys(outside.data ?? {}).sort()).toEqual([
			'avatar',
			'bot_count',
			'chat_status',
			'name',
			'user_count',
		]);
	});

	it('lists members in the wanted id type, and says whether the bot is one', async () => {
		const members = await client.im.v1.chatMembers.get({
			path: { chat_id: fixture.chatId },
			params: { member_id_type: 'union_id' },
		});
		expect(members.data?.member_total).toBe(5);
		expect(first(members.data?.items)).toMatchObject({
			member_id_type: 'union_id',
			member_id: expect.stringMatching(/^on_/),
			name: '张三',
		});
		const isIn = async (chat_id: string) =>
			(await client.im.v1.chatMembers.isInChat({ path: { chat_id } })).data?.is_in_chat;
		expect([await isIn(fixture.chatId), await isIn(fixture.strangeChatId)]).toEqual([true, false]);
	});

	it.each(['open_id', 'union_id', 'user_id'] as const)('gets one user and many by %s', async (user_id_type) => {
		const [one, two] = [...fixture.simulator.store.contact.users.values()];
		const got = await client.contact.v3.user.get({
			path: { user_id: one?.[user_id_type] ?? '' },
			params: { user_id_type },
		});
		expect(got.data?.user).toMatchObject({ name: '张三', email: 'zhangsan@example.com', open_id: one?.open_id });
		const many = await client.contact.v3.user.batch({
			params: { user_id_type, user_ids: [one?.[user_id_type] ?? '', two?.[user_id_type] ?? ''] },
		});
		expect(many.data?.items?.map((user) => user.name)).toEqual(['张三', '李四']);
	});

	it('finds ids by e-mail and mobile, and names who is not found', async () => {
		const found = await client.contact.v3.user.batchGetId({
			params: { user_id_type: 'open_id' },
			data: {
				emails: ['alice@example.com', 'nobody@example.com'],
				mobiles: ['13800000001', '+8613800000002', '+44123'],
			},
		});
		expect(found.data?.user_list?.map(({ user_id, email, mobile }) => [email ?? mobile, user_id?.slice(0, 3)])).toEqual(
			[
				['alice@example.com', 'ou_'],
				['nobody@example.com', undefined],
				['13800000001', 'ou_'],
				['+8613800000002', 'ou_'],
				['+44123', undefined],
			],
		);
	});

	it('walks departments and the people in them', async () => {
		const all = await client.contact.v3.department.children({
			path: { department_id: '0' },
			params: { fetch_child: true },
		});
		expect(all.data?.items?.map((department) => department.name)).toEqual(['研发部', '平台组', '可靠性小组', '运营部']);
		const engineering = first(all.data?.items).open_department_id ?? '';
		const people = await client.contact.v3.user.findByDepartment({ params: { department_id: engineering } });
		expect(people.data?.items?.map((user) => user.name)).toEqual(['张三', '王小明', 'Alice Smith', '赵敏']);
		const department = await client.contact.v3.department.get({
			path: { department_id: 'D001' },
			params: { department_id_type: 'department_id' },
		});
		expect(department.data?.department).toMatchObject({ open_department_id: engineering, member_count: 5 });
	});
});
