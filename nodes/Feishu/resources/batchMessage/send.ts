import { legacyMessage } from '../../../../feishu/im/content/legacyMessage';
import { BATCH, composerField } from '../../../shared/im/composer';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { BATCH_SCOPES } from './batchMessageField';
import { receivers } from './receivers';

interface Answer {
	message_id: string;
	invalid_department_ids?: string[];
	invalid_open_ids?: string[];
	invalid_user_ids?: string[];
	invalid_union_ids?: string[];
}

const composer = composerField(BATCH);

export const send = defineOperation({
	value: 'sendBatch',
	name: 'Send',
	action: 'Send a message to many',
	description: 'Write to many people and whole departments with one request, each in the chat with the app',
	endpoint: 'POST /open-apis/message/v4/batch_send/',
	scopes: BATCH_SCOPES,
	identity: 'app',
	fields: [receivers, composer],
	output: outputOf({
		batch_message_id: 'string',
		message_id: 'string',
		'invalid_department_ids?': ['string'],
		'invalid_open_ids?': ['string'],
		'invalid_user_ids?': ['string'],
		'invalid_union_ids?': ['string'],
	}),
	async run({ read, feishu, context }) {
		const named = read(receivers);
		const message = await read(composer).composeOne({ context, feishu });
		const answer = await feishu.call<Answer>(this.endpoint, { body: { ...named, ...legacyMessage(message) } });
		return { batch_message_id: answer.message_id, ...answer };
	},
});
