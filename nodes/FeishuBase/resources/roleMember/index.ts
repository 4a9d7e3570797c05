import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';

export const roleMember = defineResource({
	value: 'roleMember',
	name: 'Role Member',
	operations: [add, getMany, remove],
	defaultOperation: getMany.value,
});
