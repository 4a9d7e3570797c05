import { PEOPLE_CALLS } from '../../../shared/contact/people';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { instanceField } from '../../instance/instanceField';
import { GET_INSTANCE } from '../../../shared/approval/readInstance';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { COMMENT_SCOPES, commenterField, commenterOf } from './fields';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance-comment/remove */
export const deleteAll = defineOperation({
	value: 'deleteAll',
	name: 'Delete All',
	action: 'Delete all comments on an instance',
	description: 'Delete all comments on an approval with their answers, whoever wrote them',
	endpoint: 'POST /open-apis/approval/v4/instances/:instance_id/comments/remove',
	alsoCalls: [GET_INSTANCE, ...PEOPLE_CALLS],
	scopes: COMMENT_SCOPES,
	identity: 'app',
	fields: [instanceField, commenterField],
	output: doneOutput('deleted', 'instance_code'),
	async run({ read, label, feishu, errorContext }) {
		const instance_id = read(instanceField);
		const commenter = read(commenterField);
		nameWhomItDoesNotKnow(errorContext, { [label(commenterField)]: commenter });
		const query = await commenterOf(feishu, instance_id, commenter);
		await feishu.call(this.endpoint, { path: { instance_id }, query: { ...query }, idempotent: true });
		return { deleted: true, instance_code: instance_id };
	},
});
