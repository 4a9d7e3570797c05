import { optionalUserField } from '../../shared/contact/person';
import { collectionField } from '../../shared/fields/nested';
import { jsonObjectField, textField } from '../../shared/fields/plain';
import { plainId } from '../instance/plainId';

/** Of an app, which decides in somebody's name. */
export const approverField = optionalUserField({
	displayName: 'Decide As',
	name: 'approver',
	description:
		'In whose name an app decides: somebody who is asked now. May be empty where only one is, and for a person.',
});

const taskIdField = plainId(
	textField({
		displayName: 'Task ID',
		name: 'taskId',
		placeholder: 'e.g. 7501234567890123456',
		description: 'Which task, where somebody has several in one approval; as Get and the triggers tell it',
	}),
);

export const formValuesField = jsonObjectField({
	displayName: 'Form Values (JSON)',
	name: 'formValues',
	description:
		'Controls that change with the decision, by their names, such as {"Amount": 100}. Feishu asks for those on which the next step depends.',
});

export const taskOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	taskIdField,
]);

export const decisionOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	taskIdField,
	formValuesField,
]);
