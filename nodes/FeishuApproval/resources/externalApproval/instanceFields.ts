import { optionalUserField } from '../../../shared/contact/person';
import { collectionField, rowsField } from '../../../shared/fields/nested';
import { choiceField, filledField, momentField, rawTextField, textField } from '../../../shared/fields/plain';
import { addressField } from '../../external/fields';

export const instanceIdField = filledField({
	displayName: 'Instance ID',
	name: 'externalInstanceId',
	required: true,
	placeholder: 'e.g. order-1107',
	description: 'By which your system knows this one approval',
});

export const statusField = choiceField({
	displayName: 'Status',
	name: 'externalStatus',
	options: [
		{ name: 'Approved', value: 'APPROVED' },
		{ name: 'Canceled', value: 'CANCELED' },
		{ name: 'Deleted', value: 'DELETED' },
		{ name: 'Hidden', value: 'HIDDEN', description: 'Not to be seen in lists' },
		{ name: 'Pending', value: 'PENDING' },
		{ name: 'Rejected', value: 'REJECTED' },
		{ name: 'Terminated', value: 'TERMINATED' },
	],
	default: 'PENDING',
	description: 'What has become of it',
});

export const linkField = addressField('externalLink', 'Address', 'Where people see it in your system', {
	required: true,
});

export const startedByField = optionalUserField({
	displayName: 'Started By',
	name: 'externalStarter',
	description: 'Who started it; somebody who is not in Feishu goes by a name under Options',
	hint: 'Required, or Started By (Name) under Options',
});

const controlName = textField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Amount',
	description: 'What the line is called',
});
const controlValue = rawTextField({
	displayName: 'Value',
	name: 'value',
	placeholder: 'e.g. 1,200 CNY',
	description: 'What it says',
});

export const lines = { controlName, controlValue };

export const formField = rowsField(
	{
		displayName: 'Form',
		name: 'externalForm',
		groupKey: 'rows',
		groupName: 'Line',
		placeholder: 'Add Line',
		description: 'What lists show of it; the first three lines',
	},
	[controlName, controlValue],
);

const taskId = filledField({
	displayName: 'Task ID',
	name: 'taskId',
	placeholder: 'e.g. order-1107-manager',
	description: 'By which your system knows the task',
});
const approver = optionalUserField({ displayName: 'Person', name: 'user', description: 'Who decides' });
const taskStatus = choiceField({
	displayName: 'Status',
	name: 'status',
	options: [
		{ name: 'Approved', value: 'APPROVED' },
		{ name: 'Done', value: 'DONE' },
		{ name: 'Pending', value: 'PENDING' },
		{ name: 'Rejected', value: 'REJECTED' },
		{ name: 'Transferred', value: 'TRANSFERRED' },
	],
	default: 'PENDING',
	description: 'What has become of the task',
});
const step = textField({
	displayName: 'Step',
	name: 'nodeName',
	placeholder: 'e.g. Manager',
	description: 'The name of the step that it belongs to',
});

export const task = { taskId, approver, taskStatus, step };

export const tasksField = rowsField(
	{
		displayName: 'Tasks',
		name: 'externalTasks',
		groupKey: 'rows',
		groupName: 'Task',
		placeholder: 'Add Task',
		description: 'Who decides, up to 300',
	},
	[approver, taskId, step, taskStatus],
);

const titleField = textField({
	displayName: 'Title',
	name: 'externalTitle',
	placeholder: 'e.g. Order 1107',
	description: 'What it is called, in place of the name of the approval',
});

const starterNameField = textField({
	displayName: 'Started By (Name)',
	name: 'externalStarterName',
	placeholder: 'e.g. Ann Lee',
	description: 'Who started it, where that is nobody in Feishu',
});

const startedField = momentField({
	displayName: 'Started At',
	name: 'externalStarted',
	description: 'When it was started; now where it is empty',
});

const endedField = momentField({
	displayName: 'Ended At',
	name: 'externalEnded',
	description: 'When it was decided; now where it is empty and the status says so',
});

const modeField = choiceField({
	displayName: 'Tasks That Are Not Given',
	name: 'externalMode',
	options: [
		{ name: 'Are Removed', value: 'REPLACE' },
		{ name: 'Stay', value: 'UPDATE' },
	],
	default: 'REPLACE',
	description: 'What becomes of tasks that Feishu knows from before',
});

export const instanceOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	endedField,
	startedField,
	starterNameField,
	modeField,
	titleField,
]);
