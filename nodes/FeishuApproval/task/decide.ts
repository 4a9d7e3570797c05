import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../../shared/client/client';
import { namesOf } from '../../shared/contact/namesOf';
import { defineOperation, type Operation } from '../../shared/operation/operation';
import { outputOf, type Shape } from '../../shared/operation/output';
import { definitionOf } from '../definition/readDefinition';
import { controlAdvice } from '../form/controlAdvice';
import { FORM_CALLS } from '../form/formField';
import { formText } from '../form/sendForm';
import { commentField } from '../instance/commentField';
import { instanceField } from '../instance/instanceField';
import { actingTask, TASK_CALLS, TASK_SCOPES, type Acting } from './actingTask';
import { approverField, decisionOptions, formValuesField } from './taskFields';

interface Decision {
	value: 'approve' | 'reject';
	name: string;
	description: string;
	/** For an app. */
	endpoint: string;
	/** For a person. */
	endpointOfPerson: string;
	/** The key of the output that says so. */
	done: string;
}

/** A task with what was done to it, in the output. */
export const taskOutput = (done: string, more: Readonly<Record<string, Shape>> = {}) =>
	outputOf({
		[done]: 'boolean',
		instance_code: 'string',
		task_id: 'string',
		'open_id?': 'string',
		'name?': 'string',
		'node_name?': 'string',
		...more,
	});

/** Whose task it was by name, as far as that may be known. */
export async function taskItem(feishu: FeishuClient, done: string, { instance, task }: Acting): Promise<IDataObject> {
	const name = task.open_id === '' ? undefined : (await namesOf(feishu, [task.open_id])).get(task.open_id);
	return {
		[done]: true,
		instance_code: instance.instance_code,
		task_id: task.task_id,
		...(task.open_id !== '' && { open_id: task.open_id }),
		...(name && { name }),
		...(task.node_name !== '' && { node_name: task.node_name }),
	};
}

/** What an endpoint of apps takes of a task. */
export const bodyOfApp = ({ instance, task, user_id }: Acting): IDataObject => ({
	approval_code: instance.approval_code,
	instance_code: instance.instance_code,
	task_id: task.task_id,
	user_id,
});

/** What an endpoint of persons takes of a task. */
export const bodyOfPerson = ({ instance, task }: Acting): IDataObject => ({
	instance_code: instance.instance_code,
	task_id: task.task_id,
});

/** Approve and Reject, which differ in their words and endpoints. */
export function decisionOperation({ value, name, description, endpoint, endpointOfPerson, done }: Decision): Operation {
	return defineOperation({
		value,
		name,
		action: `${name} a task`,
		description,
		endpoint,
		alsoCalls: [endpointOfPerson, ...TASK_CALLS, ...FORM_CALLS],
		scopes: TASK_SCOPES,
		identity: 'either',
		fields: [instanceField, approverField, commentField, decisionOptions],
		output: taskOutput(done),
		orderBy: ({ read }) => read(instanceField),
		async run({ read, label, feishu, panel, errorContext }) {
			const code = read(instanceField);
			const approver = read(approverField);
			const comment = read(commentField);
			const { taskId = '', formValues: values = {} } = read(decisionOptions);
			const acting = await actingTask(feishu, { code, approver, label: label(approverField), taskId });
			const form = Object.keys(values).length === 0 ? undefined : await formOf(values);
			const said = { ...(comment !== '' && { comment }), ...(form !== undefined && { form }) };
			if (acting.isPerson) {
				await feishu.call(endpointOfPerson, { body: { ...bodyOfPerson(acting), ...said } });
			} else {
				const query = { user_id_type: acting.user_id_type };
				await feishu.call(endpoint, { query, body: { ...bodyOfApp(acting), ...said } });
			}
			return await taskItem(feishu, done, acting);

			async function formOf(given: IDataObject): Promise<string> {
				const definition = await definitionOf(feishu, acting.instance.approval_code);
				errorContext.adviceOf = controlAdvice(definition.widgets);
				const filled = { values: given, lenient: false, label: formValuesField.label };
				return await formText(definition, filled, { feishu, panel });
			}
		},
	});
}
