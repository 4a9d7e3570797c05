import { pagingFieldsOld } from '../../../shared/fields/common';
import { readChoice } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';

/** The platform's numbers for the kinds. */
const TYPES = [
	{ name: 'Dynamic', value: '2', description: 'Members are found by rules' },
	{ name: 'Ordinary', value: '1', description: 'Members are added by hand' },
];

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many user groups',
	description: 'List the user groups of the organization',
	endpoint: 'GET /open-apis/contact/v3/group/simplelist',
	scopes: ['contact:group:readonly'],
	fields: [
		{
			displayName: 'Type',
			name: 'groupType',
			type: 'options',
			options: TYPES,
			default: '1',
			description: 'Which user groups are listed',
		},
		...pagingFieldsOld(),
	],
	async run({ param, feishu }) {
		return await feishu.list(this.endpoint, {
			query: { type: readChoice(param, 'groupType', TYPES) },
			limit: param.limit(),
			pageSize: 100,
			itemsKey: 'grouplist',
		});
	},
});
