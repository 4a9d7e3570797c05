import { defineResource } from '../../../shared/resource';
import { respond } from './respond';

export const callback = defineResource({
	value: 'callback',
	name: 'Callback',
	operations: [respond],
	defaultOperation: 'respond',
});
