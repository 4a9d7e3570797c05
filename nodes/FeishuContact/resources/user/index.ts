import { defineResource } from '../../../shared/operation/operationSet';
import { find } from './find';
import { get } from './get';
import { getByDepartment } from './getByDepartment';
import { getByIds } from './getByIds';
import { search } from './search';

export const user = defineResource({
	value: 'user',
	name: 'User',
	operations: [get, find, search, getByIds, getByDepartment],
	defaultOperation: get.value,
});
