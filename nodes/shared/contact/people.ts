import { userIdType, type UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import type { FeishuClient } from '../client/client';
import type { Field } from '../operation/operation';
import { splitList, type Located, type Params } from '../operation/params';
import { FIND_ENDPOINT, userFieldOld } from './user';

/** Addresses, and numbers, in one request of the endpoint that looks people up. */
const BATCH = 50;

/** A mobile number: with its country code, or one of mainland China. Anything else may be a user_id. */
const MOBILE = /^(\+\d[\d -]{4,}|1[3-9]\d{9})$/;

/** People: rows with one each from the list, by ID or e-mail address, and rows with many at once. Read with `readPeople`. */
export function peopleFieldOld(overrides: Partial<Field> = {}): Field {
	const { required: _required, ...person } = userFieldOld();
	return {
		displayName: 'People',
		name: 'people',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add People',
		default: {},
		description: 'One by one from the list, or several at once by ID, e-mail address or mobile number',
		options: [
			{ displayName: 'Person', name: 'person', values: [person] },
			{
				displayName: 'Several at Once',
				name: 'several',
				values: [
					{
						displayName: 'IDs, Emails or Mobile Numbers',
						name: 'list',
						type: 'string',
						typeOptions: { rows: 2 },
						default: '',
						placeholder: 'e.g. tom@example.com, ou_7d8a6e6df7621556ce0d21922b676706, +6591234567',
						description: 'Separated by commas or line breaks; an expression may give a list',
					},
				],
			},
		],
		...overrides,
	};
}

/** People as the platform takes them: all by one kind of ID. */
export interface People {
	/** Without repeats, in the order of the rows. */
	ids: string[];
	type: UserIdType;
}

/**
 * The people of a `peopleField`. E-mail addresses and mobile numbers are looked up, as the kind of ID that the others
 * have.
 * @throws InputError before any call when there is nobody or IDs of different kinds; after the look-up, naming who was not found
 */
export async function readPeople(param: Params, feishu: FeishuClient, name = 'people'): Promise<People> {
	checkPeople(param, name);
	return await readOptionalPeople(param, feishu, name);
}

/** As `readPeople`, and empty when nobody was chosen. */
export async function readOptionalPeople(param: Params, feishu: FeishuClient, name = 'people'): Promise<People> {
	const { ids, type } = await readPeopleTogether(param, feishu, [name]);
	return { ids: ids[name] ?? [], type };
}

/**
 * The people of several fields, each a `peopleField` or a `userField`, for a request that takes one kind of ID for
 * all of them. A field in which nobody was chosen gives none.
 * @throws InputError as `readPeople`
 */
export async function readPeopleTogether(
	param: Params,
	feishu: FeishuClient,
	names: readonly string[],
): Promise<{ ids: Record<string, string[]>; type: UserIdType }> {
	const type = checkPeopleTogether(param, names);
	return { ids: await resolvePeople(param, feishu, names, type), type };
}

/**
 * The people of one field where IDs of several kinds may stand side by side, because each person is compared by all of
 * theirs. E-mail addresses and mobile numbers become open_ids, which every app may read. Empty when nobody was chosen.
 * @throws InputError naming who was not found
 */
export async function readPeopleOfAnyKind(param: Params, feishu: FeishuClient, name: string): Promise<string[]> {
	return (await resolvePeople(param, feishu, [name], 'open_id'))[name] ?? [];
}

async function resolvePeople(
	param: Params,
	feishu: FeishuClient,
	names: readonly string[],
	type: UserIdType,
): Promise<Record<string, string[]>> {
	const fields = names.map((name) => ({ name, label: param.label(name), entries: entriesOf(param, name) }));
	const found = await lookUpPeople(
		feishu,
		fields.flatMap(({ entries }) => entries),
		type,
	);
	for (const { label, entries } of fields) refuseMissing(label, entries, found);
	const idsOf = (entries: readonly string[]) => [...new Set(entries.map((entry) => found.get(entry) ?? entry))];
	return Object.fromEntries(fields.map(({ name, entries }) => [name, idsOf(entries)]));
}

/** How many people were chosen, checked without any call. @throws InputError when there is nobody, or a mixture of kinds */
export function checkPeople(param: Params, name = 'people'): number {
	const field = param.label(name);
	const count = countPeople(param, name);
	if (count === 0) throw new InputError(field, `The field '${field}' is empty`, 'Add at least one person');
	checkPeopleTogether(param, [name]);
	return count;
}

/** How many people were chosen, without any call; two may turn out to be the same person. @throws InputError about an empty row */
export function countPeople(param: Params, name = 'people'): number {
	return entriesOf(param, name).length;
}

/**
 * The kind of the IDs in all these fields, checked without any call; open_id where there are none. The platform takes
 * one kind in a request.
 * @throws InputError about a mixture
 */
export function checkPeopleTogether(param: Params, names: readonly string[]): UserIdType {
	const ids = names.flatMap((name) => entriesOf(param, name)).filter((entry) => lookUpBy(entry) === undefined);
	const types = [...new Set(ids.map(userIdType))];
	if (types.length <= 1) return types[0] ?? 'open_id';
	const labels = names.map((name) => `'${param.label(name)}'`);
	throw new InputError(
		param.label(names[0] ?? ''),
		labels.length === 1
			? `The field ${labels.join()} mixes kinds of IDs: ${types.join(', ')}`
			: `The fields ${labels.join(' and ')} mix kinds of IDs: ${types.join(', ')}`,
		'Use IDs of one kind (the list gives open_id, ou_…); e-mail addresses and mobile numbers go with any',
	);
}

/** Everything that was entered, IDs and addresses alike. */
function entriesOf(param: Params, name: string): string[] {
	const one = param.optionalLocated(name);
	if (one) return [one.value];
	const chosen = param.rows<{ user?: Partial<Located> | string }>(name, 'person').map(({ user }) => {
		const value = typeof user === 'object' ? user.value : user;
		const text = String(value ?? '').trim();
		if (text !== '') return text;
		const field = param.label(name);
		throw new InputError(field, `A row of '${field}' has no person`, 'Choose a person, or remove the row');
	});
	const written = param.rows<{ list?: unknown }>(name, 'several').flatMap(({ list }) => splitList(list));
	return [...new Set([...chosen, ...written])];
}

/** Under what an entry that is no ID is looked up. */
export function lookUpBy(entry: string): 'emails' | 'mobiles' | undefined {
	if (entry.includes('@')) return 'emails';
	return MOBILE.test(entry) ? 'mobiles' : undefined;
}

/** The ID of everybody who has one of the addresses or numbers, by that. */
export async function lookUpPeople(
	feishu: FeishuClient,
	entries: readonly string[],
	type: UserIdType,
): Promise<Map<string, string>> {
	const wanted = [...new Set(entries)];
	const emails = wanted.filter((entry) => lookUpBy(entry) === 'emails');
	const mobiles = wanted.filter((entry) => lookUpBy(entry) === 'mobiles');
	const ids = new Map<string, string>();
	for (let start = 0; start < Math.max(emails.length, mobiles.length); start += BATCH) {
		const asked = { emails: emails.slice(start, start + BATCH), mobiles: mobiles.slice(start, start + BATCH) };
		const { user_list = [] } = await feishu.call<{ user_list?: Found[] }>(FIND_ENDPOINT, {
			query: { user_id_type: type },
			body: { emails: asked.emails, mobiles: asked.mobiles.map(bare) },
			idempotent: true,
		});
		const keep = (entry: string, isSame: (user: Found) => boolean) => {
			const id = user_list.find((user) => user.user_id && isSame(user))?.user_id;
			if (id) ids.set(entry, id);
		};
		for (const email of asked.emails) keep(email, (user) => sameText(user.email, email));
		for (const mobile of asked.mobiles) keep(mobile, (user) => sameNumber(user.mobile, mobile));
	}
	return ids;
}

export function refuseMissing(field: string, entries: readonly string[], found: ReadonlyMap<string, string>): void {
	const missing = entries.filter((entry) => lookUpBy(entry) !== undefined && !found.has(entry));
	if (missing.length === 0) return;
	throw new InputError(
		field,
		`The field '${field}' names people who were not found: ${missing.join(', ')}`,
		"Check the addresses and numbers; a number from outside mainland China needs its country code. The people must also be in the app's contact range, and the app needs the scope contact:user.id:readonly",
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
