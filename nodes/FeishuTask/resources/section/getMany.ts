import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_SECTIONS, PAGE, READ_SECTIONS } from '../../common/endpoints';
import { SECTION, sectionItem, tasklist } from './chosen';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many sections',
	description: 'List the sections of a task list in their order; Task: Get Many lists their tasks',
	endpoint: GET_SECTIONS,
	scopes: READ_SECTIONS,
	identity: 'either',
	fields: [tasklist, pagingFields],
	output: SECTION,
	async run({ read, feishu }) {
		const query = { resource_type: 'tasklist', resource_id: read(tasklist) };
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { query, limit, pageSize: PAGE, itemsKey: 'items' });
		return found.map(sectionItem);
	},
});
