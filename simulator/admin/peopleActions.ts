import type { FastifyInstance } from 'fastify';
import { previewLink, pushEntered, pushMenu } from '../events/botEvents';
import { pushChatUpdated, pushPeople } from '../events/chatEvents';
import { pushReaction, pushRecalled, type RecallType } from '../events/messageEvents';
import type { Platform } from '../gateway/platform';
import type { App } from '../state/apps';
import { type Chat, groupOf } from '../state/chats';
import type { Message } from '../state/messages';
import type { Sender } from '../state/sender';
import { adminError } from './errors';

interface Acting {
	/** Who does it: a person of the simulator. */
	open_id: string;
}

const personOf = (openId: string): Sender => ({ id: openId, id_type: 'open_id', sender_type: 'user' });

function found<T>(value: T | undefined, what: string): T {
	if (value === undefined) throw adminError(404, `There is no such ${what}`);
	return value;
}

/** As what somebody recalls a message; nothing where they may not. */
function recallTypeOf(chat: Chat, message: Message, openId: string | undefined): RecallType | undefined {
	if (openId === undefined) return 'enterprise_manager';
	if (message.sender.id === openId) return 'message_owner';
	if (chat.owner_id === openId) return 'group_owner';
	return groupOf(chat).managers.includes(openId) ? 'group_manager' : undefined;
}

/** What people do in their clients beside writing: each of it is an event to the bots that are there. */
export function peopleActionRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const memberOf = (chat: Chat, openId: string) => {
		if (!chat.members.includes(openId)) throw adminError(400, `${openId} is not a member of the chat`);
	};
	const messageOf = (id: string): { message: Message; chat: Chat } => {
		const message = found(store.im.messages.get(id), 'message');
		return { message, chat: found(store.im.chats.get(message.chat_id), 'chat') };
	};
	const appOf = (id = store.apps.firstId ?? ''): App => found(store.apps.get(id), 'app');
	const userOf = (openId: string) => found(store.contact.users.get(openId), 'person');

	// Recalls a message: one's own, or in a group that one runs; nobody's is the administrator of the company.
	server.delete<{ Params: { message_id: string }; Body: Partial<Acting> | undefined }>(
		'/_sim/messages/:message_id',
		({ params, body }) => {
			const { message, chat } = messageOf(params.message_id);
			const type = recallTypeOf(chat, message, body?.open_id);
			if (!type) throw adminError(400, `${body?.open_id} can not recall it`);
			Object.assign(message, { deleted: true, update_time: store.tick() });
			store.changed();
			pushRecalled(platform, message, type);
			return {};
		},
	);

	server.delete<{ Params: { message_id: string; reaction_id: string } }>(
		'/_sim/messages/:message_id/reactions/:reaction_id',
		({ params }) => {
			const { message } = messageOf(params.message_id);
			const reaction = found(
				message.reactions.find(({ reaction_id: id }) => id === params.reaction_id),
				'reaction',
			);
			message.reactions.splice(message.reactions.indexOf(reaction), 1);
			store.changed();
			pushReaction(platform, 'deleted', message, reaction);
			return {};
		},
	);

	// Leaves, is taken out by `open_id`, or, with `withdraw`, was added by mistake.
	server.delete<{ Params: { chat_id: string; member: string }; Body: Partial<Acting> & { withdraw?: boolean } }>(
		'/_sim/chats/:chat_id/members/:member',
		({ params: { chat_id: id, member }, body }) => {
			const chat = found(store.im.chats.get(id), 'chat');
			memberOf(chat, member);
			chat.members = chat.members.filter((one) => one !== member);
			store.changed();
			const what = body?.withdraw ? 'withdrawn' : 'deleted';
			pushPeople(platform, what, chat, personOf(body?.open_id ?? member), [member]);
			return { members: chat.members };
		},
	);

	server.put<{ Params: { chat_id: string }; Body: Acting & { name: string } }>(
		'/_sim/chats/:chat_id/name',
		({ params, body }) => {
			const chat = found(store.im.chats.get(params.chat_id), 'chat');
			memberOf(chat, body.open_id);
			groupOf(chat);
			const before = structuredClone(chat);
			chat.name = body.name;
			store.changed();
			pushChatUpdated(platform, before, chat, personOf(body.open_id));
			return chat;
		},
	);

	// Opens the conversation with a bot, which is there from then on.
	server.post<{ Params: { open_id: string }; Body: { app_id?: string } | undefined }>(
		'/_sim/people/:open_id/open-bot',
		({ params, body }) => {
			const app = appOf(body?.app_id);
			const user = userOf(params.open_id);
			const chat = store.im.p2pChat({ app }, user);
			const isFirst = !store.im.chats.has(chat.chat_id);
			store.im.chats.set(chat.chat_id, chat);
			store.changed();
			pushEntered(platform, app, chat, user.open_id, isFirst);
			return { chat_id: chat.chat_id };
		},
	);

	server.post<{ Params: { open_id: string }; Body: { app_id?: string; event_key: string } }>(
		'/_sim/people/:open_id/menu',
		({ params, body }) => pushMenu(platform, appOf(body.app_id), userOf(params.open_id).open_id, body.event_key),
	);

	// Answers when the app has answered.
	server.post<{ Params: { open_id: string }; Body: { app_id?: string; url: string; chat_id?: string } }>(
		'/_sim/people/:open_id/link',
		({ params, body }) =>
			previewLink(
				platform,
				{ app: appOf(body.app_id), openId: userOf(params.open_id).open_id },
				{ url: body.url, chatId: body.chat_id },
			),
	);
}
