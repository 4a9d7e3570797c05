import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../operation/operation';
import { comment, document, mentioned, words } from './chosen';
import { said } from './elements';
import { REPLY, replyItem } from './output';

export const replyTo = defineOperation({
	value: 'reply',
	name: 'Reply',
	action: 'Reply to a comment',
	description: 'Say something under a comment',
	endpoint: 'POST /open-apis/drive/v1/files/:file_token/comments/:comment_id/replies',
	scopes: ['docs:document.comment:create', 'drive:drive'],
	identity: 'either',
	fields: [document, comment, words, mentioned],
	output: REPLY,
	orderBy: ({ read }) => read(document).named.token,
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(document);
		const comment_id = read(comment);
		const sentence = read(words);
		const people = read(mentioned);
		const { type, token } = await chosen.content(asking);
		const { elements, user_id_type } = await said(feishu, sentence, people);
		const made = await feishu.call<IDataObject>(this.endpoint, {
			path: { file_token: token, comment_id },
			query: { file_type: type, user_id_type },
			body: { content: { elements } },
		});
		return replyItem(made);
	},
});
