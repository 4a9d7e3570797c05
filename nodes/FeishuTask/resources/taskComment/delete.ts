import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { onlyAuthor } from '../../common/refusals';
import { commentId, ofTask } from './chosen';

export const deleteComment = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a comment of a task',
	description: 'Take a comment away; only who said it may',
	endpoint: 'DELETE /open-apis/task/v2/comments/:comment_id',
	scopes: ['task:comment:delete', 'task:comment:write'],
	identity: 'either',
	fields: [ofTask, commentId],
	output: doneOutput('deleted', 'id'),
	async run({ read, feishu, errorContext }) {
		errorContext.adviceOf = onlyAuthor('delete');
		const id = read(commentId);
		await feishu.call(this.endpoint, { path: { comment_id: id } });
		return { deleted: true, id };
	},
});
