import { choiceField, filledField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { Texts } from '../../external/texts';
import { plainId } from '../../instance/plainId';

const message = plainId(
	filledField({
		displayName: 'Message ID',
		name: 'approvalMessageId',
		required: true,
		placeholder: 'e.g. 7081516627711606803',
		description: 'As Send gave it; of template 1008, and at most 30 days old',
	}),
);

const status = choiceField({
	displayName: 'Status',
	name: 'messageStatus',
	options: [
		{ name: 'Approved', value: 'APPROVED' },
		{ name: 'Approver Added', value: 'ADD' },
		{ name: 'Canceled', value: 'CANCELLED' },
		{ name: 'Deleted', value: 'DELETED' },
		{ name: 'Forwarded', value: 'FORWARDED' },
		{ name: 'Own Words', value: 'CUSTOM' },
		{ name: 'Processed', value: 'PROCESSED' },
		{ name: 'Rejected', value: 'REJECTED' },
		{ name: 'Rolled Back', value: 'ROLLBACK' },
	],
	default: 'APPROVED',
	description: 'What has become of the approval',
});

const words = textField({
	displayName: 'Words',
	name: 'messageStatusName',
	displayOptions: { show: { messageStatus: ['CUSTOM'] } },
	placeholder: 'e.g. Waiting for the supplier',
	description: 'What the message says of it',
});

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uAjNyYjLwYjM24CM2IjN */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a message of the bot of approvals',
	description: 'Show in a message of the bot of approvals what has become of it, so that nobody decides twice',
	endpoint: 'POST /open-apis/approval/v1/message/update',
	scopes: ['approval:approval:readonly'],
	identity: 'app',
	fields: [message, status, words],
	output: outputOf({ message_id: 'string', status: 'string' }),
	async run({ read, feishu }) {
		const message_id = read(message);
		const state = read(status);
		const said = state === 'CUSTOM' ? read(words) : '';
		if (state === 'CUSTOM' && said === '') throw words.refuse('is empty', 'Enter what the message is to say');
		const texts = new Texts();
		const status_name = texts.key(said);
		await feishu.call(this.endpoint, {
			body: {
				message_id,
				status: state,
				...(status_name && { status_name }),
				i18n_resources: texts.resources('object', 'zh-cn'),
			},
			idempotent: true,
		});
		return { message_id, status: state };
	},
});
