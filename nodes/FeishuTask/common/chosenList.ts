import { InputError } from '../../../feishu/input';
import { guidIn } from '../../../feishu/task/taskAddress';
import { filledIn, type Panel } from '../../shared/fields/panel';

/** The list that the panel's Task List holds. @throws InputError while there is none, or an expression that has no value yet */
export function chosenList(panel: Panel): string {
	const value = filledIn(panel, 'tasklist');
	if (value !== '') return guidIn('tasklist', 'Task List', value);
	throw new InputError('Task List', 'Choose the task list first', 'What is in this list belongs to a task list');
}
