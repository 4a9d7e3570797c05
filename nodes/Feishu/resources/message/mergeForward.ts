import type { IDataObject } from 'n8n-workflow';

import { checkId } from '../../../../feishu/ids';
import { perReceiver } from '../../../shared/client/pacing';
import { simplifyField } from '../../../shared/fields/common';
import { listField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { forwardTargetField } from './forwardTarget';
import { messageItem, MESSAGE_SHAPE, type Message } from './output';

/** Messages in one merged forward. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/merge_forward */
const MOST = 100;

const messageIds = mappedField(
	listField({
		displayName: 'Message IDs',
		name: 'messageIds',
		typeOptions: { rows: 3 },
		required: true,
		placeholder: 'e.g. om_dc13264520392913, om_…',
		description:
			'Up to 100 messages of one chat, separated by commas or line breaks, or a list from an expression. For those of all items, list each message_id and Execute Once.',
	}),
	(entries, label) => {
		const ids = [...new Set(entries.map((one) => checkId('message', one, label)))];
		if (ids.length <= MOST) return ids;
		throw complaint(
			label,
			`holds ${ids.length} messages; Feishu bundles at most ${MOST}`,
			'Forward them in several bundles',
		);
	},
);

interface Answer {
	message: Message;
	/** What could not go into the bundle: recalled, invisible to the app, or of a type that can't be forwarded. */
	invalid_message_id_list?: string[];
}

export const mergeForward = defineOperation({
	value: 'mergeForward',
	name: 'Merge Forward',
	action: 'Merge and forward messages',
	description: 'Send several messages of one chat on as one bundle',
	endpoint: 'POST /open-apis/im/v1/messages/merge_forward',
	scopes: ['im:message:send_as_bot', 'im:message'],
	identity: 'app',
	fields: [messageIds, forwardTargetField, simplifyField],
	output: outputOf({ ...MESSAGE_SHAPE, invalid_message_ids: ['string'] }),
	orderBy: ({ read }) => read(forwardTargetField).key,
	async run({ read, feishu, uuid }) {
		const message_id_list = read(messageIds);
		const { id, type } = await read(forwardTargetField).find(feishu);
		const answer = await feishu.call<Answer>(this.endpoint, {
			query: { receive_id_type: type, uuid },
			body: { receive_id: id, message_id_list },
			idempotent: true,
			paces: [perReceiver(id)],
		});
		if (!read(simplifyField)) return answer as unknown as IDataObject;
		return { ...messageItem(answer.message, true), invalid_message_ids: answer.invalid_message_id_list ?? [] };
	},
});
