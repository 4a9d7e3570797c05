import { defineResource } from '../../../shared/resource';
import { find } from './find';
import { get } from './get';
import { getByDepartment } from './getByDepartment';
import { getByIds } from './getByIds';

export const user = defineResource({
	value: 'user',
	name: 'User',
	operations: [find, get, getByIds, getByDepartment],
	defaultOperation: 'get',
});
