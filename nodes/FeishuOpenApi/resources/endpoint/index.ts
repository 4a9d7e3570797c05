import { defineResource } from '../../../shared/operation/operationSet';
import { call } from './call';

export const endpoint = defineResource({
	value: 'endpoint',
	name: 'Endpoint',
	operations: [call],
	defaultOperation: call.value,
});
