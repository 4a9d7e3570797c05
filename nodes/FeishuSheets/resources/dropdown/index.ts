import { defineResource } from '../../../shared/operation/operationSet';
import { deleteDropdowns } from './delete';
import { getMany } from './getMany';
import { set } from './set';
import { update } from './update';

export const dropdown = defineResource({
	value: 'dropdown',
	name: 'Dropdown',
	operations: [deleteDropdowns, getMany, set, update],
	defaultOperation: set.value,
});
