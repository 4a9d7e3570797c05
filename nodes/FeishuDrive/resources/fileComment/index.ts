import { COMMENT_OPERATIONS } from '../../../shared/drive/comments';
import { defineResource } from '../../../shared/operation/operationSet';

export const fileComment = defineResource({
	value: 'fileComment',
	name: 'Comment',
	operations: COMMENT_OPERATIONS,
	defaultOperation: 'getAll',
});
