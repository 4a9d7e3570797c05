import { userIdType, type UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import type { FeishuClient } from '../client/client';
import { findPeople, lookUp, lookUpBy } from './people';

/** A person as filled in: an id with its kind, or what a person is looked up by. */
export interface UserReference {
	id: string;
	type: UserIdType | 'email' | 'mobile' | 'name';
}

/** An id with its kind by its form. An address is an e-mail in whichever mode it was entered. */
export function referenceOf(mode: string, value: string): UserReference {
	if (mode === 'email' || value.includes('@')) return { id: value, type: 'email' };
	if (mode === 'mobile' || value.startsWith('+')) return { id: value, type: 'mobile' };
	return { id: value, type: lookUpBy(value) === 'names' ? 'name' : userIdType(value) };
}

/**
 * A person's ID with its kind, for endpoints that take no e-mail address: that, a number and a name are looked up.
 * @param feishu absent where no app could look anybody up
 * @param field what complaints call the field
 * @throws InputError when nobody has the address, number or name, or several people have the name
 */
export async function resolveUser(
	feishu: FeishuClient | undefined,
	{ id, type }: UserReference,
	field: string,
): Promise<{ id: string; type: UserIdType }> {
	const isKnown = type === 'open_id' || type === 'user_id' || type === 'union_id';
	// A custom bot knows the IDs of its group's members, and no union_id.
	if (isKnown && (feishu || type !== 'union_id')) return { id, type };
	if (!feishu)
		throw new InputError(
			field,
			`The field '${field}' needs an open_id or a user_id: ${id}`,
			'A custom bot can look nobody up',
		);
	const openId =
		type === 'name'
			? (await findPeople(feishu, [{ label: field, entries: [id] }], 'open_id')).get(id)
			: (await lookUp(feishu, { emails: [], mobiles: [], [`${type}s`]: [id] }, 'open_id')).get(id);
	if (!openId) {
		throw new InputError(
			field,
			`Nobody has the ${type === 'email' ? 'e-mail address' : 'mobile number'} ${id}`,
			`Check what stands in the field${type === 'mobile' ? ' (outside mainland China with the country code)' : ''}; the person must also be in the app's contact range, and the app needs the scope contact:user.id:readonly`,
		);
	}
	return { id: openId, type: 'open_id' };
}
