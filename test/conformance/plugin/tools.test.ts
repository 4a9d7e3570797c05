import { type Fixture, first, PNG, startFixture } from '../../support/conformance/harness';
import { hushPlugin, pluginConfig, type PluginTool, pluginTools } from '../../support/conformance/plugin';

type Json = Record<string, unknown>;

/** The tools of the official plugin, which a model calls for a person, with that person's token. */
describe('the official plugin’s tools', () => {
	let fixture: Fixture;
	let tools: Map<string, PluginTool>;
	let person: string;

	beforeEach(hushPlugin);
	beforeAll(async () => {
		fixture = await startFixture({ rateLimits: false });
		person = first(fixture.members);
		const { token } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: person });
		tools = pluginTools(pluginConfig(fixture.simulator), { openId: person, token });
	});
	afterAll(() => fixture.simulator.close());

	const call = async (name: string, params: object): Promise<Json> => {
		const tool = tools.get(name);
		if (!tool) throw new Error(`there is no ${name}: ${[...tools.keys()].join()}`);
		const { details, content } = await tool.execute('call', params);
		return (details ?? JSON.parse(content[0]?.text ?? '{}')) as Json;
	};

	it('finds and describes groups', async () => {
		const chat = fixture.simulator.store.im.chats.get(fixture.chatId);
		const found = await call('feishu_chat', { action: 'search', query: chat?.name });
		expect(found).toMatchObject({ items: [expect.objectContaining({ chat_id: fixture.chatId })] });
		expect(await call('feishu_chat', { action: 'get', chat_id: fixture.chatId })).toMatchObject({
			chat: { name: chat?.name },
		});
	});

	it('lists members', async () => {
		const { items } = await call('feishu_chat_members', { chat_id: fixture.chatId });
		expect((items as Json[]).map(({ member_id }) => member_id)).toEqual(expect.arrayContaining(fixture.members));
	});

	it('writes and answers as the person, and reads the group', async () => {
		const content = JSON.stringify({ text: 'as me' });
		const sent = await call('feishu_im_user_message', {
			action: 'send',
			receive_id_type: 'chat_id',
			receive_id: fixture.chatId,
			msg_type: 'text',
			content,
		});
		const messageId = String(sent.message_id);
		expect(fixture.simulator.store.im.messages.get(messageId)?.sender).toMatchObject({ id: person });
		const reply = await call('feishu_im_user_message', {
			action: 'reply',
			message_id: messageId,
			msg_type: 'text',
			content,
		});
		expect(reply.message_id).toMatch(/^om_/);
		const { messages } = await call('feishu_im_user_get_messages', { chat_id: fixture.chatId });
		expect(JSON.stringify(messages)).toContain('as me');
	});

	it('reads the conversation with one person, and a thread', async () => {
		const other = fixture.members[1] ?? '';
		await call('feishu_im_user_message', {
			action: 'send',
			receive_id_type: 'open_id',
			receive_id: other,
			msg_type: 'text',
			content: JSON.stringify({ text: 'between us' }),
		});
		const read = await call('feishu_im_user_get_messages', { open_id: other });
		expect(JSON.stringify(read.messages)).toContain('between us');
		const stranger = [...fixture.simulator.store.contact.users.keys()].at(-1) ?? '';
		expect(await call('feishu_im_user_get_messages', { open_id: stranger })).toMatchObject({
			error: expect.stringContaining('no 1-on-1 chat') as string,
		});
		const root = await fixture.http.text(fixture.chatId, 'root');
		const { data } = await fixture.http.post(`/open-apis/im/v1/messages/${root}/reply`, {
			msg_type: 'text',
			content: JSON.stringify({ text: 'in the thread' }),
			reply_in_thread: true,
		});
		const thread = await call('feishu_im_user_get_thread_messages', { thread_id: data.thread_id });
		expect(JSON.stringify(thread.messages)).toContain('in the thread');
	});

	it('searches messages, in groups and of two people, with the names of both', async () => {
		const other = fixture.simulator.store.contact.users.get(fixture.members[1] ?? '');
		const content = JSON.stringify({ text: 'needle' });
		for (const [type, id] of [
			['open_id', other?.open_id],
			['chat_id', fixture.chatId],
		])
			await call('feishu_im_user_message', {
				action: 'send',
				receive_id_type: type,
				receive_id: id,
				msg_type: 'text',
				content,
			});
		const { messages } = await call('feishu_im_user_search_messages', { query: 'needle' });
		expect(messages).toMatchObject([
			{ chat_id: fixture.chatId, chat_type: 'group' },
			{ chat_type: 'p2p', chat_partner: { open_id: other?.open_id, name: other?.name } },
		]);
		const bots = await call('feishu_im_user_search_messages', { query: 'needle', sender_type: 'bot' });
		expect(bots.messages).toEqual([]);
	});

	it('finds people, and tells who the person is', async () => {
		const user = fixture.simulator.store.contact.users.get(person);
		const { users } = await call('feishu_search_user', { query: user?.name });
		expect(users).toContainEqual(expect.objectContaining({ open_id: person, name: user?.name }));
		expect(await call('feishu_get_user', {})).toMatchObject({ user: { open_id: person, name: user?.name } });
	});

	it('every tool of chats, messages and people is tried here', () => {
		expect([...tools.keys()].sort()).toEqual([
			'feishu_chat',
			'feishu_chat_members',
			'feishu_get_user',
			'feishu_im_user_fetch_resource',
			'feishu_im_user_get_messages',
			'feishu_im_user_get_thread_messages',
			'feishu_im_user_message',
			'feishu_im_user_search_messages',
			'feishu_search_user',
		]);
	});

	it('fetches a picture', async () => {
		const form = new FormData();
		form.append('image_type', 'message');
		form.append('image', new Blob([new Uint8Array(PNG)]), 'a.png');
		const key = String((await fixture.http.post('/open-apis/im/v1/images', form)).data.image_key);
		const { data } = await fixture.http.send(fixture.chatId, 'image', { image_key: key });
		const fetched = await call('feishu_im_user_fetch_resource', {
			message_id: data.message_id,
			file_key: key,
			type: 'image',
		});
		expect(fetched).toMatchObject({ size_bytes: PNG.length });
	});

	it('knows people', async () => {
		const user = fixture.simulator.store.contact.users.get(person);
		expect(await call('feishu_get_user', { user_id: person })).toMatchObject({ user: { name: user?.name } });
	});

	it('says what is refused, in the platform’s words', async () => {
		const refused = await call('feishu_chat', { action: 'get', chat_id: 'oc_nobody' });
		expect(JSON.stringify(refused)).toMatch(/99992356|232006|invalid/i);
	});
});
