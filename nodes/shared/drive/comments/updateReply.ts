import { defineOperation } from '../../operation/operation';
import { outputOf } from '../../operation/output';
import { comment, document, mentioned, reply, words } from './chosen';
import { said } from './elements';

export const updateReply = defineOperation({
	value: 'updateReply',
	name: 'Update Reply',
	action: 'Update a reply to a comment',
	description: 'Change what was said; only who said it may',
	endpoint: 'PUT /open-apis/drive/v1/files/:file_token/comments/:comment_id/replies/:reply_id',
	scopes: ['docs:document.comment:update', 'docs:document.comment:write_only', 'drive:drive'],
	identity: 'either',
	fields: [document, comment, reply, words, mentioned],
	output: outputOf({ updated: 'boolean', comment_id: 'string', reply_id: 'string', text: 'string' }),
	orderBy: ({ read }) => read(document).named.token,
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(document);
		const comment_id = read(comment);
		const reply_id = read(reply);
		const sentence = read(words);
		const people = read(mentioned);
		const { type, token } = await chosen.content(asking);
		const { elements, user_id_type } = await said(feishu, sentence, people);
		await feishu.call(this.endpoint, {
			path: { file_token: token, comment_id, reply_id },
			query: { file_type: type, user_id_type },
			body: { content: { elements } },
			idempotent: true,
		});
		return { updated: true, comment_id, reply_id, text: sentence };
	},
});
