import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteMenus } from './delete';
import { get } from './get';
import { sort } from './sort';
import { updateItem } from './updateItem';

export const chatMenu = defineResource({
	value: 'chatMenu',
	name: 'Chat Menu',
	operations: [create, deleteMenus, get, sort, updateItem],
	defaultOperation: get.value,
});
