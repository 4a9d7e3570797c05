import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { addMembers, removeMembers } from './members';
import { deleteTasklist, get, getMany, search, update } from './operations';

export const tasklist = defineResource({
	value: 'tasklist',
	name: 'Task List',
	operations: [addMembers, create, deleteTasklist, get, getMany, removeMembers, search, update],
	defaultOperation: getMany.value,
});
