import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_LISTS, PAGE, READ_LISTS } from '../../common/endpoints';
import { TASKLIST, tasklistItem } from '../../common/output';

/** Source: …/task-v2/tasklist/list and its neighbors */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many task lists',
	description: 'List the task lists that the app or the person may see',
	endpoint: GET_LISTS,
	scopes: READ_LISTS,
	identity: 'either',
	fields: [pagingFields],
	output: TASKLIST,
	async run({ read, feishu }) {
		const limit = read(pagingFields);
		return (await feishu.list(this.endpoint, { limit, pageSize: PAGE, itemsKey: 'items' })).map(tasklistItem);
	},
});
