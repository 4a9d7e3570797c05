import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { getMany } from './getMany';
import { move } from './move';

export const subtask = defineResource({
	value: 'subtask',
	name: 'Subtask',
	operations: [create, getMany, move],
	defaultOperation: create.value,
});
