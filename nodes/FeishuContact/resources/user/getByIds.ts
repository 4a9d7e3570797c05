import { userIdType } from '../../../../feishu/ids';
import { simplifyField } from '../../../shared/fields/common';
import { idsIn } from '../../../shared/fields/idField';
import { listField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { simplified, userOutput, type User } from './output';

/** People in one request of the endpoint. */
const BATCH = 50;

const userIds = mappedField(
	idsIn(
		'person',
		listField({
			displayName: 'User IDs',
			name: 'userIds',
			required: true,
			placeholder: 'e.g. ou_7d8a6e6df7621556, ou_…',
			description:
				'Separated by commas or line breaks; an expression may give a list. All of one kind: open_id (ou_…), union_id (on_…) or user_id.',
		}),
	),
	(ids, label) => {
		// The endpoint takes one kind of ID at a time.
		const types = [...new Set(ids.map(userIdType))];
		const [type = 'open_id', ...others] = types;
		if (others.length === 0) return { ids, type };
		throw complaint(
			label,
			`mixes kinds of IDs: ${types.join(', ')}`,
			'Use IDs of one kind, and one item for each kind',
		);
	},
);

export const getByIds = defineOperation({
	value: 'getByIds',
	name: 'Get Many by IDs',
	action: 'Get many users by ID',
	description: 'Read people whose IDs are known, one item each',
	endpoint: 'GET /open-apis/contact/v3/users/batch',
	scopes: ['contact:contact.base:readonly'],
	identity: 'either',
	fields: [userIds, simplifyField],
	output: userOutput,
	async run({ read, feishu }) {
		const { ids, type } = read(userIds);
		const users: User[] = [];
		for (let start = 0; start < ids.length; start += BATCH) {
			const { items = [] } = await feishu.call<{ items?: User[] }>(this.endpoint, {
				query: { user_ids: ids.slice(start, start + BATCH), user_id_type: type },
			});
			users.push(...items);
		}
		const simple = read(simplifyField);
		return users.map((user) => simplified(user, simple));
	},
});
