import type { Call } from '../../gateway/route';
import { USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import type { Chat } from '../../state/chats';
import type { User } from '../../state/contact';
import type { Message } from '../../state/messages';
import { isIn } from '../../state/operator';

/** What a request is about, as far as the caller is where it is. */
export interface Addressed {
	chats: Chat[];
	messages: { message: Message; chat: Chat }[];
	/** Where something is sent or forwarded. */
	targets: Chat[];
	/** Chats whose history is asked for. */
	history: Chat[];
	/** The person who is written to. */
	receiver?: User;
}

const strings = (value: unknown): string[] =>
	(Array.isArray(value) ? (value as unknown[]) : [value]).filter((each) => typeof each === 'string');

function receiverOf({ platform: { store }, app, query, body }: Call): User | undefined {
	const { receive_id_type: type } = query;
	const id = strings(body.receive_id)[0] ?? '';
	if (type === 'email') return store.contact.find('email', id);
	const idType = USER_ID_TYPES.find((each: UserIdType) => each === type);
	return idType && store.directory.find(app, idType, id);
}

/** The chats, messages and people that a request names. */
export function addressed(call: Call): Addressed {
	const { platform, by, params, query, body } = call;
	const { im } = platform.store;
	const reached = (ids: readonly string[]): Chat[] =>
		ids.map((id) => im.chats.get(id)).filter((chat) => chat !== undefined && isIn(chat, by)) as Chat[];
	const rootsOf = (ids: readonly unknown[]) =>
		strings(ids).flatMap((id) =>
			id.startsWith('omt_')
				? [...im.messages.values()].filter(
						({ thread_id: thread, root_id: root }) => thread === id && root === undefined,
					)
				: [],
		);
	const ids = strings([params.message_id, body.message_id].concat(strings(body.message_id_list)));
	const named = [...ids.map((id) => im.messages.get(id)), ...rootsOf([params.thread_id, query.container_id])];
	const messages = named.flatMap((message) => {
		const [chat] = reached([message?.chat_id ?? '']);
		return message && chat ? [{ message, chat }] : [];
	});
	const history = reached(strings(query.container_id));
	const targets = reached([...strings(body.receive_id), ...rootsOf([body.receive_id]).map(({ chat_id: id }) => id)]);
	const others = reached(strings([params.chat_id, query.chat_id]));
	const chats = [...messages.map(({ chat }) => chat), ...history, ...others, ...targets];
	return { chats, messages, targets, history, receiver: receiverOf(call) };
}
