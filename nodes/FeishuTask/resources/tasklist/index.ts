import { defineResource } from '../../../shared/operation/operationSet';
import { addMembers } from './addMembers';
import { create } from './create';
import { deleteTasklist } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { removeMembers } from './removeMembers';
import { search } from './search';
import { update } from './update';

export const tasklist = defineResource({
	value: 'tasklist',
	name: 'Task List',
	operations: [addMembers, create, deleteTasklist, get, getMany, removeMembers, search, update],
	defaultOperation: getMany.value,
});
