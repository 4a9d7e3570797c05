/** Keeps what has not changed from one answer of the server to the next. No DOM here. */

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The list `next`, with the objects of `before` wherever they say the same; `before` itself when all do. */
export function shareList(before, next, keyOf) {
	const known = new Map((before ?? []).map((item) => [keyOf(item), item]));
	const list = next.map((item) => {
		const old = known.get(keyOf(item));
		return old && same(old, item) ? old : item;
	});
	return before?.length === list.length && list.every((item, index) => item === before[index]) ? before : list;
}

const KEYS = {
	messages: (message) => message.message_id,
	users: (user) => user.open_id,
	apps: (app) => app.app_id,
	chats: (chat) => chat.chat_id,
};

/** A new state of the simulator that shares with the last one what is equal, so that only what changed is redrawn. */
export function shareState(before, next) {
	const shared = Object.entries(KEYS).map(([name, keyOf]) => [name, shareList(before?.[name], next[name], keyOf)]);
	return { ...next, ...Object.fromEntries(shared) };
}
