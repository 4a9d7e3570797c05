import { defineResource } from '../../../shared/operation/operationSet';
import { add } from './add';
import { deleteReaction } from './delete';
import { getMany } from './getMany';

export const reaction = defineResource({
	value: 'reaction',
	name: 'Reaction',
	operations: [add, deleteReaction, getMany],
	defaultOperation: add.value,
});
