import type { Client } from '@larksuiteoapi/node-sdk';
import { type Fixture, first, sdkClient, startFixture } from '../../support/conformance/harness';

describe('message operations through the official SDK', () => {
	let fixture: Fixture;
	let client: Client;

	beforeAll(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
	});
	afterAll(() => fixture.simulator.close());

	const send = async (
		msgType: string,
		content: object,
		receiver: { type: 'chat_id' | 'open_id' | 'union_id' | 'user_id' | 'email'; id: string } = {
			type: 'chat_id',
			id: fixture.chatId,
		},
	) => {
		const answer = await client.im.v1.message.create({
			params: { receive_id_type: receiver.type },
			data: { receive_id: receiver.id, msg_type: msgType, content: JSON.stringify(content) },
		});
		expect(answer.code).toBe(0);
		return answer.data ?? {};
	};

	it('sends a text with mentions, which read back as keys', async () => {
		const openId = first(fixture.members);
		const sent = await send('text', { text: `hi <at user_id="${openId}">x</at> and <at user_id="all"></at>` });
		expect(sent.body?.content).toBe('{"text":"hi @_user_1 and @_all"}');
		expect(sent.mentions).toEqual([
			expect.objectContaining({ key: '@_user_1', id: openId, id_type: 'open_id', name: '张三' }),
		]);
		expect(sent.sender).toEqual(
			expect.objectContaining({ id: fixture.simulator.appId, id_type: 'app_id', sender_type: 'app' }),
		);
	});

	it.each(['open_id', 'union_id', 'user_id', 'email'] as const)(
		'sends to a person by %s, always into the same conversation',
		async (type) => {
			const user = first([...fixture.simulator.store.contact.users.values()]);
			const direct = await send('text', { text: 'to you' }, { type: 'open_id', id: user.open_id });
			const sent = await send('text', { text: 'to you' }, { type, id: user[type] });
			expect(sent.chat_id).toBe(direct.chat_id);
			expect(fixture.simulator.store.im.chats.get(sent.chat_id ?? '')).toMatchObject({
				chat_type: 'p2p',
				members: [user.open_id],
			});
		},
	);

	it('sends and replies, in and outside a thread', async () => {
		const root = await send('text', { text: 'root' });
		const path = { message_id: root.message_id ?? '' };
		const plain = await client.im.v1.message.reply({ path, data: { msg_type: 'text', content: '{"text":"reply"}' } });
		expect(plain.data).toMatchObject({ root_id: root.message_id, parent_id: root.message_id });
		expect(plain.data?.thread_id).toBeUndefined();
		const threaded = await client.im.v1.message.reply({
			path,
			data: { msg_type: 'text', content: '{"text":"thread"}', reply_in_thread: true },
		});
		expect(threaded.data?.thread_id).toMatch(/^omt_/);
		const history = await client.im.v1.message.list({
			params: { container_id_type: 'thread', container_id: threaded.data?.thread_id ?? '' },
		});
		expect(history.data?.items?.map((item) => item.body?.content)).toEqual(['{"text":"root"}', '{"text":"thread"}']);
	});

	it('edits, gets and recalls', async () => {
		const sent = await send('text', { text: 'before' });
		const path = { message_id: sent.message_id ?? '' };
		const edited = await client.im.v1.message.update({ path, data: { msg_type: 'text', content: '{"text":"after"}' } });
		expect(edited.data).toMatchObject({ updated: true, body: { content: '{"text":"after"}' } });
		expect((await client.im.v1.message.delete({ path })).code).toBe(0);
		const got = await client.im.v1.message.get({ path });
		expect(first(got.data?.items)).toMatchObject({ deleted: true, body: {} });
		expect(first(got.data?.items).body?.content).toBeUndefined();
		const history = { container_id_type: 'chat', container_id: fixture.chatId, sort_type: 'ByCreateTimeDesc' as const };
		const { data } = await client.im.v1.message.list({ params: history });
		expect(first(data?.items)).toMatchObject({ deleted: true, body: { content: 'This message was recalled' } });
	});

	it('updates a card, which reads back simplified and on request as it was sent', async () => {
		const card = (title: string) => ({
			config: { update_multi: true },
			header: { title: { tag: 'plain_text', content: title } },
			elements: [{ tag: 'markdown', content: '**hi**' }],
		});
		const sent = await send('interactive', card('one'));
		const path = { message_id: sent.message_id ?? '' };
		expect((await client.im.v1.message.patch({ path, data: { content: JSON.stringify(card('two')) } })).code).toBe(0);
		const simple = await client.im.v1.message.get({ path });
		expect(JSON.parse(first(simple.data?.items).body?.content ?? '')).toEqual({
			title: 'two',
			elements: [[{ tag: 'text', text: 'hi', style: ['bold'] }]],
		});
		const original = await client.request<{ data: { items: Array<{ body: { content: string } }> } }>({
			method: 'GET',
			url: `/open-apis/im/v1/messages/${path.message_id}`,
			params: { card_msg_content_type: 'user_card_content' },
		});
		expect(JSON.parse(first(original.data.items).body.content)).toEqual(card('two'));
	});

	it('sends a post, flattened and with its mention resolved when read', async () => {
		const sent = await send('post', {
			zh_cn: {
				title: 'T',
				content: [
					[
						{ tag: 'text', text: 'a' },
						{ tag: 'at', user_id: first(fixture.members) },
					],
					[{ tag: 'md', text: '**b**' }],
				],
			},
		});
		const read = JSON.parse(sent.body?.content ?? '') as { title: string; content: unknown[][] };
		expect(read.title).toBe('T');
		expect(read.content[0]?.[1]).toMatchObject({ tag: 'at', user_id: '@_user_1', user_name: '张三' });
		expect(read.content[1]).toEqual([{ tag: 'text', text: 'b', style: ['bold'] }]);
	});

	it('forwards one message and merges several', async () => {
		const one = await send('text', { text: 'first' });
		const two = await send('text', { text: 'second' });
		const user = first(fixture.members);
		const forwarded = await client.im.v1.message.forward({
			path: { message_id: one.message_id ?? '' },
			params: { receive_id_type: 'open_id' },
			data: { receive_id: user },
		});
		expect(forwarded.data).toMatchObject({ msg_type: 'text', body: { content: '{"text":"first"}' } });
		const merged = await client.im.v1.message.mergeForward({
			params: { receive_id_type: 'chat_id' },
			data: { receive_id: fixture.chatId, message_id_list: [two.message_id ?? '', one.message_id ?? '', 'om_unknown'] },
		});
		expect(merged.data).toMatchObject({
			message: { msg_type: 'merge_forward', body: { content: 'Merged and Forwarded Message' } },
			invalid_message_id_list: ['om_unknown'],
		});
		const id = merged.data?.message?.message_id ?? '';
		const got = await client.im.v1.message.get({ path: { message_id: id } });
		expect(got.data?.items?.map((item) => [item.upper_message_id, item.body?.content])).toEqual([
			[undefined, 'Merged and Forwarded Message'],
			[id, '{"text":"first"}'],
			[id, '{"text":"second"}'],
		]);
	});

	it('adds, lists and removes a reaction', async () => {
		const sent = await send('text', { text: 'react' });
		const path = { message_id: sent.message_id ?? '' };
		const added = await client.im.v1.messageReaction.create({
			path,
			data: { reaction_type: { emoji_type: 'THUMBSUP' } },
		});
		const reactionId = added.data?.reaction_id ?? '';
		const listed = await client.im.v1.messageReaction.list({ path });
		expect(listed.data?.items).toEqual([
			expect.objectContaining({
				reaction_id: reactionId,
				operator: { operator_id: fixture.simulator.appId, operator_type: 'app' },
			}),
		]);
		await client.im.v1.messageReaction.delete({ path: { ...path, reaction_id: reactionId } });
		expect((await client.im.v1.messageReaction.list({ path })).data?.items).toEqual([]);
	});

	it('tells who has read a message', async () => {
		const sent = await send('text', { text: 'read me' });
		const reader = first(fixture.members);
		await fixture.http.admin('POST', `/chats/${fixture.chatId}/read`, { open_id: reader });
		const read = await client.im.v1.message.readUsers({
			path: { message_id: sent.message_id ?? '' },
			params: { user_id_type: 'open_id' },
		});
		expect(read.data?.items?.map((item) => item.user_id)).toEqual([reader]);
	});

	it('walks the history of a chat with the SDK iterator, each message once and in order', async () => {
		const seen: string[] = [];
		const pages = await client.im.v1.message.listWithIterator({
			params: { container_id_type: 'chat', container_id: fixture.chatId, page_size: 3 },
		});
		for await (const page of pages) seen.push(...(page?.items ?? []).map((item) => item.message_id ?? ''));
		const expected = [...fixture.simulator.store.im.messages.values()].filter(
			(message) => message.chat_id === fixture.chatId && (!message.thread_id || !message.root_id),
		);
		expect(seen).toEqual(expected.map((message) => message.message_id));
		expect(seen.length).toBeGreaterThan(6);
	});
});
