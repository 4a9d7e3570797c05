import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteComment } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const taskComment = defineResource({
	value: 'taskComment',
	name: 'Comment',
	operations: [create, deleteComment, get, getMany, update],
	defaultOperation: create.value,
});
