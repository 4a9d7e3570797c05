import { PEOPLE_NAMES } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { type Answer, COMMENT, commentId, commentItem, READ, ofTask } from './chosen';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a comment of a task',
	description: 'Get what a comment says, and who said it',
	endpoint: 'GET /open-apis/task/v2/comments/:comment_id',
	alsoCalls: [PEOPLE_NAMES],
	scopes: READ,
	identity: 'either',
	fields: [ofTask, commentId],
	output: COMMENT,
	async run({ read, feishu, context }) {
		const path = { comment_id: read(commentId) };
		const { comment } = await feishu.call<Answer>(this.endpoint, { path });
		return await withNames({ feishu, context }, commentItem(comment));
	},
});
