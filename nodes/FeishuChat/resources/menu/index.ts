import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteMenus } from './delete';
import { getMany } from './getMany';
import { sort } from './sort';
import { update } from './update';

export const menu = defineResource({
	value: 'menu',
	name: 'Menu',
	operations: [create, deleteMenus, getMany, sort, update],
	defaultOperation: getMany.value,
});
