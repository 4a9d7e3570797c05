import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';

export const member = defineResource({
	value: 'member',
	name: 'Member',
	operations: [add, getMany, remove],
	defaultOperation: getMany.value,
});
