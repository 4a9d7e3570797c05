import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteFormat } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const conditionalFormat = defineResource({
	value: 'conditionalFormat',
	name: 'Conditional Format',
	operations: [create, deleteFormat, getMany, update],
	defaultOperation: create.value,
});
