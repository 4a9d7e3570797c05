import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';
import { getMany } from './getMany';

export const approvalDefinition = defineResource({
	value: 'approvalDefinition',
	name: 'Definition',
	operations: [get, getMany],
	defaultOperation: get.value,
});
