import type { UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import type { FeishuClient } from '../client/client';
import { FIND_ENDPOINT } from './user';

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
