import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteOperation } from './delete';

export const timeOff = defineResource({
	value: 'timeOff',
	name: 'Time Off',
	operations: [create, deleteOperation],
	defaultOperation: create.value,
});
