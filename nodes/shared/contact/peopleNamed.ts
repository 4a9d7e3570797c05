import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { peopleBelow, WHOLE_ORGANIZATION } from './directory';
import { usersFound } from './personSearch';

/** Departments asked at once while names are looked for. */
const AHEAD = 10;

/** People as they were found, by what they may be called, which is the same however it is written large or small. */
class Named {
	private readonly ids = new Map<string, Set<string>>();
	private readonly byUserId = new Map<string, string>();
	private readonly names: string[] = [];

	add(user: Readonly<Record<string, unknown>>): void {
		const id = text(user.open_id);
		if (id === '') return;
		this.byUserId.set(text(user.user_id), id);
		for (const name of [user.name, user.en_name, user.nickname].map(text)) {
			const key = sameAs(name);
			if (key === '') continue;
			if (!this.ids.has(key)) this.names.push(name);
			this.ids.set(key, (this.ids.get(key) ?? new Set<string>()).add(id));
		}
	}

	/** Of whom nobody is called so, the one whose user_id it is. */
	of(name: string): string[] {
		const called = this.ids.get(sameAs(name));
		if (called) return [...called];
		const id = this.byUserId.get(name);
		return id === undefined ? [] : [id];
	}

	/** Names in which that one is a part. */
	like(name: string): string[] {
		return this.names.filter((one) => sameAs(one).split(/\s+/).includes(sameAs(name)));
	}
}

/** What an execution has found: for an app all whom it sees, for a person what was asked. */
interface Known {
	everybody?: Promise<Named>;
	readonly asked: Map<string, Promise<Named>>;
}

const known = new WeakMap<FeishuClient, Known>();

/**
 * The open_ids of all who are called by a name, or else have it as their user_id, by that as it was given: nobody, one, or
 * several. An app walks once in an execution over all whom it sees, for all its names; a person has the search of the
 * client, one request a name.
 * @throws CallError
 */
export async function peopleNamed(
	feishu: FeishuClient,
	names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const found = new Map<string, readonly string[]>();
	for (const name of names) found.set(name, (await seen(feishu, name)).of(name));
	return found;
}

/** As many as an error can name. */
const MOST_ALIKE = 3;

/** The names of people that have one of these in them, as `Alice Smith` has `Alice`; a few. @param names that `peopleNamed` did not find */
export async function peopleLike(feishu: FeishuClient, names: readonly string[]): Promise<readonly string[]> {
	const state = known.get(feishu);
	const found: string[] = [];
	for (const name of names) {
		const all = await (state?.asked.get(name) ?? state?.everybody);
		found.push(...(all?.like(name) ?? []));
	}
	return found.slice(0, MOST_ALIKE);
}

/** Those among whom somebody of that name would be. */
async function seen(feishu: FeishuClient, name: string): Promise<Named> {
	const state: Known = known.get(feishu) ?? { asked: new Map<string, Promise<Named>>() };
	known.set(feishu, state);
	return (await feishu.isPerson()) ? await searched(feishu, state, name) : await walked(feishu, state);
}

async function walked(feishu: FeishuClient, state: Known): Promise<Named> {
	const walk = (state.everybody ??= gathered(peopleBelow(feishu, WHOLE_ORGANIZATION, AHEAD)));
	// What failed is asked anew by whoever comes next.
	walk.catch(() => (state.everybody = undefined));
	return await walk;
}

async function searched(feishu: FeishuClient, { asked }: Known, name: string): Promise<Named> {
	const search = asked.get(name) ?? gathered(usersFound(feishu, name));
	asked.set(name, search);
	search.catch(() => asked.delete(name));
	return await search;
}

async function gathered(users: AsyncIterable<Readonly<Record<string, unknown>>>): Promise<Named> {
	const named = new Named();
	for await (const user of users) named.add(user);
	return named;
}

const sameAs = (name: string): string => name.trim().toLowerCase();
