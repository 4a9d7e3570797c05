import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';

export const spaceMember = defineResource({
	value: 'spaceMember',
	name: 'Wiki Member',
	operations: [add, getMany, remove],
	defaultOperation: getMany.value,
});
