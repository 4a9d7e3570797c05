import { pagingFieldsOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';

export const search = defineOperation({
	value: 'search',
	name: 'Search',
	action: 'Search chats',
	description: 'Find groups that the app can see by words of their name',
	endpoint: 'GET /open-apis/im/v1/chats/search',
	scopes: ['im:chat:read', 'im:chat:readonly', 'im:chat'],
	fields: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. on-call',
			description: 'Words of the name; in several languages if the group has several names',
		},
		...pagingFieldsOld(),
	],
	async run({ param, feishu }) {
		return await feishu.list(this.endpoint, {
			query: { query: param.text('query') },
			limit: param.limit(),
			pageSize: 100,
		});
	},
});
