import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { LISTED } from './output';

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	choiceField({
		displayName: 'Sort',
		name: 'sort',
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
	}),
]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many chats',
	description: 'List the groups that the app is in',
	endpoint: 'GET /open-apis/im/v1/chats',
	scopes: ['im:chat:read', 'im:chat:readonly', 'im:chat'],
	identity: 'either',
	fields: [pagingFields, options],
	output: outputOf(LISTED),
	async run({ read, feishu }) {
		return await feishu.list(this.endpoint, {
			query: { sort_type: read(options).sort },
			limit: read(pagingFields),
			pageSize: 100,
		});
	},
});
