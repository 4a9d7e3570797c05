import { composeOne, composerFieldsOld, EDIT } from '../../../shared/im/composer';
import { messageFieldOld, messageId, simplifyFieldOld } from '../../../shared/fields/common';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { defineOperation } from '../../../shared/operation/operation';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';
import { messageOutput, type Message } from './output';

export const edit = defineOperation({
	value: 'edit',
	name: 'Edit',
	action: 'Edit a message',
	description: "Change the words of the app's own text or post, up to 20 times; cards are changed with Card: Update",
	endpoint: 'PUT /open-apis/im/v1/messages/:message_id',
	alsoCalls: [UPLOAD_IMAGE, FIND_ENDPOINT],
	scopes: ['im:message:update', 'im:message:send_as_bot', 'im:message'],
	fields: [messageFieldOld(), ...composerFieldsOld(EDIT), simplifyFieldOld()],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu, context }) {
		const id = messageId(param);
		const { msg_type, content } = await composeOne({ param, feishu, context, surface: EDIT });
		const message = await feishu.call<Message>(this.endpoint, {
			path: { message_id: id },
			body: { msg_type, content: JSON.stringify(content) },
		});
		return messageOutput(message, param.flag('simple'));
	},
});
