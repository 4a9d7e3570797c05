import { defineOperation } from '../../../shared/operation/operation';
import { type Answer, others, shared, task } from './depending';

export const removeDependencies = defineOperation({
	...shared,
	value: 'removeDependencies',
	name: 'Remove Dependencies',
	action: 'Remove dependencies from a task',
	description: 'Say of tasks that they come neither before nor after a task',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/remove_dependencies',
	fields: [task, others],
	async run({ read, feishu }) {
		const guid = read(task);
		const dependencies = read(others).map((task_guid) => ({ task_guid }));
		const request = { path: { task_guid: guid }, body: { dependencies }, idempotent: true };
		const after = await feishu.call<Answer>(this.endpoint, request);
		return { guid, dependencies: after.dependencies ?? [] };
	},
});
