import { PEOPLE_CALLS } from '../../../shared/contact/people';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { instanceField } from '../../instance/instanceField';
import { GET_INSTANCE } from '../../../shared/approval/readInstance';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { COMMENT_SCOPES, commenterField, commenterOf, commentIdField } from './fields';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance-comment/delete */
export const deleteComment = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a comment on an instance',
	description: 'Delete one comment, in the name of whoever wrote it',
	endpoint: 'DELETE /open-apis/approval/v4/instances/:instance_id/comments/:comment_id',
	alsoCalls: [GET_INSTANCE, ...PEOPLE_CALLS],
	scopes: COMMENT_SCOPES,
	identity: 'app',
	fields: [instanceField, commentIdField, commenterField],
	output: doneOutput('deleted', 'comment_id'),
	async run({ read, label, feishu, errorContext }) {
		const instance_id = read(instanceField);
		const comment_id = read(commentIdField);
		const commenter = read(commenterField);
		nameWhomItDoesNotKnow(errorContext, { [label(commenterField)]: commenter });
		const query = await commenterOf(feishu, instance_id, commenter);
		await feishu.call(this.endpoint, { path: { instance_id, comment_id }, query: { ...query } });
		return { deleted: true, comment_id };
	},
});
