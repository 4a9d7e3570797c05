import { defineResource } from '../../../shared/operation/operationSet';
import { copy } from './copy';
import { getMany } from './getMany';

export const dashboard = defineResource({
	value: 'dashboard',
	name: 'Dashboard',
	operations: [copy, getMany],
	defaultOperation: getMany.value,
});
