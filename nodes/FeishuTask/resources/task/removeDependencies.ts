import { defineOperation } from '../../../shared/operation/operation';
import { tell } from '../../../shared/operation/tell';
import { GET_TASK } from '../../common/endpoints';
import { type Answer, dependenciesOf, others, shared, task } from './depending';

export const removeDependencies = defineOperation({
	...shared,
	value: 'removeDependencies',
	name: 'Remove Dependencies',
	action: 'Remove dependencies from a task',
	description: 'Say of tasks that they come neither before nor after a task',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/remove_dependencies',
	alsoCalls: [GET_TASK],
	fields: [task, others],
	async run({ read, feishu, context }) {
		const guid = read(task);
		const named = read(others);
		// The platform says nothing of those that are none.
		const before = await dependenciesOf(feishu, guid);
		const dependencies = named.map((task_guid) => ({ task_guid }));
		const request = { path: { task_guid: guid }, body: { dependencies }, idempotent: true };
		const after = await feishu.call<Answer>(this.endpoint, request);
		const none = named.filter((one) => before.every(({ task_guid }) => task_guid !== one));
		if (none.length > 0)
			tell(context, [`'${others.label}' names what was no dependency of the task: ${none.slice(0, 5).join(', ')}`]);
		return { guid, dependencies: after.dependencies ?? [] };
	},
});
