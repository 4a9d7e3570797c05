import { parseMessage } from '../../../../../feishu/im/received/parseMessage';
import { readEnvelope } from '../../../../../feishu/events/eventEnvelope';
import { toItem } from '../../../../../nodes/shared/triggers/events/eventItem';
import { messageItem } from '../../../../../nodes/Feishu/resources/message/output';
import { messageEvent } from '../../../../support/events';

const fetched = {
	message_id: 'om_1',
	chat_id: 'oc_1',
	msg_type: 'text',
	create_time: '1769832000000',
	sender: { id: 'ou_1', id_type: 'open_id', sender_type: 'user' },
	body: { content: '{"text":"hi @_user_1"}' },
	mentions: [{ key: '@_user_1', id: 'ou_tom', id_type: 'open_id', name: 'Tom' }],
};

const read = {
	message_id: 'om_1',
	chat_id: 'oc_1',
	message_type: 'text',
	sender_id: 'ou_1',
	sender_type: 'user',
	create_time: '2026-01-31T04:00:00.000Z',
	text: 'hi @Tom',
	markdown: 'hi @Tom',
	mentions: [{ key: '@_user_1', name: 'Tom', open_id: 'ou_tom', is_bot: false }],
};

it.each<[string, unknown]>([
	['a message of the API', fetched],
	['the same simplified', messageItem(fetched, true)],
	['the answer of the API', { items: [fetched] }],
	['the whole answer', { code: 0, data: { items: [fetched] } }],
	['an n8n item', { json: fetched }],
])('finds the message in %s', (_, value) => {
	expect(parseMessage(value)).toMatchObject(read);
});

describe('an event', () => {
	const raw = messageEvent();
	const { envelope } = readEnvelope(raw) ?? {};
	if (!envelope) throw new Error('The event was not read');
	const item = (simple: boolean) => toItem(envelope, raw, { simple, includeRaw: false }).json;

	it.each<[string, unknown]>([
		['as it is delivered', raw],
		['in the item of a webhook', { headers: {}, body: raw }],
		['out of a trigger', item(false)],
		['out of a trigger, simplified', item(true)],
	])('%s', (_, value) => {
		const { event } = raw;
		expect(parseMessage(value)).toMatchObject({
			message_id: event.message.message_id,
			chat_id: 'oc_group',
			message_type: 'text',
			sender_id: 'ou_sender',
			sender_type: 'user',
			create_time: new Date(Number(event.message.create_time)).toISOString(),
			text: '@Helper hello',
			text_without_at_bot: 'hello',
			mentions: [{ key: '@_user_1', name: 'Helper', open_id: 'ou_bot', is_bot: true }],
		});
	});

	it('of version 1.0', () => {
		const event = { type: 'message', msg_type: 'image', image_key: 'img_1', open_message_id: 'om_1', open_id: 'ou_1' };
		expect(parseMessage({ uuid: 'u', type: 'event_callback', event })).toMatchObject({
			message_id: 'om_1',
			sender_id: 'ou_1',
			message_type: 'image',
			attachments: [{ type: 'image', key: 'img_1' }],
		});
	});
});

it('reads a list as a merged forward', () => {
	const bundle = { message_id: 'om_0', msg_type: 'merge_forward', body: { content: 'Merged and Forwarded Message' } };
	const inner = { ...fetched, upper_message_id: 'om_0' };
	const parsed = parseMessage([bundle, inner, { ...inner, message_id: 'om_2', body: { content: '{"text":"a\\nb"}' } }]);
	expect(parsed).toMatchObject({
		message_id: 'om_0',
		text: 'Merged and Forwarded Message',
		markdown: '> **ou_1**\n> hi @Tom\n>\n> **ou_1**\n> a\n> b',
		messages: [{ message_id: 'om_1', upper_message_id: 'om_0' }, { message_id: 'om_2' }],
	});
});

it.each([undefined, null, 'text', 42, [], {}, { event: {} }, { body: { encrypt: 'x' } }, [[{}]]])(
	'finds none in %j',
	(value) => {
		expect(parseMessage(value)).toBeUndefined();
	},
);
