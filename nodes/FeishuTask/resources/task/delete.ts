import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { taskField } from '../../common/task';

const task = taskField();

export const deleteTask = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a task',
	description: 'Delete a task for everybody; it cannot be brought back',
	endpoint: 'DELETE /open-apis/task/v2/tasks/:task_guid',
	scopes: ['task:task:delete', 'task:task:write'],
	identity: 'either',
	fields: [task],
	output: doneOutput('deleted', 'guid'),
	async run({ read, feishu }) {
		const guid = read(task);
		await feishu.call(this.endpoint, { path: { task_guid: guid } });
		return { deleted: true, guid };
	},
});
