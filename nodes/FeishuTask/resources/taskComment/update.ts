import { PEOPLE_NAMES } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { onlyAuthor } from '../../common/refusals';
import { type Answer, COMMENT, commentId, commentItem, content, WRITE, ofTask } from './chosen';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a comment of a task',
	description: 'Change what a comment says; only who said it may',
	endpoint: 'PATCH /open-apis/task/v2/comments/:comment_id',
	alsoCalls: [PEOPLE_NAMES],
	scopes: WRITE,
	identity: 'either',
	fields: [ofTask, commentId, content],
	output: COMMENT,
	async run({ read, feishu, context, errorContext }) {
		errorContext.adviceOf = onlyAuthor('change');
		const path = { comment_id: read(commentId) };
		const body = { comment: { content: read(content) }, update_fields: ['content'] };
		const { comment } = await feishu.call<Answer>(this.endpoint, { path, body, idempotent: true });
		return await withNames({ feishu, context }, commentItem(comment));
	},
});
