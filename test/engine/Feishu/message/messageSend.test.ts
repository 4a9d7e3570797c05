/** Message → Send: receivers, one message a send, and bad input. */
import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId, list, only, type Platform, usePlatform, voice } from '../../../support/engine';
import { mention, senderOf } from '../../../support/engine/sender';

const platform = usePlatform();
const { send, sent } = senderOf(platform);

describe('receivers', () => {
	test.each([
		['open_id', (p: Platform) => byId(p.user.open_id)],
		['open_id', (p: Platform) => list(p.user.open_id)],
		['union_id', (p: Platform) => byId(p.user.union_id)],
		['user_id', (p: Platform) => byId(p.user.user_id)],
		['email', (p: Platform) => byEmail(p.user.email)],
		['email', (p: Platform) => byId(p.user.email)],
	])('a person by %s', async (type, user) => {
		const { message } = await sent({ sendTo: 'user', user: user(platform), text: 'in private' });
		const chat = platform.store.chats.get(message.chat_id);
		expect(chat).toMatchObject({ chat_type: 'p2p', members: [platform.user.open_id] });
		expect(only(platform.calls).query).toBe(`receive_id_type=${type}`);
	});

	test.each([
		['list', (id: string) => list(id)],
		['ID', (id: string) => byId(id)],
		['a link that holds it', (id: string) => byId(`https://applink.feishu.cn/client/chat/open?openChatId=${id}&x=1`)],
		['an expression that gives the bare ID', (id: string) => `={{ "${id}" }}`],
	])('a chat by %s', async (_, chat) => {
		const { message } = await sent({ chat: chat(platform.chat.chat_id), text: 'Hello' });
		expect(message.chat_id).toBe(platform.chat.chat_id);
		expect(only(platform.calls).query).toBe('receive_id_type=chat_id');
	});
});

describe('uuid', () => {
	const uuidOf = (bodyText = '{}') => (JSON.parse(bodyText) as { uuid?: string }).uuid ?? '';

	test('is sent, and differs by item and by run', async () => {
		const items = [{}, {}, {}];
		await send({ text: 'same words' }, items);
		await send({ text: 'same words' }, items);
		const uuids = platform.calls.map(({ bodyText }) => uuidOf(bodyText));
		expect(uuids).toHaveLength(6);
		expect(new Set(uuids).size).toBe(6);
		expect(uuids.every((uuid) => /^[\w-]{10,50}$/.test(uuid))).toBe(true);
	});

	test('keeps a message from being sent twice when the connection drops after sending', async () => {
		const before = platform.messages().length;
		platform.simulator.faults.add({
			method: 'POST',
			path: '/open-apis/im/v1/messages',
			times: 1,
			action: { type: 'dropAfter' },
		});
		const { items, error } = await send({ text: 'once' });
		expect(error).toBeUndefined();
		const uuids = platform.calls.map(({ bodyText }) => uuidOf(bodyText));
		expect(uuids).toHaveLength(2);
		expect(uuids[0]).toBe(uuids[1]);
		expect(platform.messages()).toHaveLength(before + 1);
		expect(only(items).json.message_id).toBe(platform.messages().at(-1)?.message_id);
	});
});

const late = (value: string) => `={{ ${JSON.stringify(value)} }}`;

describe('bad input is refused before any call, with the name of its field', () => {
	test.each<[string, INodeParameters, string]>([
		[
			'a mention of nobody',
			{ text: 'x', ...mention({ who: 'person', user: byId('') }) },
			"The field 'Mentions' has a row without a person",
		],
		['an empty post', { messageType: 'post' }, "The field 'Markdown' is empty"],
		[
			'a post that is too long',
			{ messageType: 'post', postMarkdown: 'x'.repeat(30 * 1024) },
			"The content of 'Markdown' has 30.1 KB",
		],
		[
			'post JSON that is none',
			{ messageType: 'post', postFormat: 'json', postJson: late('{oops') },
			"The field 'Post JSON' is not valid JSON",
		],
		[
			'post JSON without content',
			{ messageType: 'post', postFormat: 'json', postJson: '{"zh_cn":{}}' },
			"The field 'Post JSON' holds no post",
		],
		[
			'card JSON that is none',
			{ messageType: 'cardJson', cardJson: late('{"elements": [}') },
			"The field 'Card JSON' is not valid JSON",
		],
		['a card that is a list', { messageType: 'cardJson', cardJson: '[]' }, "The field 'Card JSON' holds no card"],
		['a card without content', { messageType: 'cardJson', cardJson: '{"a":1}' }, "The field 'Card JSON' holds no card"],
		[
			'a card that is too long',
			{
				messageType: 'cardJson',
				cardJson: JSON.stringify({ elements: [{ tag: 'markdown', content: 'x'.repeat(31_000) }] }),
			},
			"The card in 'Card JSON' has 30.4 KB",
		],
		[
			'a template without ID',
			{ messageType: 'cardTemplate', templateId: late('') },
			"The field 'Template ID' is empty",
		],
		[
			'variables that are no JSON',
			{ messageType: 'cardTemplate', templateId: 'AAq', templateVariables: late('{x}') },
			"The field 'Template Variables' is not valid JSON",
		],
		[
			'variables that are a list',
			{ messageType: 'cardTemplate', templateId: 'AAq', templateVariables: '[1]' },
			"The field 'Template Variables' must be a JSON object",
		],
		[
			'no image key',
			{ messageType: 'image', mediaSource: 'key', imageKey: late('') },
			"The field 'Image Key' is empty",
		],
		['no file key', { messageType: 'file', mediaSource: 'key', fileKey: late('') }, "The field 'File Key' is empty"],
		['no sticker', { messageType: 'sticker', stickerKey: late('') }, "The field 'Sticker File Key' is empty"],
		['no file in the item', { messageType: 'file', binaryPropertyName: 'data' }, "The item has no file in 'data'"],
		[
			'a negative duration',
			{ messageType: 'audio', duration: '={{ -1 }}' },
			"The field 'Duration (Seconds)' must be a number of 0 or more",
		],
		[
			'no chat to share',
			{ messageType: 'shareChat', sharedChat: list(late('')) },
			"The field 'Group to Share' is empty",
		],
		[
			'a union_id as contact card',
			{ messageType: 'shareUser', sharedUser: byId('on_1234') },
			"The field 'Person to Share' needs an open_id",
		],
	])('%s', async (name, parameters, message) => {
		const items = name === 'a negative duration' ? [{ files: { data: voice } }] : undefined;
		const { error } = await send(parameters, items);
		expect(error?.message).toContain(message);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(platform.simulator.requests).toEqual([]);
	});

	test('an address that nobody has is told by name, and nothing is sent', async () => {
		const { error } = await send({ text: 'x', ...mention({ who: 'person', user: byEmail('nobody@example.com') }) });
		expect(error?.message).toBe('Nobody has the e-mail address nobody@example.com');
		expect(error?.description).toContain('contact:user.id:readonly');
		expect(platform.routes).toEqual(['POST /open-apis/contact/v3/users/batch_get_id']);
	});
});
