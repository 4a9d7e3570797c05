import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { authenticationFields, credentialsFor } from '../shared/client/authentication';
import { requestOptionsField } from '../shared/fields/requestOptions';
import { OperationSet } from '../shared/operation/operationSet';
import { operationSubtitle } from '../shared/operation/subtitle';
import { runOperations } from '../shared/operation/runOperations';
import { section } from './resources/section';
import { subtask } from './resources/subtask';
import { task } from './resources/task';
import { taskActivity } from './resources/taskActivity';
import { taskAttachment } from './resources/taskAttachment';
import { taskComment } from './resources/taskComment';
import { taskField } from './resources/taskField';
import { tasklist } from './resources/tasklist';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet(
	[task, subtask, taskComment, taskAttachment, tasklist, section, taskField, taskActivity],
	[requestOptionsField],
	task.value,
);

/** Tasks (任务): what is to be done, by whom and until when, in lists. */
export class FeishuTask implements INodeType {
	static readonly operations = operations.rows('FeishuTask');

	description: INodeTypeDescription = {
		displayName: 'Feishu Task',
		name: 'feishuTask',
		icon: { light: 'file:../../icons/feishuTask.svg', dark: 'file:../../icons/feishuTask.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({
			tasklist: 'Task List',
			taskComment: 'Comment',
			taskAttachment: 'Attachment',
			taskField: 'Custom Field',
			taskActivity: 'Activity Subscription',
		}),
		description: 'Create, assign, complete and find tasks and task lists (任务) in Feishu or Lark',
		defaults: { name: 'Feishu Task' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: credentialsFor(),
		properties: [...authenticationFields(), ...operations.properties()],
	};

	methods = operations.methods();

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, operations);
	}
}
