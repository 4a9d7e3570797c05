import type { IDataObject } from 'n8n-workflow';

import { simplifyField } from '../../fields/common';
import { collectionField } from '../../fields/nested';
import { defineOperation } from '../../operation/operation';
import { comment, document, READ_SCOPES } from './chosen';
import { reactions } from './getMany';
import { COMMENT, commentItem } from './output';

const GET_REPLIES = 'GET /open-apis/drive/v1/files/:file_token/comments/:comment_id/replies';

/** The largest page of replies. Source: …/drive-v1/file-comment-reply/list */
const PAGE = 100;

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [reactions]);

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a comment',
	description: 'Get a comment of a file or document, with all that was replied',
	endpoint: 'GET /open-apis/drive/v1/files/:file_token/comments/:comment_id',
	alsoCalls: [GET_REPLIES],
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [document, comment, simplifyField, options],
	output: COMMENT,
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(document);
		const comment_id = read(comment);
		const simple = read(simplifyField);
		const { withReactions: need_reaction } = read(options);
		const { type, token } = await chosen.content(asking);
		const path = { file_token: token, comment_id };
		const query = { file_type: type, need_reaction };
		const found = await feishu.call<IDataObject>(this.endpoint, { path, query });
		if (found.has_more !== true) return commentItem(found, simple);
		// Of many replies the comment itself has the first ones.
		const replies = await feishu.list(GET_REPLIES, { path, query, limit: Infinity, pageSize: PAGE });
		return commentItem({ ...found, reply_list: { replies } }, simple);
	},
});
