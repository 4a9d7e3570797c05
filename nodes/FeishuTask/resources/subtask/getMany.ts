import { pagingFields, simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { PAGE, READ_TASKS } from '../../common/endpoints';
import { TASK_CALLS, TASK, taskItems } from '../../common/output';
import { taskField } from '../../common/task';

const parent = taskField({ displayName: 'Parent Task', name: 'parentTask' });

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many subtasks',
	description: 'List the tasks right below a task',
	endpoint: 'GET /open-apis/task/v2/tasks/:task_guid/subtasks',
	alsoCalls: [...TASK_CALLS],
	scopes: READ_TASKS,
	identity: 'either',
	fields: [parent, pagingFields, simplifyField],
	output: TASK,
	async run({ read, ...asking }) {
		const path = { task_guid: read(parent) };
		const limit = read(pagingFields);
		const isSimple = read(simplifyField);
		const found = await asking.feishu.list(this.endpoint, { path, limit, pageSize: PAGE, itemsKey: 'items' });
		return isSimple ? await taskItems(asking, found) : found;
	},
});
