import { userIdType, type UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import type { FeishuClient } from '../client/client';

/** A person as filled in: an id with its kind, or what a person is looked up by. */
export interface UserReference {
	id: string;
	type: UserIdType | 'email' | 'mobile';
}

/** An id with its kind by its form. An address is an e-mail in whichever mode it was entered. */
export function referenceOf(mode: string, value: string): UserReference {
	if (mode === 'email' || value.includes('@')) return { id: value, type: 'email' };
	return { id: value, type: mode === 'mobile' ? 'mobile' : userIdType(value) };
}

/**
 * A person's ID with its kind, for endpoints that take no e-mail address: that is looked up.
 * @param feishu absent where no app could look anybody up
 * @param field what complaints call the field
 * @throws InputError when nobody has the address or number
 */
export async function resolveUser(
	feishu: FeishuClient | undefined,
	{ id, type }: UserReference,
	field: string,
): Promise<{ id: string; type: UserIdType }> {
	// A custom bot knows the IDs of its group's members, and no union_id.
	if (type !== 'email' && type !== 'mobile' && (feishu || type !== 'union_id')) return { id, type };
	if (!feishu)
		throw new InputError(
			field,
			`The field '${field}' needs an open_id or a user_id: ${id}`,
			'A custom bot can look nobody up',
		);
	const found = await feishu.call<{ user_list?: Array<{ user_id?: string }> }>(FIND_ENDPOINT, {
		query: { user_id_type: 'open_id' },
		body: type === 'email' ? { emails: [id] } : { mobiles: [id] },
		idempotent: true,
	});
	const openId = found.user_list?.find((one) => one.user_id)?.user_id;
	if (!openId) {
		throw new InputError(
			field,
			`Nobody has the ${type === 'email' ? 'e-mail address' : 'mobile number'} ${id}`,
			`Check what stands in the field${type === 'mobile' ? ' (outside mainland China with the country code)' : ''}; the person must also be in the app's contact range, and the app needs the scope contact:user.id:readonly`,
		);
	}
	return { id: openId, type: 'open_id' };
}

/** Looks people up by e-mail address or mobile number. */
export const FIND_ENDPOINT = 'POST /open-apis/contact/v3/users/batch_get_id';
