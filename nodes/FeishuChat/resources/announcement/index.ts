import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';
import { update } from './update';

export const announcement = defineResource({
	value: 'announcement',
	name: 'Announcement',
	operations: [get, update],
	defaultOperation: get.value,
});
