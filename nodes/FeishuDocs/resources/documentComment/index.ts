import { COMMENT_OPERATIONS, FIRST_COMMENT_OPERATION } from '../../../shared/drive/comments';
import { defineResource } from '../../../shared/operation/operationSet';

export const documentComment = defineResource({
	value: 'documentComment',
	name: 'Comment',
	operations: COMMENT_OPERATIONS,
	defaultOperation: FIRST_COMMENT_OPERATION,
});
