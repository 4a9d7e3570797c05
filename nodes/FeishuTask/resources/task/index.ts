import { defineResource } from '../../../shared/operation/operationSet';
import { addDependencies } from './addDependencies';
import { addMembers } from './addMembers';
import { addToList } from './addToList';
import { complete } from './complete';
import { create } from './create';
import { deleteTask } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { removeDependencies } from './removeDependencies';
import { removeFromList } from './removeFromList';
import { removeMembers } from './removeMembers';
import { removeReminder } from './removeReminder';
import { reopen } from './reopen';
import { search } from './search';
import { setReminder } from './setReminder';
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
