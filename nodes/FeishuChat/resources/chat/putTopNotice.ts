import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { messageFieldOld, messageId } from '../../../shared/fields/common';
import { readChoice } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';

const NOTICES = [
	{ name: 'Announcement', value: 'announcement', description: 'The announcement of the group' },
	{ name: 'Message', value: 'message', description: 'A message of the group' },
];

/** The platform's action_type. */
const ACTIONS: Readonly<Record<string, string>> = { message: '1', announcement: '2' };

export const putTopNotice = defineOperation({
	value: 'putTopNotice',
	name: 'Put Top Notice',
	action: 'Put a notice at the top of a chat',
	description: 'Show a message or the announcement at the top of a group, in place of what stands there',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/top_notice/put_top_notice',
	scopes: ['im:chat.top_notice:write_only', 'im:chat'],
	fields: [
		chatFieldOld(),
		{
			displayName: 'Notice',
			name: 'notice',
			type: 'options',
			options: NOTICES,
			default: 'message',
			description: 'What stands at the top',
		},
		messageFieldOld({ displayOptions: { show: { notice: ['message'] } } }),
	],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const id = chatId(param);
		const notice = readChoice(param, 'notice', NOTICES);
		const message_id = notice === 'message' ? messageId(param) : undefined;
		await feishu.call(this.endpoint, {
			path: { chat_id: id },
			body: { chat_top_notice: [{ action_type: ACTIONS[notice], message_id }] },
			idempotent: true,
		});
		return { chat_id: id, top_notice: notice, ...(message_id !== undefined && { message_id }) };
	},
});
