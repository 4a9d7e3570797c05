import { PlatformError } from '../../platform/envelope';
import { invalidId, userById } from '../lookUp';
import type { App } from '../../state/apps';
import type { Chat } from '../../state/chats';
import type { Message } from '../../state/messages';
import type { Store } from '../../state/store';
import type { User } from '../../state/contact';
import { notInChat } from './access';
import { dissolvedChat, requireSpeech } from './chatAccess';

export const RECEIVE_ID_TYPES = ['open_id', 'user_id', 'union_id', 'email', 'chat_id'] as const;
export const FORWARD_ID_TYPES = [...RECEIVE_ID_TYPES, 'thread_id'] as const;
export type ReceiveIdType = (typeof FORWARD_ID_TYPES)[number];

export interface Receiver {
	chat: Chat;
	/** The root, when the receiver is a thread. */
	thread?: Message;
}

type Resolve = (store: Store, app: App, id: string) => Receiver;

function person(find: (store: Store, id: string) => User): Resolve {
	return (store, app, id) => {
		const user = find(store, id);
		if (user.is_resigned) throw new PlatformError(230013, 'Bot has NO availability to this user.');
		return { chat: store.im.p2pChat(app, user) };
	};
}

function joined(store: Store, app: App, chatId: string): Chat {
	const chat = store.im.chats.get(chatId);
	if (!chat) throw store.im.dissolved.has(chatId) ? dissolvedChat() : invalidId('chat_id');
	if (!chat.bots.includes(app.app_id)) throw notInChat();
	requireSpeech(chat, app);
	return chat;
}

/** What a receive_id of each type stands for, and the refusal when it stands for nothing. */
const RESOLVERS: Record<ReceiveIdType, Resolve> = {
	open_id: person((store, id) => userById(store, 'open_id', id)),
	user_id: person((store, id) => userById(store, 'user_id', id)),
	union_id: person((store, id) => userById(store, 'union_id', id)),
	email: person((store, id) => {
		const user = store.contact.find('email', id);
		if (!user) throw new PlatformError(230013, 'Bot has NO availability to this user.');
		return user;
	}),
	chat_id: (store, app, id) => ({ chat: joined(store, app, id) }),
	thread_id(store, app, id) {
		const thread = [...store.im.messages.values()].find(
			(message) => message.thread_id === id && message.root_id === undefined,
		);
		if (!thread) throw new PlatformError(230019, 'The topic does NOT exist.');
		return { chat: joined(store, app, thread.chat_id), thread };
	},
};

export const resolveReceiver = (store: Store, app: App, idType: ReceiveIdType, id: string): Receiver =>
	RESOLVERS[idType](store, app, id);
