import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteField } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const field = defineResource({
	value: 'field',
	name: 'Field',
	operations: [create, deleteField, get, getMany, update],
	defaultOperation: getMany.value,
});
