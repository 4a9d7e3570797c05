import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { remove } from './remove';

export const manager = defineResource({
	value: 'manager',
	name: 'Manager',
	operations: [add, remove],
	defaultOperation: add.value,
});
