import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';

export const approvalDefinition = defineResource({
	value: 'approvalDefinition',
	name: 'Definition',
	operations: [get],
	defaultOperation: get.value,
});
