import { userIdType } from '../../../../feishu/ids';
import { InputError } from '../../../../feishu/input';
import { simplifyFieldOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { userOutput, type User } from './output';

/** People in one request of the endpoint. */
const BATCH = 50;

export const getByIds = defineOperation({
	value: 'getByIds',
	name: 'Get Many by IDs',
	action: 'Get many users by ID',
	description: 'Read people whose IDs are known, one item each',
	endpoint: 'GET /open-apis/contact/v3/users/batch',
	scopes: ['contact:contact.base:readonly'],
	fields: [
		{
			displayName: 'User IDs',
			name: 'userIds',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706, ou_…',
			description:
				'Separated by commas or line breaks; an expression may give a list. All of one kind: open_id (ou_…), union_id (on_…) or user_id.',
		},
		simplifyFieldOld(),
	],
	async run({ param, feishu }) {
		const ids = param.list('userIds');
		const type = oneType(ids, param.label('userIds'));
		const users: User[] = [];
		for (let start = 0; start < ids.length; start += BATCH) {
			const { items = [] } = await feishu.call<{ items?: User[] }>(this.endpoint, {
				query: { user_ids: ids.slice(start, start + BATCH), user_id_type: type },
			});
			users.push(...items);
		}
		return users.map((user) => userOutput(user, param.flag('simple')));
	},
});

/** The endpoint takes one kind of ID at a time. */
function oneType(ids: readonly string[], field: string): string {
	const types = [...new Set(ids.map(userIdType))];
	const [type] = types;
	if (type === undefined || types.length > 1) {
		throw new InputError(
			field,
			`The field '${field}' mixes kinds of IDs: ${types.join(', ')}`,
			'Use IDs of one kind, and one item for each kind',
		);
	}
	return type;
}
