import type { IDataObject } from 'n8n-workflow';

import { isObject, parseObject, text, type JsonObject } from '../../../../feishu/json';
import { PEOPLE_CALLS } from '../../../shared/contact/people';
import { NAMES_CALL } from '../../../shared/contact/namesOf';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { instanceField } from '../../instance/instanceField';
import { GET_INSTANCE } from '../../../shared/approval/readInstance';
import { isoTime } from '../../../shared/approval/times';
import { who, WHO, withNames } from '../../people/who';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { commenterField, commenterOf } from './fields';

/** The largest page. Source: https://open.feishu.cn/document/server-docs/approval-v4/instance-comment/list */
const PAGE = 1000;

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many comments on an instance',
	description: 'List the comments on an approval, each followed by its answers',
	endpoint: 'GET /open-apis/approval/v4/instances/:instance_id/comments',
	alsoCalls: [GET_INSTANCE, NAMES_CALL, ...PEOPLE_CALLS],
	scopes: ['approval:instance.comment', 'approval:approval:readonly', 'approval:approval'],
	identity: 'app',
	fields: [instanceField, commenterField, pagingFields],
	output: outputOf({
		comment_id: 'string',
		'reply_to?': 'string',
		text: 'string',
		'commentator?': WHO,
		'created_at?': 'string',
		'updated_at?': 'string',
		deleted: 'boolean',
		'files?': 'any',
		'mentions?': 'any',
	}),
	async run({ read, label, feishu, errorContext }) {
		const instance_id = read(instanceField);
		const commenter = read(commenterField);
		const limit = read(pagingFields);
		nameWhomItDoesNotKnow(errorContext, { [label(commenterField)]: commenter });
		const query = await commenterOf(feishu, instance_id, commenter);
		const path = { instance_id };
		const found = await feishu.list(this.endpoint, {
			path,
			query: { ...query },
			pageSize: PAGE,
			itemsKey: 'comments',
			limit,
		});
		return await withNames(feishu, found.flatMap(thread).slice(0, limit), 'commentator');
	},
});

function thread(comment: JsonObject): IDataObject[] {
	const replies = Array.isArray(comment.replies) ? comment.replies.filter(isObject) : [];
	return [plain(comment), ...replies.map((reply) => ({ reply_to: text(comment.id), ...plain(reply) }))];
}

/** What a comment says stands in JSON text. */
function plain({
	id,
	content,
	commentator,
	create_time,
	update_time,
	is_delete,
	at_info_list,
}: JsonObject): IDataObject {
	const said = parseObject(text(content));
	const [created_at, updated_at] = [isoTime(create_time), isoTime(update_time)];
	const files = said?.files;
	return {
		comment_id: text(id),
		text: said ? text(said.text) : text(content),
		...(text(commentator) !== '' && { commentator: who(commentator) }),
		...(created_at && { created_at }),
		...(updated_at && { updated_at }),
		deleted: is_delete === 1,
		...(Array.isArray(files) && files.length > 0 && { files: files as never }),
		...(Array.isArray(at_info_list) && at_info_list.length > 0 && { mentions: at_info_list as never }),
	};
}
