import { perReceiver } from '../../../shared/client/pacing';
import { simplifyField } from '../../../shared/fields/common';
import { threadField } from '../../../shared/im/thread';
import { defineOperation } from '../../../shared/operation/operation';
import { forwardTargetField } from './forwardTarget';
import { messageItem, messageOutput, type Message } from './output';

const thread = threadField({
	displayName: 'Thread to Forward',
	name: 'forwardedThreadId',
	description: 'The ID of the thread; comes with every message of the thread as thread_id',
});

export const forwardThread = defineOperation({
	value: 'forwardThread',
	name: 'Forward Thread',
	action: 'Forward a thread',
	description: 'Send a whole thread on to a group, a person or another thread',
	endpoint: 'POST /open-apis/im/v1/threads/:thread_id/forward',
	scopes: ['im:message:send_as_bot', 'im:message'],
	identity: 'either',
	fields: [thread, forwardTargetField, simplifyField],
	output: messageOutput,
	orderBy: ({ read }) => read(forwardTargetField).key,
	async run({ read, feishu, uuid }) {
		const thread_id = read(thread);
		const { id, type } = await read(forwardTargetField).find(feishu);
		const forwarded = await feishu.call<Message>(this.endpoint, {
			path: { thread_id },
			query: { receive_id_type: type, uuid },
			body: { receive_id: id },
			idempotent: true,
			paces: [perReceiver(id)],
		});
		return messageItem(forwarded, read(simplifyField));
	},
});
