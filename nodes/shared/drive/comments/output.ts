import type { IDataObject } from 'n8n-workflow';

import { isObject, object } from '../../../../feishu/json';
import { outputOf } from '../../operation/output';
import { textOfReply } from './elements';

const REPLY_SHAPE = {
	reply_id: 'string',
	'user_id?': 'string',
	text: 'string',
	'create_time?': 'number',
	'update_time?': 'number',
	'reactions?': 'any',
} as const;

/** A comment with all that was said; times are seconds since 1970. Source: …/drive-v1/file-comment/get */
const COMMENT_SHAPE = {
	comment_id: 'string',
	text: 'string',
	'user_id?': 'string',
	'create_time?': 'number',
	'update_time?': 'number',
	'is_solved?': 'boolean',
	'is_whole?': 'boolean',
	'quote?': 'string',
	replies: [REPLY_SHAPE],
	'solved_time?': 'number',
	'solver_user_id?': 'string',
	'reply_id?': 'string',
	'reply_list?': 'any',
} as const;

export const COMMENT = outputOf(COMMENT_SHAPE);
export const REPLY = outputOf(REPLY_SHAPE);

export const replyItem = (reply: IDataObject): IDataObject => {
	const { content: _content, extra: _extra, ...rest } = reply;
	return { ...rest, text: textOfReply(reply) };
};

/** @param simple without what the platform wraps it in */
export function commentItem(comment: IDataObject, simple: boolean): IDataObject {
	const { replies = [] } = object(comment.reply_list);
	const all = Array.isArray(replies) ? replies.filter(isObject).map((one) => one as IDataObject) : [];
	const item = { ...comment, text: all[0] ? textOfReply(all[0]) : '', replies: all.slice(1).map(replyItem) };
	const first = all[0]?.reply_id;
	const whole = first === undefined ? item : { ...item, reply_id: first };
	if (!simple) return whole;
	const { reply_list: _list, has_more: _more, page_token: _token, ...rest } = whole as IDataObject;
	return rest;
}
