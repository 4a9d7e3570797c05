import type { IDataObject } from 'n8n-workflow';

import { guidIn } from '../../../../feishu/task/taskAddress';
import { listField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { isObject, type JsonObject } from '../../../../feishu/json';
import type { FeishuClient } from '../../../shared/client/client';
import { GET_TASK, WRITE_TASKS } from '../../common/endpoints';
import { taskField } from '../../common/task';

export const task = taskField();

/** Of one task. Source: …/task-v2/task/add_dependencies */
const MOST = 50;

export const others = mappedField(
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

/** The other tasks, by their guids. @throws InputError where the task itself is among them */
export function othersThan(guid: string, named: readonly string[]): readonly string[] {
	if (!named.includes(guid)) return named;
	throw others.refuse('names the task itself', 'A task depends on others: take it out');
}

/** What a task depends on, and what depends on it. @throws CallError */
export async function dependenciesOf(feishu: FeishuClient, task_guid: string): Promise<IDataObject[]> {
	const { task: found } = await feishu.call<{ task?: JsonObject }>(GET_TASK, { path: { task_guid } });
	return Array.isArray(found?.dependencies) ? (found.dependencies.filter(isObject) as IDataObject[]) : [];
}

export const shared = {
	scopes: WRITE_TASKS,
	identity: 'either',
	output: outputOf({ guid: 'string', dependencies: [{ type: 'string', task_guid: 'string' }] }),
} as const;

export interface Answer {
	dependencies?: IDataObject[];
}
