import { defineResource } from '../../../shared/operation/operationSet';
import { call } from './call';
import { find } from './find';

export const endpoint = defineResource({
	value: 'endpoint',
	name: 'Endpoint',
	operations: [call, find],
	defaultOperation: call.value,
});
