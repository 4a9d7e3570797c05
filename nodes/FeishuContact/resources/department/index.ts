import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';
import { getMany } from './getMany';
import { getParents } from './getParents';
import { search } from './search';

export const department = defineResource({
	value: 'department',
	name: 'Department',
	operations: [get, getMany, getParents, search],
	defaultOperation: getMany.value,
});
