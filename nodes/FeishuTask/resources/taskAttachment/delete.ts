import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { attachmentId, ofTask } from './chosen';

export const deleteAttachment = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete an attachment of a task',
	description: 'Take an attachment away from its task',
	endpoint: 'DELETE /open-apis/task/v2/attachments/:attachment_guid',
	scopes: ['task:attachment:delete', 'task:attachment:write'],
	identity: 'either',
	fields: [ofTask, attachmentId],
	output: doneOutput('deleted', 'guid'),
	async run({ read, feishu }) {
		const guid = read(attachmentId);
		await feishu.call(this.endpoint, { path: { attachment_guid: guid } });
		return { deleted: true, guid };
	},
});
