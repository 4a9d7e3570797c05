import { userIdType, type ReceiveIdType, type UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import type { FeishuClient } from '../client';
import { searchUsers } from '../listSearch/searchUsers';
import type { Field } from '../operation';
import type { Params } from '../params';

/** A person: from the list, by any kind of ID, or by e-mail. */
export function userField(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'A person of the organization whom the app can see',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose a person…',
				typeOptions: {
					searchListMethod: 'searchUsers',
					searchable: true,
					slowLoadNotice: { message: 'Large organizations take a moment; By Email or By ID is quicker', timeout: 8000 },
				},
			},
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
				validation: [{ type: 'regex', properties: { regex: '.+@.+', errorMessage: 'An e-mail address holds an @' } }],
			},
		],
		searches: { searchUsers },
		...overrides,
	};
}

/** A person as filled in: an id with its kind, or an e-mail address. @throws InputError when empty */
export function userReference(param: Params, name = 'user'): { id: string; type: Exclude<ReceiveIdType, 'chat_id'> } {
	const { mode, value } = param.located(name);
	return referenceOf(mode, value);
}

/** An id with its kind by its form. An address is an e-mail in whichever mode it was entered. */
export function referenceOf(mode: string, value: string): { id: string; type: Exclude<ReceiveIdType, 'chat_id'> } {
	if (mode === 'email' || value.includes('@')) return { id: value, type: 'email' };
	return { id: value, type: userIdType(value) };
}

/**
 * A person's id with its kind, for endpoints that take no e-mail address: that is looked up.
 * @throws InputError when nobody has the address
 */
export async function userId(
	param: Params,
	feishu: FeishuClient,
	name = 'user',
): Promise<{ id: string; type: UserIdType }> {
	return await resolveUser(feishu, userReference(param, name), param.label(name));
}

export async function resolveUser(
	feishu: FeishuClient,
	reference: { id: string; type: Exclude<ReceiveIdType, 'chat_id'> },
	field: string,
): Promise<{ id: string; type: UserIdType }> {
	const { id, type } = reference;
	if (type !== 'email') return { id, type };
	const found = await feishu.call<{ user_list?: Array<{ user_id?: string; email?: string }> }>(FIND_ENDPOINT, {
		query: { user_id_type: 'open_id' },
		body: { emails: [id] },
		idempotent: true,
	});
	const openId = found.user_list?.find((one) => one.user_id)?.user_id;
	if (!openId) {
		throw new InputError(
			field,
			`Nobody has the e-mail address ${id}`,
			"Check the address in the field; the person must also be in the app's contact range, and the app needs the scope contact:user.id:readonly",
		);
	}
	return { id: openId, type: 'open_id' };
}

/** Looks people up by e-mail address or mobile number. */
export const FIND_ENDPOINT = 'POST /open-apis/contact/v3/users/batch_get_id';
