import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';
import { remove } from './remove';
import { set } from './set';
import { update } from './update';

export const filter = defineResource({
	value: 'filter',
	name: 'Filter',
	operations: [get, remove, set, update],
	defaultOperation: get.value,
});
