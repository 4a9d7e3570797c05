import type { Kind, Place } from '../kind';
import { problem } from '../problem';
import { mostIn } from './most';

const MAX_PEOPLE = 1000;
const MAX_GROUPS = 10;

/** A person, or an app's bot, as reads give them. */
export function personOf({ store, app, idType }: Pick<Place, 'store' | 'app' | 'idType'>, openId: string): object {
	const user = store.contact.users.get(openId);
	const bot = store.apps.byBot(openId);
	const name = user?.name ?? bot?.name ?? '';
	return {
		id: store.directory.idFor(app, openId, idType),
		name,
		en_name: user?.en_name ?? name,
		email: user?.email ?? '',
		avatar_url: `https://files.example.com/avatars/${openId}`,
	};
}

function idsIn(given: unknown, max: number, code: number): string[] {
	if (!Array.isArray(given) || given.length > max) throw problem(code);
	return given.map((entry: unknown) => {
		const id = typeof entry === 'object' && entry !== null ? (entry as { id?: unknown }).id : undefined;
		if (typeof id !== 'string') throw problem(code);
		return id;
	});
}

export const USER: Kind<string[]> = {
	write: (given, { store, app, idType, field }) =>
		idsIn(given, mostIn(field, MAX_PEOPLE), 1254066).map((id) => {
			const user = store.directory.find(app, idType, id);
			if (!user) throw problem(1254066);
			return user.open_id;
		}),
	search: (people, place) => people.map((openId) => personOf(place, openId)),
	event: (people, place) =>
		JSON.stringify(people.map((id) => ({ id: place.store.directory.openIdFor(place.app, id) }))),
	words: (people, { store }) =>
		people.map((id) => store.contact.users.get(id)?.name ?? store.apps.byBot(id)?.name ?? ''),
	people: (people) => people,
};

export const GROUP: Kind<string[]> = {
	write: (given, { store, field }) =>
		idsIn(given, mostIn(field, MAX_GROUPS), 1254015).map((id) => {
			if (!store.im.chats.has(id)) throw problem(1254015);
			return id;
		}),
	search: (chats, { store }) =>
		chats.map((id) => ({
			id,
			name: store.im.chats.get(id)?.name ?? '',
			avatar_url: `https://files.example.com/avatars/${id}`,
		})),
	event: (chats) => JSON.stringify(chats.map((id) => ({ id }))),
	words: (chats, { store }) => chats.map((id) => store.im.chats.get(id)?.name ?? ''),
};
