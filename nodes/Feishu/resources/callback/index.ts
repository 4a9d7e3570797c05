import { defineResource } from '../../../shared/operation/operationSet';
import { respond } from './respond';

export const callback = defineResource({
	value: 'callback',
	name: 'Callback',
	operations: [respond],
	defaultOperation: 'respond',
});
