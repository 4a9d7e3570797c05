import { perMessage } from '../../../shared/client/pacing';
import { CARD, composerField } from '../../../shared/im/composer';
import { messageField } from '../../../shared/im/message';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const message = messageField();
const composer = composerField(CARD);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a card',
	description: "Replace the app's own card with another, for all who see it, up to 14 days after it was sent",
	endpoint: 'PATCH /open-apis/im/v1/messages/:message_id',
	scopes: ['im:message:update', 'im:message:send_as_bot', 'im:message'],
	identity: 'either',
	fields: [message, composer],
	output: doneOutput('updated', 'message_id'),
	orderBy: ({ read }) => read(message),
	async run({ read, feishu, context }) {
		const message_id = read(message);
		const { content } = await read(composer).composeOne({ context, feishu });
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
