import { pagingFields } from '../../../shared/fields/common';
import { textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { LISTED } from './output';

const words = textField({
	displayName: 'Query',
	name: 'query',
	required: true,
	placeholder: 'e.g. on-call',
	description: 'Words of the name; in several languages if the group has several names',
});

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search chats',
	description: 'Find groups that the app can see by words of their name',
	endpoint: 'GET /open-apis/im/v1/chats/search',
	scopes: ['im:chat:read', 'im:chat:readonly', 'im:chat'],
	identity: 'either',
	fields: [words, pagingFields],
	output: outputOf(LISTED),
	async run({ read, feishu }) {
		return await feishu.list(this.endpoint, {
			query: { query: read(words) },
			limit: read(pagingFields),
			pageSize: 100,
		});
	},
});
