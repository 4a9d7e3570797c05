import type { IDataObject } from 'n8n-workflow';

import { checkId } from '../../../../feishu/ids';
import { InputError } from '../../../../feishu/input';
import { simplifyField } from '../../../shared/fields/common';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { perReceiver } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { forwardKey, forwardTarget, forwardTargetFields } from './forwardTarget';
import { messageOutput, type Message } from './output';

/** Messages in one merged forward. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/merge_forward */
const MOST = 100;

export const mergeForward = defineOperation({
	value: 'mergeForward',
	name: 'Merge Forward',
	action: 'Merge and forward messages',
	description: 'Send several messages of one chat on as one bundle',
	endpoint: 'POST /open-apis/im/v1/messages/merge_forward',
	alsoCalls: [FIND_ENDPOINT],
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [
		{
			displayName: 'Message IDs',
			name: 'messageIds',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			placeholder: 'e.g. om_dc13264520392913993dd051dba21dcf, om_…',
			description:
				'Up to 100 messages of one chat, separated by commas or line breaks, or a list from an expression. To bundle those of all items, let the expression list each message_id, and switch on Execute Once in the settings of the node.',
		},
		...forwardTargetFields(),
		simplifyField(),
	],
	orderBy: forwardKey,
	async run({ param, feishu, uuid }) {
		const ids = messageIds(param);
		const { id, type } = await forwardTarget(param, feishu);
		const answer = await feishu.call<Answer>(this.endpoint, {
			query: { receive_id_type: type, uuid },
			body: { receive_id: id, message_id_list: ids },
			idempotent: true,
			paces: [perReceiver(id)],
		});
		if (!param.flag('simple')) return answer as unknown as IDataObject;
		return { ...messageOutput(answer.message, true), invalid_message_ids: answer.invalid_message_id_list ?? [] };
	},
});

interface Answer {
	message: Message;
	/** What could not go into the bundle: recalled, invisible to the app, or of a type that can't be forwarded. */
	invalid_message_id_list?: string[];
}

/** @throws InputError when there are none, too many, or something that is no message ID */
function messageIds(param: Params): string[] {
	const field = param.label('messageIds');
	const ids = [...new Set(param.list('messageIds').map((one) => checkId('message', one, field)))];
	if (ids.length <= MOST) return ids;
	throw new InputError(
		field,
		`The field '${field}' holds ${ids.length} messages; Feishu bundles at most ${MOST}`,
		'Forward them in several bundles',
	);
}
