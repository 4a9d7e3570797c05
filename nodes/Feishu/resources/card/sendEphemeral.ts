import { perReceiver } from '../../../shared/client/pacing';
import { userField } from '../../../shared/contact/person';
import { chatField } from '../../../shared/im/chat';
import { composerField, PERSON_CARD } from '../../../shared/im/composer';
import { mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const chat = chatField();

const viewer = mappedField(
	userField({ displayName: 'Visible To', description: 'The member of the group who sees the card' }),
	(person) => {
		if (person.reference.type !== 'union_id') return person;
		throw viewer.refuse(
			"can't be a union_id here",
			'Choose the person from the list, or enter an open_id (ou_…), a user_id or an e-mail address',
		);
	},
);

const composer = composerField(PERSON_CARD);

export const sendEphemeral = defineOperation({
	value: 'sendEphemeral',
	name: 'Send Ephemeral',
	action: 'Send an ephemeral card',
	description: 'Show a card in a group that only one person can see',
	endpoint: 'POST /open-apis/ephemeral/v1/send',
	scopes: ['im:message:send_as_bot', 'im:message:update', 'im:message'],
	identity: 'app',
	fields: [chat, viewer, composer],
	output: outputOf({ message_id: 'string', chat_id: 'string' }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu, context }) {
		const chat_id = read(chat);
		const person = read(viewer);
		const { content } = await read(composer).composeOne({ context, feishu });
		const { id, type } = await person.receiver(feishu);
		const { message_id } = await feishu.call<{ message_id: string }>(this.endpoint, {
			body: { chat_id, [type]: id, msg_type: 'interactive', card: content },
			paces: [perReceiver(chat_id)],
		});
		return { message_id, chat_id };
	},
});
