import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { type Answer, others, othersThan, shared, task } from './depending';

const kind = choiceField({
	displayName: 'They Come',
	name: 'dependencyKind',
	options: [
		{ name: 'Before This Task', value: 'prev', description: 'This task waits for them' },
		{ name: 'After This Task', value: 'next', description: 'They wait for this task' },
	],
	default: 'prev',
	description: 'In which order the tasks are done',
});

export const addDependencies = defineOperation({
	...shared,
	value: 'addDependencies',
	name: 'Add Dependencies',
	action: 'Add dependencies to a task',
	description: 'Say which tasks come before or after a task',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/add_dependencies',
	fields: [task, others, kind],
	async run({ read, feishu }) {
		const guid = read(task);
		const type = read(kind);
		const dependencies = othersThan(guid, read(others)).map((task_guid) => ({ type, task_guid }));
		const after = await feishu.call<Answer>(this.endpoint, { path: { task_guid: guid }, body: { dependencies } });
		return { guid, dependencies: after.dependencies ?? [] };
	},
});
