import { defineOperation } from '../../../shared/operation/operation';
import { type Answer, COMMENT, commentId, commentItem, READ } from './chosen';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a comment of a task',
	description: 'Get what a comment says, and who said it',
	endpoint: 'GET /open-apis/task/v2/comments/:comment_id',
	scopes: READ,
	identity: 'either',
	fields: [commentId],
	output: COMMENT,
	async run({ read, feishu }) {
		const path = { comment_id: read(commentId) };
		return commentItem((await feishu.call<Answer>(this.endpoint, { path })).comment);
	},
});
