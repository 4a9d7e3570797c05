import { choiceField } from '../../../shared/fields/plain';
import { chatField } from '../../../shared/im/chat';
import { messageField } from '../../../shared/im/message';
import { shownFor } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const chat = chatField();

const noticeField = choiceField({
	displayName: 'Notice',
	name: 'notice',
	options: [
		{ name: 'Message', value: 'message' },
		{ name: 'Announcement', value: 'announcement' },
	],
	default: 'message',
	description: 'What stands at the top',
});

const message = shownFor(messageField(), { notice: ['message'] });

/** The platform's action_type. */
const ACTIONS = { message: '1', announcement: '2' } as const;

export const put = defineOperation({
	value: 'put',
	name: 'Put',
	action: 'Put a notice at the top of a chat',
	description: 'Show a message or the announcement at the top of a group, in place of what stands there',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/top_notice/put_top_notice',
	scopes: ['im:chat.top_notice:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, noticeField, message],
	output: outputOf({ chat_id: 'string', top_notice: 'string', 'message_id?': 'string' }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const notice = read(noticeField);
		const message_id = notice === 'message' ? read(message) : undefined;
		await feishu.call(this.endpoint, {
			path: { chat_id },
			body: { chat_top_notice: [{ action_type: ACTIONS[notice], message_id }] },
			idempotent: true,
		});
		return { chat_id, top_notice: notice, ...(message_id !== undefined && { message_id }) };
	},
});
