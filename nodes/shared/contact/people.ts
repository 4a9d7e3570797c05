import { idKind } from '../../../feishu/idKinds';
import type { UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import type { FieldCall } from '../operation/field';
import { RANGE_CALLS } from './contactRange';
import { DEPARTMENT_CHILDREN, DEPARTMENT_USERS } from './directory';
import { peopleLike, peopleNamed } from './peopleNamed';
import { USER_SEARCH, usersFound } from './personSearch';

/** Looks people up by e-mail address or mobile number, for apps. A person has the search of the client. */
export const FIND_ENDPOINT = 'POST /open-apis/contact/v3/users/batch_get_id';

/** What looking people up by addresses and numbers may call. */
export const ADDRESS_CALLS: readonly FieldCall[] = [
	{ endpoint: FIND_ENDPOINT, of: 'app' },
	{ endpoint: USER_SEARCH, of: 'user' },
];

/** The same by names as well. */
export const PEOPLE_CALLS: readonly FieldCall[] = [
	...ADDRESS_CALLS,
	...[...RANGE_CALLS, DEPARTMENT_CHILDREN, DEPARTMENT_USERS].map((endpoint) => ({ endpoint, of: 'app' }) as const),
];

/** Addresses, and numbers, in one request of the endpoint that looks people up. */
const BATCH = 50;

/** A mobile number: with its country code, or one of mainland China. Anything else may be a user_id. */
const MOBILE = /^(\+\d[\d -]{4,}|1[3-9]\d{9})$/;

/** People as the platform takes them: all by one kind of ID. */
export interface People {
	/** Without repeats, in the order of the rows. */
	ids: string[];
	type: UserIdType;
}

/** Under what an entry that is no ID is looked up. */
export function lookUpBy(entry: string): 'emails' | 'mobiles' | 'names' | undefined {
	if (entry.includes('@')) return 'emails';
	if (MOBILE.test(bare(entry))) return 'mobiles';
	return idKind(entry) === 'name' || isWord(entry) ? 'names' : undefined;
}

/** `Alice`: a name rather than a user_id, whose form an administrator chooses; one that is a user_id is found all the same. */
const isWord = (entry: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(entry);

/** The ID of everybody who has one of the addresses or numbers, by that. @throws CallError */
export async function lookUpPeople(
	feishu: FeishuClient,
	entries: readonly string[],
	type: UserIdType,
): Promise<Map<string, string>> {
	const wanted = [...new Set(entries)];
	const by = (how: 'emails' | 'mobiles') => wanted.filter((entry) => lookUpBy(entry) === how);
	return await lookUp(feishu, { emails: by('emails'), mobiles: by('mobiles') }, type);
}

interface Addresses {
	emails: readonly string[];
	mobiles: readonly string[];
}

/** The same where it is known what is an address, and what a number. */
export async function lookUp(feishu: FeishuClient, asked: Addresses, type: UserIdType): Promise<Map<string, string>> {
	const all = [...asked.emails, ...asked.mobiles];
	if (all.length === 0) return new Map();
	return (await feishu.isPerson()) ? await foundByPerson(feishu, all, type) : await foundByApp(feishu, asked, type);
}

async function foundByApp(
	feishu: FeishuClient,
	{ emails, mobiles }: Addresses,
	type: UserIdType,
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (let start = 0; start < Math.max(emails.length, mobiles.length); start += BATCH) {
		const asked = { emails: emails.slice(start, start + BATCH), mobiles: mobiles.slice(start, start + BATCH) };
		const { user_list = [] } = await feishu.call<{ user_list?: Found[] }>(FIND_ENDPOINT, {
			query: { user_id_type: type },
			body: {
				...(asked.emails.length > 0 && { emails: asked.emails }),
				...(asked.mobiles.length > 0 && { mobiles: asked.mobiles.map(bare) }),
			},
			idempotent: true,
		});
		// Whoever was asked for alone needs no address in the answer.
		const isOnly = asked.emails.length + asked.mobiles.length === 1;
		const keep = (entry: string, isSame: (user: Found) => boolean) => {
			const id = user_list.find((user) => user.user_id && (isOnly || isSame(user)))?.user_id;
			if (id) ids.set(entry, id);
		};
		for (const email of asked.emails) keep(email, (user) => sameText(user.email, email));
		for (const mobile of asked.mobiles) keep(mobile, (user) => sameNumber(user.mobile, mobile));
	}
	return ids;
}

/** The search tells no addresses: whoever is the only one that it finds is meant. */
async function foundByPerson(
	feishu: FeishuClient,
	entries: readonly string[],
	type: UserIdType,
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const entry of entries) {
		const found: string[] = [];
		for await (const user of usersFound(feishu, entry)) if (found.push(text(user[type])) > 1) break;
		const [only] = found;
		if (only && found.length === 1) ids.set(entry, only);
	}
	return ids;
}

/** What was filled in for people in a field. */
export interface Entries {
	/** What complaints call the field. */
	label: string;
	entries: readonly string[];
}

/**
 * The ID of everybody who is named by an address, a number or a name, by that; of names it is an open_id. Other entries
 * are IDs, and stay out.
 * @throws InputError naming who was not found, and a name that several people have; CallError
 */
export async function findPeople(
	feishu: FeishuClient,
	fields: readonly Entries[],
	type: UserIdType,
): Promise<ReadonlyMap<string, string>> {
	const all = fields.flatMap(({ entries }) => entries);
	const found = await lookUpPeople(feishu, all, type);
	const named = await peopleNamed(feishu, [...new Set(all.filter((entry) => lookUpBy(entry) === 'names'))]);
	for (const [name, [only, ...others]] of named) if (only && others.length === 0) found.set(name, only);
	for (const { label, entries } of fields) {
		const several = entries.find((entry) => (named.get(entry)?.length ?? 0) > 1);
		if (several !== undefined) throw severalOf(label, several, named.get(several) ?? []);
		const missing = entries.filter((entry) => lookUpBy(entry) !== undefined && !found.has(entry));
		if (missing.length > 0) throw missingOf(label, missing, await peopleLike(feishu, missing));
	}
	return found;
}

function severalOf(label: string, name: string, ids: readonly string[]): InputError {
	return new InputError(
		label,
		`The field '${label}' names ${name}, and ${ids.length} people are called so`,
		'Give the e-mail address or the ID of the one who is meant, or choose the person from the list',
	);
}

/** @param alike people whose names have one of the missing words in them */
function missingOf(label: string, missing: readonly string[], alike: readonly string[]): InputError {
	return new InputError(
		label,
		`The field '${label}' names people who were not found: ${missing.join(', ')}`,
		`${alike.length > 0 ? `Is it ${alike.join(' or ')}? ` : ''}Check how they are written: names in full, numbers from outside mainland China with their country code. An app finds whom its contact range holds, with the scope contact:user.id:readonly; a person finds whom the client's search shows`,
	);
}

interface Found {
	user_id?: string;
	email?: string;
	mobile?: string;
}

function sameText(answered: string | undefined, asked: string): boolean {
	return answered?.toLowerCase() === asked.toLowerCase();
}

/** The answer may or may not have the country code. */
function sameNumber(answered = '', asked: string): boolean {
	const [one, other] = [bare(answered), bare(asked)].map((number) => number.replace('+', ''));
	return !!one && !!other && (one.endsWith(other) || other.endsWith(one));
}

/** A number without what people put between its digits. */
function bare(mobile: string): string {
	return mobile.replace(/[ -]/g, '');
}
