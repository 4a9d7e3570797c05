import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { PEOPLE_CALLS } from '../../../shared/contact/people';
import { instanceField } from '../../instance/instanceField';
import { GET_INSTANCE } from '../../../shared/approval/readInstance';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { COMMENT_SCOPES, commenterField, commenterOf, commentIdField, commentTextField } from './fields';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance-comment/create `comment_id` */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a comment on an instance',
	description: 'Change the words of a comment, in the name of whoever wrote it',
	endpoint: 'POST /open-apis/approval/v4/instances/:instance_id/comments',
	alsoCalls: [GET_INSTANCE, ...PEOPLE_CALLS],
	scopes: COMMENT_SCOPES,
	identity: 'app',
	fields: [instanceField, commentIdField, commentTextField, commenterField],
	output: outputOf({ instance_code: 'string', comment_id: 'string' }),
	async run({ read, label, feishu, errorContext }) {
		const code = read(instanceField);
		const comment_id = read(commentIdField);
		const words = read(commentTextField);
		const commenter = read(commenterField);
		nameWhomItDoesNotKnow(errorContext, { [label(commenterField)]: commenter });
		const query = await commenterOf(feishu, code, commenter);
		await feishu.call(this.endpoint, {
			path: { instance_id: code },
			query: { ...query },
			body: { comment_id, content: JSON.stringify({ text: words }) },
			idempotent: true,
		});
		return { instance_code: code, comment_id };
	},
});
