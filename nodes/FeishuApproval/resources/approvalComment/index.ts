import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteComment } from './delete';
import { deleteAll } from './deleteAll';
import { getMany } from './getMany';
import { update } from './update';

export const approvalComment = defineResource({
	value: 'approvalComment',
	name: 'Comment',
	operations: [create, deleteComment, deleteAll, getMany, update],
	defaultOperation: create.value,
});
