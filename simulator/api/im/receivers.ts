import { PlatformError } from '../../platform/envelope';
import { invalidContent } from '../../content/contentErrors';
import type { UserIdType } from '../../platform/ids';
import { invalidId } from '../../state/lookUp';
import type { Chat } from '../../state/chats';
import type { Message } from '../../state/messages';
import { isIn, type Operator } from '../../state/operator';
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

type Resolve = (store: Store, by: Operator, id: string) => Receiver;

/** What is done with the receiver: an unknown one has other codes where something is forwarded. */
export type Doing = 'send' | 'forward';

function person(find: (store: Store, by: Operator, id: string) => User): Resolve {
	return (store, by, id) => {
		return { chat: store.im.p2pChat(by, find(store, by, id)) };
	};
}

/** Also for an open_id of another app. */
const unknownReceiver = ({ settings }: Store, kind: UserIdType | 'chat_id') =>
	settings.unknownReceiver === 'gateway' ? invalidId(kind) : invalidContent('invalid receive_id');

function receivingUser(store: Store, by: Operator, idType: UserIdType, id: string): User {
	const user = store.directory.find(by.app, idType, id);
	if (!user) throw unknownReceiver(store, idType);
	return user;
}

function joined(store: Store, by: Operator, chatId: string): Chat {
	const chat = store.im.chats.get(chatId);
	if (!chat) throw store.im.dissolved.has(chatId) ? dissolvedChat() : unknownReceiver(store, 'chat_id');
	if (!isIn(chat, by)) throw notInChat();
	requireSpeech(store, chat, by);
	return chat;
}

/** What a receive_id of each type stands for, and the refusal when it stands for nothing. */
const RESOLVERS: Record<ReceiveIdType, Resolve> = {
	open_id: person((store, by, id) => receivingUser(store, by, 'open_id', id)),
	user_id: person((store, by, id) => receivingUser(store, by, 'user_id', id)),
	union_id: person((store, by, id) => receivingUser(store, by, 'union_id', id)),
	email: person((store, _by, id) => {
		const user = store.contact.find('email', id);
		if (!user) throw new PlatformError(230013, 'Bot has NO availability to this user.');
		return user;
	}),
	chat_id: (store, by, id) => ({ chat: joined(store, by, id) }),
	thread_id(store, by, id) {
		const thread = [...store.im.messages.values()].find(
			(message) => message.thread_id === id && message.root_id === undefined,
		);
		if (!thread) throw new PlatformError(230019, 'The topic does NOT exist.');
		return { chat: joined(store, by, thread.chat_id), thread };
	},
};

const isUnknown = (error: unknown) => error instanceof PlatformError && error.code === 230001;

export function resolveReceiver(
	store: Store,
	by: Operator,
	idType: ReceiveIdType,
	id: string,
	doing: Doing = 'send',
): Receiver {
	try {
		return RESOLVERS[idType](store, by, id);
	} catch (error) {
		if (doing === 'send' || !isUnknown(error)) throw error;
		if (idType === 'chat_id') throw new PlatformError(230063, 'The target chat is not exist.');
		throw new PlatformError(230034, 'The receive_id is invalid.');
	}
}
