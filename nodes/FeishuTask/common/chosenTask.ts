import { InputError } from '../../../feishu/input';
import { guidIn } from '../../../feishu/task/taskAddress';
import { filledIn, type Panel } from '../../shared/fields/panel';
import { optionalTaskField } from './task';

/** The task that the panel's Task holds. @throws InputError while there is none, or an expression that has no value yet */
export function chosenTask(panel: Panel): string {
	const value = filledIn(panel, 'task');
	if (value !== '') return guidIn('task', 'Task', value);
	throw new InputError(
		'Task',
		'Choose the task first',
		'What is in this list belongs to a task; an ID can be entered without one',
	);
}

/** For a list below it alone: the endpoints know a comment or an attachment by its ID. @param whose such as "comments" */
export const listedTask = (whose: string) =>
	optionalTaskField({ description: `Whose ${whose} the list below shows; one that is given by its ID needs no task` });
