/** Reply, Edit, Recall, Forward, Get and Get Many of messages. */
import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId, list, only, picture, type Platform, PNG, usePlatform } from '../../../support/engine';

const platform = usePlatform();

async function run(operation: string, parameters: INodeParameters) {
	return await platform.run({ parameters: { resource: 'message', operation, ...parameters } });
}

/** Runs an operation that gives one item. */
async function one(operation: string, parameters: INodeParameters) {
	const { items, error } = await run(operation, parameters);
	if (error) throw error;
	return only(items).json;
}

describe('Reply', () => {
	test('answers under the message', async () => {
		const question = platform.userMessage('How many?');
		const json = await one('reply', { messageId: byId(question.message_id), text: 'Twelve' });
		expect(platform.message(json.message_id)).toMatchObject({
			chat_id: question.chat_id,
			parent_id: question.message_id,
			root_id: question.message_id,
			thread_id: undefined,
			content: '{"text":"Twelve"}',
		});
		expect(json).toMatchObject({ parent_id: question.message_id, text: 'Twelve' });
	});

	test('opens a thread and continues it', async () => {
		const question = platform.userMessage('How many?');
		const parameters = { messageId: byId(question.message_id), text: 'Twelve', replyInThread: true };
		const first = await one('reply', parameters);
		const second = await one('reply', { ...parameters, text: 'Or more' });
		expect(first.thread_id).toMatch(/^omt_/);
		expect(second.thread_id).toBe(first.thread_id);
		const { items } = await run('getAll', {
			source: 'thread',
			threadId: String(first.thread_id),
			filters: { sort: 'ByCreateTimeAsc' },
		});
		expect(items.map(({ json }) => json.text)).toEqual(['How many?', 'Twelve', 'Or more']);
	});

	test('takes a link to the message, and an image of the input', async () => {
		const question = platform.userMessage();
		const { items, error } = await platform.run({
			parameters: {
				resource: 'message',
				operation: 'reply',
				messageId: { __rl: true, mode: 'url', value: `https://example.feishu.cn/m?id=${question.message_id}&x=1` },
				messageType: 'image',
			},
			items: [{ files: { data: picture } }],
		});
		expect(error).toBeUndefined();
		const { image_key } = JSON.parse(platform.message(only(items).json.message_id).content) as { image_key: string };
		expect(platform.store.images.get(image_key)?.bytes.equals(PNG)).toBe(true);
	});

	test('is not sent twice when the connection drops after sending', async () => {
		const question = platform.userMessage();
		platform.simulator.faults.add({
			path: '/open-apis/im/v1/messages/:id/reply',
			times: 1,
			action: { type: 'dropAfter' },
		});
		await one('reply', { messageId: byId(question.message_id), text: 'once' });
		expect(platform.calls).toHaveLength(2);
		expect(
			[...platform.store.messages.values()].filter(({ parent_id }) => parent_id === question.message_id),
		).toHaveLength(1);
	});
});

describe('Edit', () => {
	test('changes the words of a text, and to a post', async () => {
		const message = platform.botMessage('before');
		const json = await one('edit', { messageId: byId(message.message_id), text: 'after' });
		expect(message).toMatchObject({ content: '{"text":"after"}', updated: true });
		expect(json).toMatchObject({
			message_id: message.message_id,
			text: 'after',
			update_time: new Date(message.update_time).toISOString(),
		});
		await one('edit', { messageId: byId(message.message_id), messageType: 'post', postTitle: 'T', postMarkdown: 'M' });
		expect(message).toMatchObject({ msg_type: 'post', edits: 2 });
	});
});

describe('Recall', () => {
	test('withdraws the message', async () => {
		const message = platform.botMessage();
		expect(await one('recall', { messageId: byId(message.message_id) })).toEqual({
			recalled: true,
			message_id: message.message_id,
		});
		expect(message.deleted).toBe(true);
	});
});

describe('Forward', () => {
	test.each([
		['a chat', (p: Platform) => ({ sendTo: 'chat', chat: list(p.chats[1]?.chat_id ?? '') }), 'chat_id'],
		['a person by open_id', (p: Platform) => ({ sendTo: 'user', user: byId(p.user.open_id) }), 'open_id'],
		['a person by e-mail', (p: Platform) => ({ sendTo: 'user', user: byEmail(p.user.email) }), 'email'],
		['a person by union_id', (p: Platform) => ({ sendTo: 'user', user: byId(p.user.union_id) }), 'union_id'],
	])('to %s', async (_, to, type) => {
		const message = platform.userMessage('pass it on');
		const json = await one('forward', { messageId: byId(message.message_id), ...to(platform) });
		const forwarded = platform.message(json.message_id);
		expect(forwarded).toMatchObject({ content: message.content, sender: { sender_type: 'app' } });
		expect(forwarded.message_id).not.toBe(message.message_id);
		expect(only(platform.calls).query).toContain(`receive_id_type=${type}`);
		expect(only(platform.calls).query).toMatch(/uuid=[\w-]{10,50}/);
	});

	test('into a thread', async () => {
		const root = platform.userMessage('root');
		const { thread_id } = await one('reply', { messageId: byId(root.message_id), text: 'a', replyInThread: true });
		const json = await one('forward', {
			messageId: byId(platform.userMessage().message_id),
			sendTo: 'thread',
			threadId: String(thread_id),
		});
		expect(platform.message(json.message_id).thread_id).toBe(thread_id);
	});

	test('is not done twice when the connection drops after it', async () => {
		const message = platform.userMessage();
		const before = platform.messages().length;
		platform.simulator.faults.add({
			path: '/open-apis/im/v1/messages/:id/forward',
			times: 1,
			action: { type: 'dropAfter' },
		});
		await one('forward', { messageId: byId(message.message_id), chat: list(platform.chat.chat_id) });
		expect(platform.calls).toHaveLength(2);
		expect(platform.messages()).toHaveLength(before + 1);
	});
});

describe('Get', () => {
	test('reads one message, simplified or raw', async () => {
		const message = platform.userMessage({ image_key: platform.image() }, 'image');
		const json = await one('get', { messageId: byId(message.message_id) });
		expect(json).toMatchObject({
			message_id: message.message_id,
			msg_type: 'image',
			content: { image_key: expect.stringMatching(/^img_/) as string },
			sender_type: 'user',
			deleted: false,
		});
		expect(await one('get', { messageId: byId(message.message_id), simple: false })).toMatchObject({
			body: { content: message.content },
		});
	});

	test('puts names in the place of mentions', async () => {
		const { message_id } = await one('send', {
			chat: list(platform.chat.chat_id),
			text: 'look',
			mentions: { mention: [{ who: 'person', user: byId(platform.user.open_id) }] },
		});
		expect(await one('get', { messageId: byId(String(message_id)) })).toMatchObject({
			text: `@${platform.user.name} look`,
		});
	});

	test('gives the messages of a merged forward too, one item each', async () => {
		const inner = [platform.userMessage('a'), platform.userMessage('b')];
		const merged = platform.botMessage('Merged and Forwarded Message', 'merge_forward');
		merged.children = inner.map((message) => ({ ...message, upper_message_id: merged.message_id }));
		const { items } = await run('get', { messageId: byId(merged.message_id) });
		expect(items.map(({ json }) => json.message_id)).toEqual([merged, ...inner].map(({ message_id }) => message_id));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 0 }]);
	});

	test('reads the words of a card, and of Markdown, which comes back as nodes', async () => {
		const chat = list(platform.chat.chat_id);
		const sent = await one('send', { chat, messageType: 'markdown', markdown: 'Deployed **v2**' });
		const { items } = await run('getAll', { chat, returnAll: false, limit: 1 });
		for (const json of [await one('get', { messageId: byId(String(sent.message_id)) }), only(items).json])
			expect(json).toMatchObject({ msg_type: 'interactive', text: expect.stringContaining('v2') as string });
		const asPost = { messageType: 'markdown', markdownAs: 'post' };
		const post = await one('send', { chat, ...asPost, markdown: 'See **this** [page](https://a.b) ~~now~~' });
		const read = await one('get', { messageId: byId(String(post.message_id)) });
		expect(read).toMatchObject({ msg_type: 'post', text: 'See this page (https://a.b) now' });
		expect(JSON.stringify(read.content)).not.toContain('**');
	});

	test('tells a recalled message', async () => {
		const message = platform.botMessage();
		message.deleted = true;
		expect(await one('get', { messageId: byId(message.message_id) })).toMatchObject({ deleted: true });
	});
});

test('Get and Get Many read the words of a card', async () => {
	const chat = list(platform.chat.chat_id);
	const sent = await one('send', { chat, messageType: 'markdown', markdown: '# Disk full on db-1' });
	platform.reset();
	const got = await one('get', { messageId: byId(String(sent.message_id)) });
	const { items } = await run('getAll', { chat, limit: 1 });
	for (const { text } of [got, items[0]?.json ?? {}]) expect(text).toContain('Disk full on db-1');
	for (const { query } of platform.simulator.requests.filter(({ path }) => path.includes('/im/v1/messages')))
		expect(String(query)).toContain('card_msg_content_type=user_card_content');
});

describe('Get Many', () => {
	const COUNT = 120;
	let chatId: string;
	let texts: string[];

	beforeAll(() => {
		const chat = only(platform.addChats(1));
		chatId = chat.chat_id;
		texts = Array.from({ length: COUNT }, (_, index) => `message ${index}`);
		texts.forEach((text, index) => {
			platform.userMessage(text, 'text', chat).create_time = Date.UTC(2026, 0, 1) + index * 60_000;
		});
	});

	const sizes = () => platform.calls.map(({ query }) => new URLSearchParams(query).get('page_size'));

	test('returns all over several pages, newest first', async () => {
		const { items } = await run('getAll', { chat: list(chatId), returnAll: true });
		expect(items.map(({ json }) => json.text)).toEqual([...texts].reverse());
		expect(items.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(true);
		expect(sizes()).toEqual(['50', '50', '50']);
	});

	test.each([
		[1, ['1']],
		[50, ['50']],
		[51, ['50', '1']],
		[1000, ['50', '50', '50']],
	])('limit %i fetches no more than that', async (limit, pages) => {
		const { items } = await run('getAll', { chat: list(chatId), returnAll: false, limit });
		expect(items.map(({ json }) => json.text)).toEqual([...texts].reverse().slice(0, limit));
		expect(sizes()).toEqual(pages);
	});

	test('oldest first, between two moments', async () => {
		const filters = { sort: 'ByCreateTimeAsc', sentAfter: '2026-01-01T00:10:00Z', sentBefore: '2026-01-01T00:12:59Z' };
		const { items } = await run('getAll', { chat: list(chatId), filters });
		expect(items.map(({ json }) => json.text)).toEqual(['message 10', 'message 11', 'message 12']);
	});

	test('raw when asked', async () => {
		const { items } = await run('getAll', { chat: list(chatId), limit: 1, simple: false });
		expect(only(items).json).toMatchObject({ body: { content: '{"text":"message 119"}' } });
	});

	test('an empty chat gives no items', async () => {
		const { items, error } = await run('getAll', { chat: list(only(platform.addChats(1)).chat_id) });
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
	});
});
