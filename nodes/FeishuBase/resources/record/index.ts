import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';

export const record = defineResource({
	value: 'record',
	name: 'Record',
	operations: [get],
	defaultOperation: get.value,
});
