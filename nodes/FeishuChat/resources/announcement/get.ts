import { userIdTypeField } from '../../../shared/contact/userIdType';
import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { GET_BLOCKS, readBlocks } from './blocks';
import { blocksText } from './blockText';
import { aboutAnnouncement, GET_ANNOUNCEMENT } from './kind';
import { GET_OLDER, olderText, type OlderAnnouncement } from './olderDocument';

const chat = chatField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get the announcement of a chat',
	description: 'Read the announcement of a group as text and as a document',
	endpoint: GET_ANNOUNCEMENT,
	alsoCalls: [GET_BLOCKS, GET_OLDER],
	scopes: ['im:chat.announcement:read'],
	identity: 'either',
	fields: [chat, userIdTypeField],
	output: outputOf({
		chat_id: 'string',
		announcement_type: 'string',
		text: 'string',
		'blocks?': ['any'],
		'content?': 'string',
		'revision?': 'string',
		'create_time?': 'string',
		'update_time?': 'string',
		'owner_id_type?': 'string',
		'owner_id?': 'string',
		'modifier_id_type?': 'string',
		'modifier_id?': 'string',
	}),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const user_id_type = read(userIdTypeField);
		const { isOlder, about } = await aboutAnnouncement(feishu, chat_id, user_id_type);
		if (isOlder) {
			const older = await feishu.call<OlderAnnouncement>(GET_OLDER, { path: { chat_id }, query: { user_id_type } });
			return { chat_id, announcement_type: 'doc', text: olderText(older.content), ...older };
		}
		const blocks = await readBlocks(feishu, chat_id, user_id_type);
		return { chat_id, announcement_type: 'docx', text: blocksText(blocks), ...about, blocks };
	},
});
