/** Merge Forward and Forward Thread. */
import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId, list, only, type Platform, usePlatform } from '../../../support/engine';

const platform = usePlatform();

const byMobile = (value = '') => ({ __rl: true, mode: 'mobile', value });
/** The calls without those that look somebody up. */
const forwards = () => platform.calls.filter(({ path }) => !path.endsWith('/batch_get_id'));

const run = async (operation: string, parameters: INodeParameters) =>
	await platform.run({ parameters: { resource: 'message', operation, ...parameters } });

async function one(operation: string, parameters: INodeParameters) {
	const { items, error } = await run(operation, parameters);
	if (error) throw error;
	return only(items).json;
}

const TARGETS: ReadonlyArray<readonly [what: string, parameters: (p: Platform) => INodeParameters, type: string]> = [
	['a chat', (p) => ({ sendTo: 'chat', chat: list(p.chats[1]?.chat_id ?? '') }), 'chat_id'],
	['a person by open_id', (p) => ({ sendTo: 'user', user: byId(p.user.open_id) }), 'open_id'],
	['a person by e-mail', (p) => ({ sendTo: 'user', user: byEmail(p.user.email) }), 'email'],
	['a person by mobile', (p) => ({ sendTo: 'user', user: byMobile(p.user.mobile) }), 'open_id'],
	['a thread', (p) => ({ sendTo: 'thread', threadId: thread(p).thread_id }), 'thread_id'],
];

/** A thread of two messages in the first group. */
function thread(p: Platform) {
	const [root, answer] = [p.userMessage('root'), p.userMessage('answer')];
	const thread_id = `omt_${root.message_id.slice(3)}`;
	Object.assign(root, { thread_id });
	Object.assign(answer, { thread_id, root_id: root.message_id, parent_id: root.message_id });
	return { thread_id, messages: [root, answer] };
}

const contents = (id: unknown) => platform.message(id).children?.map(({ content }) => content);

describe('Merge Forward', () => {
	test.each(TARGETS)('to %s', async (_, to, type) => {
		const inner = [platform.userMessage('a'), platform.userMessage('b')];
		const json = await one('mergeForward', {
			messageIds: inner.map(({ message_id }) => message_id).join(', '),
			...to(platform),
		});
		expect(contents(json.message_id)).toEqual(inner.map(({ content }) => content));
		expect(json).toMatchObject({ msg_type: 'merge_forward', invalid_message_ids: [] });
		const { query, bodyText } = only(forwards());
		expect(query).toContain(`receive_id_type=${type}`);
		expect(query).toMatch(/uuid=[\w-]{10,50}/);
		expect(JSON.parse(bodyText ?? '')).toMatchObject({ message_id_list: inner.map(({ message_id }) => message_id) });
	});

	test('takes a list from an expression, links too, and each message once', async () => {
		const { message_id } = platform.userMessage('a');
		const json = await one('mergeForward', {
			messageIds: `={{ [${JSON.stringify(message_id)}, "https://example.com/?m=${message_id}"] }}`,
			chat: list(platform.chat.chat_id),
		});
		expect(contents(json.message_id)).toHaveLength(1);
	});

	test('says what did not go along', async () => {
		const [kept, recalled] = [platform.userMessage('a'), platform.userMessage('b')];
		recalled.deleted = true;
		const parameters = {
			messageIds: `${kept.message_id}\n${recalled.message_id}`,
			chat: list(platform.chat.chat_id),
		};
		expect(await one('mergeForward', parameters)).toMatchObject({ invalid_message_ids: [recalled.message_id] });
		expect(await one('mergeForward', { ...parameters, simple: false })).toMatchObject({
			message: { msg_type: 'merge_forward' },
			invalid_message_id_list: [recalled.message_id],
		});
	});

	test('is not done twice when the connection drops after it', async () => {
		const { message_id } = platform.userMessage('a');
		const before = platform.messages().length;
		platform.simulator.faults.add({
			path: '/open-apis/im/v1/messages/merge_forward',
			times: 1,
			action: { type: 'dropAfter' },
		});
		await one('mergeForward', { messageIds: message_id, chat: list(platform.chat.chat_id) });
		expect(platform.calls).toHaveLength(2);
		expect(platform.messages()).toHaveLength(before + 1);
	});

	test('to one receiver in the order of the items', async () => {
		const [chat = platform.chat] = platform.addChats(1);
		const inner = Array.from({ length: 5 }, (_, index) => platform.userMessage(`m${index}`));
		const { error } = await platform.run({
			parameters: {
				resource: 'message',
				operation: 'mergeForward',
				messageIds: '={{ $json.id }}',
				chat: list(chat.chat_id),
			},
			items: inner.map(({ message_id }) => ({ json: { id: message_id } })),
		});
		expect(error).toBeUndefined();
		expect(platform.messages(chat.chat_id).map(({ children }) => children?.[0]?.content)).toEqual(
			inner.map(({ content }) => content),
		);
	});

	test.each<[string, () => string, number, string]>([
		[
			'messages of two chats',
			() =>
				[platform.userMessage('a'), platform.userMessage('b', 'text', only(platform.addChats(1)))]
					.map(({ message_id }) => message_id)
					.join(),
			230069,
			'The messages come from several chats',
		],
		['messages that are unknown', () => 'om_unknown', 230064, 'Nothing of this can be forwarded'],
		[
			'messages that were recalled',
			() => {
				const message = platform.userMessage();
				message.deleted = true;
				return message.message_id;
			},
			230065,
			'Everything that is to be forwarded was recalled',
		],
	])('refuses %s', async (_, messageIds, code, words) => {
		const { error } = await run('mergeForward', { messageIds: messageIds(), chat: list(platform.chat.chat_id) });
		expect(error?.message).toBe(words);
		expect(error?.description).toContain(`code ${code}`);
	});
});

describe('Forward Thread', () => {
	test.each(TARGETS)('to %s', async (_, to, type) => {
		const { thread_id, messages } = thread(platform);
		const json = await one('forwardThread', { forwardedThreadId: thread_id, ...to(platform) });
		expect(contents(json.message_id)).toEqual(messages.map(({ content }) => content));
		const { path, query } = only(forwards());
		expect(path).toBe(`/open-apis/im/v1/threads/${thread_id}/forward`);
		expect(query).toContain(`receive_id_type=${type}`);
		expect(query).toMatch(/uuid=[\w-]{10,50}/);
	});

	test('is not done twice when the connection drops after it', async () => {
		const { thread_id } = thread(platform);
		const before = platform.messages().length;
		platform.simulator.faults.add({ path: '/open-apis/im/v1/threads/*', times: 1, action: { type: 'dropAfter' } });
		await one('forwardThread', { forwardedThreadId: thread_id, chat: list(platform.chat.chat_id) });
		expect(platform.calls).toHaveLength(2);
		expect(platform.messages()).toHaveLength(before + 1);
	});

	test('refuses a thread that is unknown', async () => {
		const { error } = await run('forwardThread', {
			forwardedThreadId: 'omt_unknown',
			chat: list(platform.chat.chat_id),
		});
		expect(error?.message).toBe('Nothing of this can be forwarded');
		expect(error?.description).toContain('code 230064');
	});
});
