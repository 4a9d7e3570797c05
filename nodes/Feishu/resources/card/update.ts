import { CARD, composeOne, composerFieldsOld } from '../../../shared/im/composer';
import { messageFieldOld, messageId } from '../../../shared/fields/common';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { perMessage } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a card',
	description: "Replace the app's own card in a chat with another, for all who see it, up to 14 days after it was sent",
	endpoint: 'PATCH /open-apis/im/v1/messages/:message_id',
	alsoCalls: [UPLOAD_IMAGE, FIND_ENDPOINT],
	scopes: ['im:message:update', 'im:message:send_as_bot', 'im:message'],
	fields: [messageFieldOld(), ...composerFieldsOld(CARD)],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu, context }) {
		const message_id = messageId(param);
		const { content } = await composeOne({ param, feishu, context, surface: CARD });
		await feishu.call(this.endpoint, {
			path: { message_id },
			body: { content: JSON.stringify(content) },
			// The same card twice is the same card.
			idempotent: true,
			paces: [perMessage(message_id)],
		});
		return { updated: true, message_id };
	},
});
