import type { FastifyInstance } from 'fastify';
import { pushBots } from '../events/chatEvents';
import { pushMessage, pushReaction, pushRead } from '../events/messageEvents';
import { isEmoji } from '../platform/emoji';
import { newId } from '../platform/ids';
import type { Platform } from '../gateway/platform';
import { type Chat, groupOf } from '../state/chats';
import type { Reaction } from '../state/messages';
import type { Store } from '../state/store';
import { adminError } from './errors';
import { messageState } from './state';
import { type Writing, writtenContent } from './writtenContent';

interface Written extends Writing {
	open_id: string;
	msg_type?: string;
	/** Answers this message. */
	parent_id?: string;
}

function memberOf(store: Store, chat: Chat, openId: string): void {
	if (!store.contact.users.has(openId) || !chat.members.includes(openId))
		throw adminError(400, `${openId} is not a member of the chat`);
}

/** What people do in their clients: write, read, react, add a bot to a group. All of it is events. */
export function peopleRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;

	server.post<{ Params: { chat_id: string }; Body: Written }>('/_sim/chats/:chat_id/messages', (request) => {
		const chat = store.im.chats.get(request.params.chat_id);
		if (!chat) throw adminError(404, 'There is no such chat');
		const { body } = request;
		memberOf(store, chat, body.open_id);
		const content = writtenContent(store, chat, body);
		if (body.msg_type === 'sticker')
			store.im.stickers.add(String((JSON.parse(content.content) as { file_key?: string }).file_key));
		const parent = store.im.messages.get(body.parent_id ?? '');
		const message = store.im.addMessage(chat, {
			...content,
			msg_type: body.msg_type ?? 'text',
			sender: { id: body.open_id, id_type: 'open_id', sender_type: 'user' },
			parent_id: parent?.message_id,
			root_id: parent && (parent.root_id ?? parent.message_id),
			thread_id: parent?.thread_id,
		});
		markRead(platform, chat, body.open_id);
		pushMessage(platform, message);
		return messageState(store, message);
	});

	server.post<{ Params: { chat_id: string }; Body: { app_id: string; open_id?: string } }>(
		'/_sim/chats/:chat_id/bots',
		(request) => {
			const chat = store.im.chats.get(request.params.chat_id);
			if (!chat || !store.apps.has(request.body.app_id)) throw adminError(404, 'There is no such chat or app');
			if (!chat.bots.includes(request.body.app_id)) {
				chat.bots.push(request.body.app_id);
				groupOf(chat).joined[request.body.app_id] = store.tick();
				const id = request.body.open_id ?? chat.owner_id ?? chat.members[0] ?? '';
				pushBots(platform, 'added', chat, { id, id_type: 'open_id', sender_type: 'user' }, [request.body.app_id]);
			}
			store.changed();
			return { bots: chat.bots };
		},
	);

	server.post<{ Params: { message_id: string }; Body: { open_id: string; emoji_type: string } }>(
		'/_sim/messages/:message_id/reactions',
		(request) => {
			const message = store.im.messages.get(request.params.message_id);
			const chat = message && store.im.chats.get(message.chat_id);
			if (!message || !chat) throw adminError(404, 'There is no such message');
			const { open_id: openId, emoji_type: emojiType } = request.body;
			memberOf(store, chat, openId);
			if (!isEmoji(emojiType)) throw adminError(400, `${emojiType} is not an emoji_type`);
			const operator = { id: openId, id_type: 'open_id', sender_type: 'user' } as const;
			const reaction: Reaction = {
				reaction_id: newId.reaction(),
				emoji_type: emojiType,
				operator,
				action_time: store.tick(),
			};
			message.reactions.push(reaction);
			store.changed();
			pushReaction(platform, 'created', message, reaction);
			return { reaction_id: reaction.reaction_id };
		},
	);

	server.post<{ Params: { chat_id: string }; Body: { open_id: string } }>('/_sim/chats/:chat_id/read', (request) => {
		const chat = store.im.chats.get(request.params.chat_id);
		if (!chat) throw adminError(404, 'There is no such chat');
		memberOf(store, chat, request.body.open_id);
		return { read: markRead(platform, chat, request.body.open_id) };
	});
}

/** Everything in the chat counts as read by somebody who writes in it; gives the number of newly read messages. */
function markRead(platform: Platform, chat: Chat, openId: string): number {
	const { store } = platform;
	const unread = [...store.im.messages.values()].filter(
		(message) =>
			message.chat_id === chat.chat_id &&
			message.sender.id !== openId &&
			!message.read_by.some((entry) => entry.open_id === openId),
	);
	for (const message of unread) message.read_by.push({ open_id: openId, time: store.clock.now() });
	if (unread.length > 0) pushRead(platform, openId, unread);
	return unread.length;
}
