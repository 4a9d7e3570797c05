import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { peopleBelow, WHOLE_ORGANIZATION } from './directory';
import { usersFound } from './personSearch';

/** Departments asked at once while names are looked for. */
const AHEAD = 10;

type Named = Map<string, Set<string>>;

/** What an execution has found: for an app all whom it sees, for a person what was asked. */
interface Known {
	everybody?: Promise<Named>;
	readonly asked: Map<string, Promise<Named>>;
}

const known = new WeakMap<FeishuClient, Known>();

/**
 * The open_ids of all who are called by a name, by that as it was given: nobody, one, or several. An app walks once in an
 * execution over all whom it sees, for all its names; a person has the search of the client, one request a name.
 * @throws CallError
 */
export async function peopleNamed(
	feishu: FeishuClient,
	names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const found = new Map<string, readonly string[]>();
	if (names.length === 0) return found;
	const state: Known = known.get(feishu) ?? { asked: new Map<string, Promise<Named>>() };
	known.set(feishu, state);
	const isPerson = await feishu.isPerson();
	for (const name of names) {
		const all = isPerson ? searched(feishu, state, name) : walked(feishu, state);
		found.set(name, [...((await all).get(sameAs(name)) ?? [])]);
	}
	return found;
}

async function walked(feishu: FeishuClient, state: Known): Promise<Named> {
	const walk = (state.everybody ??= byName(peopleBelow(feishu, WHOLE_ORGANIZATION, AHEAD)));
	// What failed is asked anew by whoever comes next.
	walk.catch(() => (state.everybody = undefined));
	return await walk;
}

async function searched(feishu: FeishuClient, { asked }: Known, name: string): Promise<Named> {
	const search = asked.get(name) ?? byName(usersFound(feishu, name));
	asked.set(name, search);
	search.catch(() => asked.delete(name));
	return await search;
}

async function byName(users: AsyncIterable<Readonly<Record<string, unknown>>>): Promise<Named> {
	const named: Named = new Map();
	for await (const user of users)
		for (const name of [user.name, user.en_name, user.nickname]) {
			const key = sameAs(text(name));
			const id = text(user.open_id);
			if (key !== '' && id !== '') named.set(key, (named.get(key) ?? new Set<string>()).add(id));
		}
	return named;
}

/** Names are the same however they are written large or small. */
const sameAs = (name: string): string => name.trim().toLowerCase();
