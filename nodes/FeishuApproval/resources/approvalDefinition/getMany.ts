import { pagingFields } from '../../../shared/fields/common';
import { textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { definitionsFor, SEARCH_DEFINITIONS } from '../../definition/searchDefinitions';

const words = textField({
	displayName: 'Name Contains',
	name: 'nameContains',
	placeholder: 'e.g. leave',
	description: 'Only approvals with these words in their name; all where it is empty',
});

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many definitions',
	description: 'List the approvals that the person may start, with their codes; Feishu lists none for apps',
	endpoint: SEARCH_DEFINITIONS,
	scopes: ['approval:approval:read'],
	identity: 'user',
	fields: [words, pagingFields],
	output: outputOf({
		approval_code: 'string',
		'approval_name?': 'string',
		'description?': 'string',
		'is_external?': 'boolean',
		'create_link?': 'string',
	}),
	async run({ read, feishu }) {
		const keyword = read(words);
		return await definitionsFor(feishu, keyword, read(pagingFields));
	},
});
