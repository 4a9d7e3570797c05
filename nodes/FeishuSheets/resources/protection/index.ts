import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';
import { update } from './update';

export const protection = defineResource({
	value: 'protection',
	name: 'Protection',
	operations: [add, getMany, remove, update],
	defaultOperation: add.value,
});
