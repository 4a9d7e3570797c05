import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_FIELDS, PAGE, READ_FIELDS } from '../../common/endpoints';
import { CUSTOM_FIELD, fieldItem, tasklist } from './chosen';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many custom fields',
	description: 'List the custom fields of a task list',
	endpoint: GET_FIELDS,
	scopes: READ_FIELDS,
	identity: 'either',
	fields: [tasklist, pagingFields],
	output: CUSTOM_FIELD,
	async run({ read, feishu }) {
		const query = { resource_type: 'tasklist', resource_id: read(tasklist) };
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { query, limit, pageSize: PAGE, itemsKey: 'items' });
		return found.map(fieldItem);
	},
});
