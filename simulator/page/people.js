/** Who is who: names of users, bots and chats from the simulator's state. */

const ID_FIELDS = ['open_id', 'user_id', 'union_id', 'email'];

/**
 * Looks names up by any id that Feishu uses for a person or chat.
 * `state` is the answer of GET /_sim/state.
 */
export function directory(state) {
	const people = new Map();
	const chats = new Map();
	for (const user of state.users) {
		for (const field of ID_FIELDS)
			if (user[field]) people.set(user[field], { id: user.open_id, name: user.name, bot: false });
	}
	for (const app of state.apps) {
		const bot = { id: app.bot_open_id, name: app.name, bot: true };
		people.set(app.app_id, bot);
		if (app.bot_open_id) people.set(app.bot_open_id, bot);
	}
	for (const chat of state.chats) chats.set(chat.chat_id, chat);
	const chatTitle = (chat) => {
		if (chat.name) return chat.name;
		const names = chat.members.map((id) => people.get(id)?.name).filter(Boolean);
		return names.join(', ') || chat.chat_id;
	};
	return {
		/** {id, name, bot} or undefined. */
		person: (id) => people.get(id),
		/** The name, or the id itself when nobody has it. */
		personName: (id) => (id === 'all' ? 'All' : (people.get(id)?.name ?? String(id))),
		chat: (id) => chats.get(id),
		chatTitle,
		/** Users of a chat who can write in it. */
		writers: (chat) => chat.members.map((id) => people.get(id)).filter((person) => person && !person.bot),
		/** Everyone who can be mentioned in a chat: its users, and the bots when a bot is in it. */
		mentionable: (chat) => [
			...(chat.bot_in_chat === false ? [] : state.apps.map((app) => people.get(app.app_id))),
			...chat.members.map((id) => people.get(id)).filter((person) => person && !person.bot),
		],
	};
}

/** Mentions by key (`@_user_1`); the id is an object in events and a string in the API. */
export function mentionMap(mentions = []) {
	return new Map(
		mentions.map((mention) => [mention.key, { ...mention, id: mention.id?.open_id ?? mention.id ?? mention.open_id }]),
	);
}
