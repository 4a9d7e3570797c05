import { BOTH } from '../../gateway/tokens';
import { isIn, senderOf, type Operator } from '../../state/operator';
import { pushReaction } from '../../events/messageEvents';
import { PlatformError } from '../../platform/envelope';
import { newId, USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { integer, nested, oneOf, required, text, withDefault } from '../../platform/validate';
import type { Chat } from '../../state/chats';
import type { Message, Reaction } from '../../state/messages';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { chatOf } from './access';
import { isEmoji } from '../../platform/emoji';

const WRITE_SCOPES = ['im:message', 'im:message.reactions:write_only'];
const PATH = '/open-apis/im/v1/messages/:message_id/reactions';

const view = (
	store: Store,
	by: Operator,
	{ reaction_id, emoji_type, operator, action_time }: Reaction,
	idType: (typeof USER_ID_TYPES)[number] = 'open_id',
) => ({
	reaction_id,
	operator: {
		operator_id: operator.sender_type === 'user' ? store.directory.idFor(by.app, operator.id, idType) : operator.id,
		operator_type: operator.sender_type,
	},
	action_time: String(action_time),
	reaction_type: { emoji_type },
});

/** Reactions answer with codes of their own for a missing message (231003) and a chat without the bot (`outside`). */
function target(
	store: Store,
	by: Operator,
	id: string | undefined,
	outside: () => PlatformError,
): { message: Message; chat: Chat } {
	const message = store.im.messages.get(id ?? '');
	if (!message || message.deleted)
		throw new PlatformError(231003, 'The message is not found, maybe not exist or deleted.');
	const chat = chatOf(store, message);
	if (!isIn(chat, by)) throw outside();
	return { message, chat };
}

const invalidType = () => new PlatformError(231001, 'reaction type is invalid.');
const mayNotReact = () => new PlatformError(231002, 'The operator has no permission to react on the specific message.');
const mayNotRead = () => new PlatformError(231008, 'The operator has no access to the message.');

export const reactionRoutes = [
	defineRoute({
		method: 'POST',
		path: PATH,
		tokens: BOTH,
		scopes: WRITE_SCOPES,
		body: { reaction_type: required(nested({ emoji_type: required(text()) })) },
		handle({ platform, by, params, body }) {
			const { store } = platform;
			const { message } = target(store, by, params.message_id, mayNotReact);
			if (message.msg_type === 'system')
				throw new PlatformError(231017, 'The message type does not support reactions.');
			const { emoji_type } = body.reaction_type;
			if (!isEmoji(emoji_type)) throw invalidType();
			const operator = senderOf(by);
			const existing = message.reactions.find(
				(reaction) => reaction.emoji_type === emoji_type && reaction.operator.id === operator.id,
			);
			if (existing) return { data: view(store, by, existing) };
			const reaction: Reaction = { reaction_id: newId.reaction(), emoji_type, operator, action_time: store.tick() };
			message.reactions.push(reaction);
			store.changed();
			pushReaction(platform, 'created', message, reaction);
			return { data: view(store, by, reaction) };
		},
	}),
	defineRoute({
		method: 'GET',
		path: PATH,
		tokens: BOTH,
		scopes: ['im:message.reactions:read', 'im:message:readonly'],
		query: {
			reaction_type: text(),
			page_token: text(),
			page_size: withDefault(integer({ min: 1, max: 50 }), 20),
			user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
		},
		handle({ platform: { store }, by, params, query }) {
			const { message } = target(store, by, params.message_id, mayNotRead);
			if (query.reaction_type && !isEmoji(query.reaction_type)) throw invalidType();
			const all = message.reactions.filter(
				(reaction) => !query.reaction_type || reaction.emoji_type === query.reaction_type,
			);
			const invalidToken = () => new PlatformError(231012, 'The request has an invalid pageToken.');
			const { items, ...more } = page(all, {
				size: query.page_size,
				token: query.page_token,
				scope: `${message.message_id} ${query.reaction_type}`,
				invalidToken,
			});
			return { data: { ...more, items: items.map((reaction) => view(store, by, reaction, query.user_id_type)) } };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: `${PATH}/:reaction_id`,
		tokens: BOTH,
		scopes: WRITE_SCOPES,
		handle({ platform, by, params }) {
			const { store } = platform;
			const { message } = target(store, by, params.message_id, mayNotReact);
			const reaction = message.reactions.find((candidate) => candidate.reaction_id === params.reaction_id);
			if (!reaction) {
				const elsewhere = [...store.im.messages.values()].some((other) =>
					other.reactions.some((candidate) => candidate.reaction_id === params.reaction_id),
				);
				if (elsewhere) throw new PlatformError(231010, 'The reaction does not belong to the message.');
				throw new PlatformError(231011, 'The request has an invalid reaction_id.');
			}
			if (reaction.operator.id !== senderOf(by).id)
				throw new PlatformError(231007, 'The operator has no permission to delete this reaction.');
			message.reactions = message.reactions.filter((candidate) => candidate !== reaction);
			store.changed();
			pushReaction(platform, 'deleted', message, reaction);
			return { data: view(store, by, reaction) };
		},
	}),
];
