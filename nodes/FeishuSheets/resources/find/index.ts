import { defineResource } from '../../../shared/operation/operationSet';
import { find as findCells } from './find';
import { replace } from './replace';

export const find = defineResource({
	value: 'find',
	name: 'Find and Replace',
	operations: [findCells, replace],
	defaultOperation: findCells.value,
});
