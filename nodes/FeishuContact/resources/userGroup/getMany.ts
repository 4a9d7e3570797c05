import { pagingFields } from '../../../shared/fields/common';
import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { GROUP } from './output';

const groupType = choiceField({
	displayName: 'Type',
	name: 'groupType',
	// The values are the platform's numbers.
	options: [
		{ name: 'Ordinary', value: '1', description: 'Members are added by hand' },
		{ name: 'Dynamic', value: '2', description: 'Members are found by rules' },
	],
	default: '1',
	description: 'Which user groups are listed',
});

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many user groups',
	description: 'List the user groups of the organization',
	endpoint: 'GET /open-apis/contact/v3/group/simplelist',
	scopes: ['contact:group:readonly'],
	identity: 'app',
	fields: [groupType, pagingFields],
	output: outputOf(GROUP),
	async run({ read, feishu }) {
		return await feishu.list(this.endpoint, {
			query: { type: read(groupType) },
			limit: read(pagingFields),
			pageSize: 100,
			itemsKey: 'grouplist',
		});
	},
});
