import { defineOperation } from '../../operation/operation';
import { doneOutput } from '../../operation/output';
import { comment, document, reply } from './chosen';

export const deleteReply = defineOperation({
	value: 'deleteReply',
	name: 'Delete Reply',
	action: 'Delete a reply to a comment',
	description: 'Take back what was said; without its first reply a comment goes as a whole',
	endpoint: 'DELETE /open-apis/drive/v1/files/:file_token/comments/:comment_id/replies/:reply_id',
	scopes: ['docs:document.comment:delete', 'docs:document.comment:write_only', 'drive:drive'],
	identity: 'either',
	fields: [document, comment, reply],
	output: doneOutput('deleted', 'comment_id', 'reply_id'),
	orderBy: ({ read }) => read(document).named.token,
	async run({ read, ...asking }) {
		const chosen = read(document);
		const comment_id = read(comment);
		const reply_id = read(reply);
		const { type, token } = await chosen.content(asking);
		await asking.feishu.call(this.endpoint, {
			path: { file_token: token, comment_id, reply_id },
			query: { file_type: type },
		});
		return { deleted: true, comment_id, reply_id };
	},
});
