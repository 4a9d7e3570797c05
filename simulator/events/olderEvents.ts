import type { App } from '../state/apps';

type Json = Record<string, unknown>;

/** The event of version 1.0 that tells the same, for apps whose console lists it. */
export interface OlderEvent {
	type: string;
	event: Json;
}

type Form = (event: Json, app: App) => Json;

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** Of the three ids, version 1.0 has these, and nothing for one that is missing. */
const two = (ids: unknown) => {
	const { open_id, user_id } = object(ids);
	return { open_id, user_id: user_id ?? '' };
};

function message(event: Json, app: App): Json {
	const { message: received, sender } = event as { message: Json; sender: Json };
	const { open_id, user_id, union_id } = object(sender.sender_id);
	const mentions = list(received.mentions);
	const content = object(JSON.parse(String(received.content)));
	const named = (text: string, shows: (mention: Json) => string) =>
		// The longest key first: @_user_1 is the beginning of @_user_10.
		[...mentions].reverse().reduce((words, mention) => words.replaceAll(String(mention.key), shows(mention)), text);
	const isOwn = (mention: Json) => object(mention.id).open_id === app.bot_open_id;
	const tag = (mention: Json) => `<at open_id="${String(object(mention.id).open_id)}">@${String(mention.name)}</at>`;
	const text = typeof content.text === 'string' ? content.text : '';
	return {
		root_id: received.root_id ?? '',
		parent_id: received.parent_id ?? '',
		open_chat_id: received.chat_id,
		chat_type: received.chat_type === 'p2p' ? 'private' : 'group',
		msg_type: received.message_type,
		open_id,
		employee_id: user_id ?? '',
		union_id,
		open_message_id: received.message_id,
		is_mention: mentions.some(isOwn),
		...content,
		...(text !== '' && {
			text: named(text, tag),
			text_without_at_bot: named(text, (mention) => (isOwn(mention) ? '' : tag(mention))),
		}),
	};
}

const bot: Form = (event) => {
	const { open_id, user_id } = two(event.operator_id);
	return {
		chat_i18n_names: event.i18n_names,
		chat_name: event.name,
		open_chat_id: event.chat_id,
		operator_open_id: open_id,
		operator_employee_id: user_id,
		operator_name: '',
		owner_is_bot: false,
	};
};
const chat: Form = (event) => ({ chat_id: event.chat_id, operator: two(event.operator_id) });
const people: Form = (event, app) => ({
	...chat(event, app),
	users: list(event.users).map(({ name, user_id }) => ({ name, ...two(user_id) })),
});

/**
 * By the type of version 2.0. Source: the types of version 1.0 in the official SDK, and
 * https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/bot-events
 */
const OLDER: Readonly<Record<string, readonly [type: string, form: Form]>> = {
	'im.message.receive_v1': ['message', message],
	'im.message.message_read_v1': [
		'message_read',
		(event) => ({
			open_id: object(object(event.reader).reader_id).open_id,
			open_message_ids: event.message_id_list,
		}),
	],
	'im.chat.member.bot.added_v1': ['add_bot', bot],
	'im.chat.member.bot.deleted_v1': ['remove_bot', bot],
	'im.chat.member.user.added_v1': ['add_user_to_chat', people],
	'im.chat.member.user.deleted_v1': ['remove_user_from_chat', people],
	'im.chat.member.user.withdrawn_v1': ['revoke_add_user_from_chat', people],
	'im.chat.updated_v1': [
		'group_setting_update',
		(event, app) => ({ ...chat(event, app), after_change: event.after_change, before_change: event.before_change }),
	],
	'im.chat.disbanded_v1': ['chat_disband', chat],
};

/** Nothing where there is none, or the app has not added it. */
export function olderEvent(app: App, type: string, event: object): OlderEvent | undefined {
	const [older, form] = (Object.hasOwn(OLDER, type) && OLDER[type]) || [];
	if (!older || !form || !app.events?.includes(older)) return undefined;
	return { type: older, event: form(event as Json, app) };
}
