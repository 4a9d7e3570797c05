import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';
import { update } from './update';

export const moderation = defineResource({
	value: 'moderation',
	name: 'Moderation',
	operations: [get, update],
	defaultOperation: get.value,
});
