import { defineResource } from '../../../shared/operation/operationSet';
import { getMany } from './getMany';

export const tasklist = defineResource({
	value: 'tasklist',
	name: 'Task List',
	operations: [getMany],
	defaultOperation: getMany.value,
});
