import { defineResource } from '../../../shared/operation/operationSet';
import { getMany } from './getMany';

export const room = defineResource({
	value: 'room',
	name: 'Meeting Room',
	operations: [getMany],
	defaultOperation: getMany.value,
});
