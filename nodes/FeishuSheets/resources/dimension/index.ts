import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { deleteLines } from './delete';
import { insert } from './insert';
import { move } from './move';
import { update } from './update';

export const dimension = defineResource({
	value: 'dimension',
	name: 'Row or Column',
	operations: [add, deleteLines, insert, move, update],
	defaultOperation: insert.value,
});
