/** How the messages of a chat hang together: replies, threads, merged forwards. No DOM here. */

/**
 * The messages of one chat as the conversation shows them, oldest first:
 * `main` is what stands in the flow, `thread(id)` the replies of a thread, `children(id)` the inside of a merged forward.
 */
export function conversation(messages, chatId) {
	const ofChat = messages.filter((message) => message.chat_id === chatId);
	const byId = new Map(messages.map((message) => [message.message_id, message]));
	const childrenById = group(
		messages.filter((message) => message.upper_message_id),
		(message) => message.upper_message_id,
	);
	const topLevel = ofChat.filter((message) => !message.upper_message_id);
	const isThreadReply = (message) =>
		Boolean(
			message.thread_id && message.root_id && message.root_id !== message.message_id && byId.has(message.root_id),
		);
	const threads = group(topLevel.filter(isThreadReply), (message) => message.root_id);
	return {
		main: topLevel.filter((message) => !isThreadReply(message)),
		thread: (messageId) => threads.get(messageId) ?? [],
		children: (messageId) => childrenById.get(messageId) ?? [],
		/** The message that this one answers, outside threads or deeper inside one. */
		parent: (message) => {
			if (!message.parent_id || (isThreadReply(message) && message.parent_id === message.root_id)) return undefined;
			return byId.get(message.parent_id);
		},
		last: topLevel[topLevel.length - 1],
	};
}

function group(items, keyOf) {
	const groups = new Map();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return groups;
}

/** Reactions by emoji, in the order in which they first came: [{emoji_type, count, names}]. */
export function countReactions(reactions = [], directory) {
	return [...group(reactions, (reaction) => reaction.emoji_type)].map(([emojiType, list]) => ({
		emoji_type: emojiType,
		count: list.length,
		operators: list.map((reaction) => operatorId(reaction.operator)),
		names: list.map((reaction) => reaction.operator?.name ?? directory?.personName(operatorId(reaction.operator))),
	}));
}

const operatorId = (operator) => operator?.id ?? operator?.operator_id ?? operator?.open_id ?? operator;

/** Chats with a last message first, newest on top; then the others by name. `query` looks in names, people and last messages. */
export function chatList(state, directory, previewOf, query = '') {
	const wanted = query.trim().toLowerCase();
	return state.chats
		.map((chat) => {
			const { last } = conversation(state.messages, chat.chat_id);
			return { chat, last, title: directory.chatTitle(chat), line: last ? previewOf(last) : 'No messages yet' };
		})
		.filter(
			({ chat, title, line }) =>
				!wanted ||
				[title, line, ...chat.members.map((id) => directory.personName(id))].some((text) =>
					text.toLowerCase().includes(wanted),
				),
		)
		.sort(
			(one, other) =>
				Number(other.last?.create_time ?? 0) - Number(one.last?.create_time ?? 0) ||
				one.title.localeCompare(other.title),
		);
}
