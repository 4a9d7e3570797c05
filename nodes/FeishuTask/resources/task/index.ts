import { defineResource } from '../../../shared/operation/operationSet';
import { complete, reopen } from './complete';
import { create } from './create';
import { deleteTask } from './delete';
import { addDependencies, removeDependencies } from './dependencies';
import { get } from './get';
import { getMany } from './getMany';
import { addMembers, removeMembers } from './members';
import { addToList, removeFromList } from './places';
import { removeReminder, setReminder } from './reminders';
import { search } from './search';
import { update } from './update';

export const task = defineResource({
	value: 'task',
	name: 'Task',
	operations: [
		addDependencies,
		addMembers,
		addToList,
		complete,
		create,
		deleteTask,
		get,
		getMany,
		removeDependencies,
		removeFromList,
		removeMembers,
		removeReminder,
		reopen,
		search,
		setReminder,
		update,
	],
	defaultOperation: create.value,
});
