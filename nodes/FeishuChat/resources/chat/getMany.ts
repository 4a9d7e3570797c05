import { pagingFieldsOld } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many chats',
	description: 'List the groups that the app is in',
	endpoint: 'GET /open-apis/im/v1/chats',
	scopes: ['im:chat:read', 'im:chat:readonly', 'im:chat'],
	fields: [
		...pagingFieldsOld(),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Sort',
					name: 'sort',
					type: 'options',
					options: [
						{
							name: 'Oldest First',
							value: 'ByCreateTimeAsc',
							description: 'By the time a group was created; stays the same from page to page',
						},
						{
							name: 'Recently Active First',
							value: 'ByActiveTimeDesc',
							description: 'By the newest message of a group',
						},
					],
					default: 'ByCreateTimeAsc',
					description: 'In which order groups come',
				},
			],
		},
	],
	async run({ param, feishu }) {
		return await feishu.list(this.endpoint, {
			query: { sort_type: param.optionalText('options.sort') },
			limit: param.limit(),
			pageSize: 100,
		});
	},
});
