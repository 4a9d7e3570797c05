import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteRole } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const role = defineResource({
	value: 'role',
	name: 'Role',
	operations: [create, deleteRole, getMany, update],
	defaultOperation: getMany.value,
});
