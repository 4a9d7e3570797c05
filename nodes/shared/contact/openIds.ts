import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { peopleByIds, RANGE_CALLS } from './contactRange';
import { DEPARTMENT_CHILDREN, DEPARTMENT_USERS, peopleBelow, WHOLE_ORGANIZATION } from './directory';
import { lookUpPeople } from './people';
import { USER_SEARCH, usersFound } from './personSearch';
import { FIND_ENDPOINT } from './user';

/** By what somebody is known whose open_id is wanted. */
export interface Known {
	by: 'email' | 'mobile' | 'union_id' | 'user_id' | 'name';
	value: string;
}

/** Departments asked at once while names are looked for. */
const AHEAD = 10;

/** What looking people up may call. */
export const OPEN_ID_CALLS = [
	...new Set([FIND_ENDPOINT, ...RANGE_CALLS, DEPARTMENT_CHILDREN, DEPARTMENT_USERS, USER_SEARCH]),
];

const keyOf = ({ by, value }: Known) => `${by} ${value}`;

/** The open_ids of people, by what they are known by. */
export class OpenIds {
	private readonly found = new Map<string, Set<string>>();

	/** Everybody of this description: nobody, one, or several of the same name. */
	of(known: Known): string[] {
		return [...(this.found.get(keyOf(known)) ?? [])];
	}

	keep(known: Known, openId: string): void {
		if (openId === '') return;
		const key = keyOf(known);
		this.found.set(key, (this.found.get(key) ?? new Set()).add(openId));
	}
}

/**
 * Looks people up with as few requests as there can be: addresses and numbers 50 in one, other IDs 50 in one, names by one
 * walk over all whom the app may see (for a person by the platform's search, one request a name).
 * @throws CallError
 */
export async function openIdsOf(feishu: FeishuClient, people: readonly Known[]): Promise<OpenIds> {
	const found = new OpenIds();
	const known = [...new Map(people.map((one) => [keyOf(one), one])).values()];
	const by = (...kinds: ReadonlyArray<Known['by']>) => known.filter((one) => kinds.includes(one.by));
	await byAddress(feishu, by('email', 'mobile'), found);
	await byOtherId(feishu, 'union_id', by('union_id'), found);
	await byOtherId(feishu, 'user_id', by('user_id'), found);
	await byName(feishu, by('name'), found);
	return found;
}

async function byAddress(feishu: FeishuClient, known: readonly Known[], found: OpenIds): Promise<void> {
	if (known.length === 0) return;
	// A number as people write it, without what stands between its digits.
	const entryOf = ({ by, value }: Known) => (by === 'mobile' ? value.replace(/[\s().-]/g, '') : value);
	const ids = await lookUpPeople(feishu, known.map(entryOf), 'open_id');
	for (const one of known) found.keep(one, ids.get(entryOf(one)) ?? '');
}

async function byOtherId(
	feishu: FeishuClient,
	type: 'union_id' | 'user_id',
	known: readonly Known[],
	found: OpenIds,
): Promise<void> {
	const ids = known.map(({ value }) => value);
	for await (const user of peopleByIds(feishu, ids, type))
		found.keep({ by: type, value: text(user[type]) }, text(user.open_id));
}

async function byName(feishu: FeishuClient, known: readonly Known[], found: OpenIds): Promise<void> {
	if (known.length === 0) return;
	const names = new Map<string, Known[]>();
	for (const one of known) names.set(sameAs(one.value), [...(names.get(sameAs(one.value)) ?? []), one]);
	const keep = (user: Readonly<Record<string, unknown>>) => {
		for (const name of [user.name, user.en_name, user.nickname])
			for (const one of names.get(sameAs(text(name))) ?? []) found.keep(one, text(user.open_id));
	};
	if (await feishu.isPerson()) {
		for (const { value } of known) for await (const user of usersFound(feishu, value)) keep(user);
		return;
	}
	for await (const user of peopleBelow(feishu, WHOLE_ORGANIZATION, AHEAD)) keep(user);
}

/** Names are the same however they are written large or small. */
const sameAs = (name: string): string => name.trim().toLowerCase();
