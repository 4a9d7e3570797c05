import { pagingFields } from '../../../shared/fields/common';
import { PEOPLE_NAMES, TASKLIST, tasklistItem } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_LISTS, PAGE, READ_LISTS } from '../../common/endpoints';

/** Source: …/task-v2/tasklist/list and its neighbors */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many task lists',
	description: 'List the task lists that the app or the person may see',
	endpoint: GET_LISTS,
	alsoCalls: [PEOPLE_NAMES],
	scopes: READ_LISTS,
	identity: 'either',
	fields: [pagingFields],
	output: TASKLIST,
	async run({ read, feishu, context }) {
		const limit = read(pagingFields);
		const found = await feishu.list(this.endpoint, { limit, pageSize: PAGE, itemsKey: 'items' });
		return await withNames({ feishu, context }, found.map(tasklistItem));
	},
});
