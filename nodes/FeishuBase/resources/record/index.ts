import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { get } from './get';

export const record = defineResource({
	value: 'record',
	name: 'Record',
	operations: [create, get],
	defaultOperation: get.value,
});
