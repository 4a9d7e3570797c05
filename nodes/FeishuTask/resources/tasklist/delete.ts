import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { onlyOwner } from '../../common/refusals';
import { tasklist } from './chosen';

export const deleteTasklist = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a task list',
	description: 'Delete a task list, as its owner; the tasks stay with their people',
	endpoint: 'DELETE /open-apis/task/v2/tasklists/:tasklist_guid',
	scopes: ['task:tasklist:delete', 'task:tasklist:write'],
	identity: 'either',
	fields: [tasklist],
	output: doneOutput('deleted', 'guid'),
	async run({ read, feishu, errorContext }) {
		errorContext.adviceOf = onlyOwner('delete it');
		const guid = read(tasklist);
		await feishu.call(this.endpoint, { path: { tasklist_guid: guid } });
		return { deleted: true, guid };
	},
});
