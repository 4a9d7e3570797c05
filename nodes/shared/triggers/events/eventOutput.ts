import { outputOf, type ObjectShape } from '../../operation/output';

const person = { open_id: 'string', 'union_id?': 'string', 'user_id?': 'string' } as const;

/** What every event has. */
const envelope = {
	event_type: 'string',
	'event_id?': 'string',
	'create_time?': 'string',
	'app_id?': 'string',
	'tenant_key?': 'string',
	'schema?': 'string',
} as const satisfies ObjectShape;

/** What stands above it, where the event has it. @see EventHeadline */
const headline = {
	'text?': 'string',
	'text_without_at_bot?': 'string',
	'message_id?': 'string',
	'chat_id?': 'string',
	'chat_type?': 'string',
	'sender_id?': 'string',
	'sender_name?': 'string',
	'operator_id?': 'string',
	'approval_code?': 'string',
	'instance_code?': 'string',
	'file_token?': 'string',
} as const satisfies ObjectShape;

/** The two events that most workflows start with: a message, and a click in a card. */
const event = {
	'sender?': { sender_id: person, sender_type: 'string', 'tenant_key?': 'string' },
	'message?': {
		message_id: 'string',
		'root_id?': 'string',
		'parent_id?': 'string',
		'thread_id?': 'string',
		create_time: 'string',
		chat_id: 'string',
		chat_type: 'string',
		message_type: 'string',
		text: 'string',
		text_without_at_bot: 'string',
		mentions: [{ key: 'string', name: 'string', 'open_id?': 'string', is_bot: 'boolean' }],
		mentions_all: 'boolean',
		'content?': 'any',
	},
	'operator?': person,
	'action?': { tag: 'string', 'name?': 'string', 'value?': 'any', 'form_value?': 'any', 'option?': 'any' },
	'token?': 'string',
} as const satisfies ObjectShape;

/** An item of a trigger, with Simplify on. Which event it will be is not known before; what it lacks is not there. */
export const eventShape = {
	...headline,
	...envelope,
	event,
	'attachments?': 'any',
	'approval?': 'any',
} as const satisfies ObjectShape;

export const eventOutput = outputOf(eventShape);
