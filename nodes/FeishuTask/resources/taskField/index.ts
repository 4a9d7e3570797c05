import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { addToList, get, getMany, removeFromList, rename } from './operations';
import { addOption, updateOption } from './options';

export const taskField = defineResource({
	value: 'taskField',
	name: 'Custom Field',
	operations: [addOption, addToList, create, get, getMany, removeFromList, rename, updateOption],
	defaultOperation: getMany.value,
});
