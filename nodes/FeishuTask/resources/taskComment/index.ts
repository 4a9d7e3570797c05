import { defineResource } from '../../../shared/operation/operationSet';
import { create, deleteComment, get, getMany, update } from './operations';

export const taskComment = defineResource({
	value: 'taskComment',
	name: 'Comment',
	operations: [create, deleteComment, get, getMany, update],
	defaultOperation: create.value,
});
