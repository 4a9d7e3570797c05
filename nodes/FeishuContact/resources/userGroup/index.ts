import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';
import { getMany } from './getMany';
import { getMembers } from './getMembers';

export const userGroup = defineResource({
	value: 'userGroup',
	name: 'User Group',
	operations: [get, getMany, getMembers],
	defaultOperation: getMany.value,
});
