import { messageItem, type Message } from '../../../../nodes/Feishu/resources/message/output';

const message: Message = {
	message_id: 'om_1',
	chat_id: 'oc_1',
	msg_type: 'text',
	create_time: '1769832000000',
	update_time: '1769832060000',
	sender: { id: 'ou_1', id_type: 'open_id', sender_type: 'user' },
	body: { content: '{"text":"hi @_user_1"}' },
	mentions: [{ key: '@_user_1', id: 'ou_tom', id_type: 'open_id', name: 'Tom' }],
};

const simple = {
	message_id: 'om_1',
	chat_id: 'oc_1',
	msg_type: 'text',
	text: 'hi @Tom',
	content: { text: 'hi @_user_1' },
	mentions: [{ key: '@_user_1', name: 'Tom', open_id: 'ou_tom', is_bot: false }],
	sender_id: 'ou_1',
	sender_type: 'user',
	create_time: '2026-01-31T04:00:00.000Z',
	deleted: false,
};

it('gives a message raw, or its useful fields with the content read', () => {
	expect(messageItem(message, false)).toBe(message);
	expect(messageItem(message, true)).toEqual(simple);
});

it.each<[string, Partial<Message>, object]>([
	['a thread', { thread_id: 'omt_1' }, { thread_id: 'omt_1' }],
	['a reply', { parent_id: 'om_0' }, { parent_id: 'om_0' }],
	['an edit', { updated: true }, { update_time: '2026-01-31T04:01:00.000Z' }],
	['a recalled message', { deleted: true }, { deleted: true }],
	[
		'content that is no JSON',
		{ body: { content: 'Merged' }, msg_type: 'merge_forward' },
		{ msg_type: 'merge_forward' },
	],
	['no content', { body: undefined }, { content: {} }],
	['no times', { create_time: undefined }, { create_time: undefined }],
	['times that are none', { create_time: 'x' }, { create_time: undefined }],
])('reads %s', (_what, change, expected) => {
	// What the platform left out stays out.
	const item = { create_time: undefined, ...messageItem({ ...message, ...change }, true) };
	expect(item).toMatchObject(expected);
});
