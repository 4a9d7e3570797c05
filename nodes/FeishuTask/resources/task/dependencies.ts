import type { IDataObject } from 'n8n-workflow';

import { guidIn } from '../../../../feishu/task/taskAddress';
import { choiceField, listField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { complaint, mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { WRITE_TASKS } from '../../common/endpoints';
import { taskField } from '../../common/task';

const task = taskField();

/** Of one task. Source: …/task-v2/task/add_dependencies */
const MOST = 50;

const others = mappedField(
	listField({
		displayName: 'Other Tasks',
		name: 'otherTasks',
		required: true,
		placeholder: 'e.g. https://applink.feishu.cn/client/todo/detail?guid=…',
		description: 'Links or IDs of tasks, separated by commas or line breaks; an expression may give a list',
	}),
	(entered, label) => {
		if (entered.length > MOST) throw complaint(label, 'holds too many', `A task takes ${MOST}`);
		return entered.map((one) => guidIn('task', label, one));
	},
);

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

const shared = {
	scopes: WRITE_TASKS,
	identity: 'either',
	output: outputOf({ guid: 'string', dependencies: [{ type: 'string', task_guid: 'string' }] }),
} as const;

interface Answer {
	dependencies?: IDataObject[];
}

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
		const dependencies = read(others).map((task_guid) => ({ type, task_guid }));
		const after = await feishu.call<Answer>(this.endpoint, { path: { task_guid: guid }, body: { dependencies } });
		return { guid, dependencies: after.dependencies ?? [] };
	},
});

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
