import type { IDataObject } from 'n8n-workflow';

import { jsonObjectField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { definitionOf } from '../../definition/readDefinition';
import { controlAdvice } from '../../form/controlAdvice';
import { FORM_CALLS_OF_APP } from '../../form/formField';
import { formText } from '../../form/sendForm';
import { commentField } from '../../instance/commentField';
import { instanceField } from '../../instance/instanceField';
import { GET_INSTANCE } from '../../../shared/approval/readInstance';
import { ID_CALLS } from '../../people/ids';
import { actingTask } from '../../task/actingTask';
import { bodyOfApp, taskItem, taskOutput } from '../../task/decide';
import { approverField, taskOptions } from '../../task/taskFields';

const form = jsonObjectField({
	displayName: 'Form (JSON)',
	name: 'resubmittedForm',
	required: true,
	description: 'The whole form by the names of its controls, such as {"Reason": "New laptop", "Amount": 100}',
});

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/task/resubmit */
export const resubmit = defineOperation({
	value: 'resubmit',
	name: 'Resubmit',
	action: 'Resubmit a task that was sent back',
	description: 'Send an approval that was sent back on its way again, with its form filled in anew',
	endpoint: 'POST /open-apis/approval/v4/tasks/resubmit',
	alsoCalls: [GET_INSTANCE, ...ID_CALLS, ...FORM_CALLS_OF_APP],
	scopes: ['approval:task', 'approval:approval:readonly', 'approval:approval'],
	identity: 'app',
	fields: [instanceField, form, approverField, commentField, taskOptions],
	output: taskOutput('resubmitted'),
	orderBy: ({ read }) => read(instanceField),
	async run({ read, label, feishu, panel, errorContext }) {
		const code = read(instanceField);
		const values: IDataObject = read(form);
		if (Object.keys(values).length === 0) throw form.refuse('is empty', 'Give the values of the form by its names');
		const approver = read(approverField);
		const comment = read(commentField);
		const { taskId = '' } = read(taskOptions);
		const acting = await actingTask(feishu, { code, approver, label: label(approverField), taskId });
		const definition = await definitionOf(feishu, acting.instance.approval_code);
		errorContext.adviceOf = controlAdvice(definition.widgets);
		const filled = await formText(
			definition,
			{ values, lenient: false, complete: true, label: label(form) },
			{ feishu, panel },
		);
		const query = { user_id_type: acting.user_id_type };
		// Only here a comment is JSON text.
		const said = comment === '' ? {} : { comment: JSON.stringify({ text: comment }) };
		await feishu.call(this.endpoint, { query, body: { ...bodyOfApp(acting), form: filled, ...said } });
		return await taskItem(feishu, 'resubmitted', acting);
	},
});
