import { CARD, composeOne, composerFieldsOld } from '../../../shared/im/composer';
import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { FIND_ENDPOINT, userFieldOld, userReceiver, userReference } from '../../../shared/contact/user';
import { InputError } from '../../../../feishu/input';
import { perReceiver } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';

export const sendEphemeral = defineOperation({
	value: 'sendEphemeral',
	name: 'Send Ephemeral',
	action: 'Send an ephemeral card',
	description: 'Show a card in a group that only one person can see',
	endpoint: 'POST /open-apis/ephemeral/v1/send',
	alsoCalls: [UPLOAD_IMAGE, FIND_ENDPOINT],
	scopes: ['im:message:send_as_bot', 'im:message:update', 'im:message'],
	fields: [
		chatFieldOld(),
		userFieldOld({ displayName: 'Visible To', description: 'The member of the group who sees the card' }),
		...composerFieldsOld(CARD),
	],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu, context }) {
		const chat_id = chatId(param);
		const { type: kind } = userReference(param);
		const field = param.label('user');
		if (kind === 'union_id')
			throw new InputError(
				field,
				`The field '${field}' can't be a union_id here`,
				'Choose the person from the list, or enter an open_id (ou_…), a user_id or an e-mail address',
			);
		const { content } = await composeOne({ param, feishu, context, surface: CARD });
		const { id, type } = await userReceiver(param, feishu);
		const { message_id } = await feishu.call<{ message_id: string }>(this.endpoint, {
			body: { chat_id, [type]: id, msg_type: 'interactive', card: content },
			paces: [perReceiver(chat_id)],
		});
		return { message_id, chat_id };
	},
});
