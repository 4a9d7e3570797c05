import { checkId } from '../../../../feishu/ids';
import { simplifyField } from '../../../shared/fields/common';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { perReceiver } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { forwardKey, forwardTarget, forwardTargetFields } from './forwardTarget';
import { messageOutput, type Message } from './output';

export const forwardThread = defineOperation({
	value: 'forwardThread',
	name: 'Forward Thread',
	action: 'Forward a thread',
	description: 'Send a whole thread on to a group, a person or another thread',
	endpoint: 'POST /open-apis/im/v1/threads/:thread_id/forward',
	alsoCalls: [FIND_ENDPOINT],
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [
		{
			displayName: 'Thread to Forward',
			name: 'forwardedThreadId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. omt_1a3b99f9d2cfd982',
			description: 'The ID of the thread; comes with every message of the thread as thread_id',
		},
		...forwardTargetFields(),
		simplifyField(),
	],
	orderBy: forwardKey,
	async run({ param, feishu, uuid }) {
		const thread = checkId('thread', param.text('forwardedThreadId'), param.label('forwardedThreadId'));
		const { id, type } = await forwardTarget(param, feishu);
		const message = await feishu.call<Message>(this.endpoint, {
			path: { thread_id: thread },
			query: { receive_id_type: type, uuid },
			body: { receive_id: id },
			idempotent: true,
			paces: [perReceiver(id)],
		});
		return messageOutput(message, param.flag('simple'));
	},
});
