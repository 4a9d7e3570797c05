import { defineResource } from '../../../shared/operation/operationSet';
import { addOption } from './addOption';
import { addToList } from './addToList';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { removeFromList } from './removeFromList';
import { rename } from './rename';
import { updateOption } from './updateOption';

export const taskField = defineResource({
	value: 'taskField',
	name: 'Custom Field',
	operations: [addOption, addToList, create, get, getMany, removeFromList, rename, updateOption],
	defaultOperation: getMany.value,
});
