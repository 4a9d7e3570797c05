import { userIdType, type UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import type { FeishuClient } from '../client/client';
import { searchUsers } from './searchUsers';
import type { Field } from '../operation/operation';
import type { Params } from '../operation/params';
import { fromList } from '../fields/locator';

/** A person: from the list, by any kind of ID, or by e-mail. */
export function userFieldOld(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'A person of the organization whom the app can see',
		modes: [
			fromList('searchUsers', 'Choose a person…'),
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
				hint: 'An open_id (ou_…), a union_id (on_…) or a user_id',
			},
			{
				displayName: 'By Email',
				name: 'email',
				type: 'string',
				placeholder: 'name@email.com',
			},
			{
				displayName: 'By Mobile',
				name: 'mobile',
				type: 'string',
				placeholder: 'e.g. 13800138000, +6591234567',
				hint: 'With the country code outside mainland China',
			},
		],
		searches: { searchUsers },
		...overrides,
	};
}

/** A member of a group, where no app could list or look people up. */
export function memberFieldOld(overrides: Partial<Field> = {}): Field {
	const { searches: _searches, modes = [], ...field } = userFieldOld();
	return {
		...field,
		default: { mode: 'id', value: '' },
		description: 'A member of the group',
		modes: modes
			.filter(({ name }) => name === 'id')
			.map((mode) => ({ ...mode, hint: 'An open_id (ou_…) or a user_id; a custom bot can look nobody up' })),
		...overrides,
	};
}

/** A person as filled in: an id with its kind, or what a person is looked up by. */
export interface UserReference {
	id: string;
	type: UserIdType | 'email' | 'mobile';
}

/** A person as filled in. @throws InputError when empty */
export function userReference(param: Params, name = 'user'): UserReference {
	const { mode, value } = param.located(name);
	return referenceOf(mode, value);
}

/** An id with its kind by its form. An address is an e-mail in whichever mode it was entered. */
export function referenceOf(mode: string, value: string): UserReference {
	if (mode === 'email' || value.includes('@')) return { id: value, type: 'email' };
	return { id: value, type: mode === 'mobile' ? 'mobile' : userIdType(value) };
}

/**
 * A person as a receiver, who may be known by an e-mail address; a mobile number is looked up.
 * @throws InputError when nobody has the number
 */
export async function userReceiver(
	param: Params,
	feishu: FeishuClient,
	name = 'user',
): Promise<{ id: string; type: UserIdType | 'email' }> {
	const { id, type } = userReference(param, name);
	return type === 'email' ? { id, type } : await resolveUser(feishu, { id, type }, param.label(name));
}

/**
 * A person's id with its kind, for endpoints that take no e-mail address: that is looked up.
 * @param feishu absent where no app could look anybody up
 * @throws InputError when nobody has the address
 */
export async function userId(
	param: Params,
	feishu: FeishuClient | undefined,
	name = 'user',
): Promise<{ id: string; type: UserIdType }> {
	return await resolveUser(feishu, userReference(param, name), param.label(name));
}

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
