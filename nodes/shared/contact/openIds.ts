import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { peopleByIds } from './contactRange';
import { lookUpPeople } from './people';
import { peopleNamed } from './peopleNamed';

/** By what somebody is known whose open_id is wanted. */
export interface Known {
	by: 'email' | 'mobile' | 'union_id' | 'user_id' | 'name';
	value: string;
}

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
	const named = await peopleNamed(
		feishu,
		known.map(({ value }) => value),
	);
	for (const one of known) for (const id of named.get(one.value) ?? []) found.keep(one, id);
}
