import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { headlineOf, type EventHeadline } from '../../../../feishu/events/eventHeadline';
import type { JsonObject } from '../../../../feishu/json';
import { toItem } from '../../../../nodes/shared/triggers/events/eventItem';

const ADA = { open_id: 'ou_ada', union_id: 'on_ada', user_id: 'ada' };

const envelope = (event_type: string, event: JsonObject, schema: EventEnvelope['schema'] = '2.0'): EventEnvelope => ({
	schema,
	event_type,
	event_id: 'f7984f25108f8137722bb63cee927e66',
	create_time: '2026-11-29T08:00:00.000Z',
	app_id: 'cli_1',
	tenant_key: 'tenant',
	event,
});

/** The item without what every event has. */
function itemOf(given: EventEnvelope, simple = true): JsonObject {
	const { schema, event_type, event_id, create_time, app_id, tenant_key, event, ...headline } = toItem(
		given,
		{},
		{
			simple,
			includeRaw: false,
		},
	).json;
	expect([schema, event_type, event_id, create_time, app_id, tenant_key]).toEqual([
		given.schema,
		given.event_type,
		given.event_id,
		given.create_time,
		given.app_id,
		given.tenant_key,
	]);
	expect(event).toBeDefined();
	return headline;
}

const receive = (message: JsonObject) => ({
	sender: { sender_id: ADA, sender_type: 'user', tenant_key: 'tenant' },
	message: { message_id: 'om_1', chat_id: 'oc_1', chat_type: 'group', message_type: 'text', ...message },
});
const mention = (key: string, name: string, open_id: string, mentioned_type = 'user') => ({
	key,
	name,
	id: { open_id },
	mentioned_type,
});
const PLACE = { message_id: 'om_1', chat_id: 'oc_1', chat_type: 'group', sender_id: 'ou_ada' };

test.each<[string, EventEnvelope, EventHeadline]>([
	[
		'a message',
		envelope('im.message.receive_v1', receive({ content: '{"text":"hello"}' })),
		{ text: 'hello', text_without_at_bot: 'hello', ...PLACE },
	],
	[
		'a message that says nothing but the name of the bot',
		envelope(
			'im.message.receive_v1',
			receive({ content: '{"text":"@_user_1"}', mentions: [mention('@_user_1', 'Helper', 'ou_bot', 'bot')] }),
		),
		{ text: '@Helper', text_without_at_bot: '', ...PLACE },
	],
	[
		'a message that mentions its writer',
		envelope(
			'im.message.receive_v1',
			receive({ content: '{"text":"I am @_user_1"}', mentions: [mention('@_user_1', 'Ada', 'ou_ada')] }),
		),
		{ text: 'I am @Ada', text_without_at_bot: 'I am @Ada', ...PLACE, sender_name: 'Ada' },
	],
	[
		'a message of version 1.0',
		envelope(
			'message',
			{
				type: 'message',
				open_id: 'ou_ada',
				employee_id: 'ada',
				open_chat_id: 'oc_1',
				open_message_id: 'om_1',
				chat_type: 'private',
				msg_type: 'text',
				text: '<at open_id="ou_bot">@Helper</at> hello',
				text_without_at_bot: 'hello',
			},
			'1.0',
		),
		{ ...PLACE, chat_type: 'p2p', text: '<at open_id="ou_bot">@Helper</at> hello', text_without_at_bot: 'hello' },
	],
	[
		'a click in a card',
		envelope('card.action.trigger', {
			operator: ADA,
			token: 'c-1',
			action: { tag: 'button', value: {} },
			context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
		}),
		{ message_id: 'om_1', chat_id: 'oc_1', operator_id: 'ou_ada' },
	],
	[
		'a click in an old card',
		envelope(
			'card.action.trigger_v1',
			{ open_id: 'ou_ada', open_message_id: 'om_1', open_chat_id: 'oc_1', action: { tag: 'button' }, token: 'c-1' },
			'legacy-card',
		),
		{ message_id: 'om_1', chat_id: 'oc_1', operator_id: 'ou_ada' },
	],
	[
		'a reaction',
		envelope('im.message.reaction.created_v1', { message_id: 'om_1', operator_type: 'user', user_id: ADA }),
		{ message_id: 'om_1', operator_id: 'ou_ada' },
	],
	[
		'a new member of a group',
		envelope('im.chat.member.user.added_v1', { chat_id: 'oc_1', operator_id: ADA, name: 'Group', users: [] }),
		{ chat_id: 'oc_1', operator_id: 'ou_ada' },
	],
	[
		'a changed record',
		envelope('drive.file.bitable_record_changed_v1', { file_token: 'bascn1', file_type: 'bitable', operator_id: ADA }),
		{ file_token: 'bascn1', operator_id: 'ou_ada' },
	],
	[
		'an approval',
		envelope('approval_instance', { type: 'approval_instance', approval_code: 'A-1', instance_code: 'I-1' }, '1.0'),
		{ approval_code: 'A-1', instance_code: 'I-1' },
	],
	['what names nobody and no place', envelope('app_ticket', { type: 'app_ticket', app_ticket: 't' }, '1.0'), {}],
])('%s has at the top what it is about', (_name, given, expected) => {
	expect(itemOf(given)).toEqual(expected);
	expect(itemOf(given, false)).toEqual({});
});

test('who has no open_id goes by what there is', () => {
	const event = { chat_id: 'oc_1', operator_id: { union_id: 'on_ada', user_id: 'ada' } };
	expect(headlineOf(envelope('im.chat.updated_v1', event), event).operator_id).toBe('on_ada');
});
