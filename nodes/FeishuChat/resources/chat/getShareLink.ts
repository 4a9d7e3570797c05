import { choiceField } from '../../../shared/fields/plain';
import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const chat = chatField();

const validFor = choiceField({
	displayName: 'Valid For',
	name: 'validityPeriod',
	options: [
		{ name: 'One Week', value: 'week' },
		{ name: 'One Year', value: 'year' },
		{ name: 'Without End', value: 'permanently' },
	],
	default: 'week',
	description: 'How long the link works',
});

export const getShareLink = defineOperation({
	value: 'getShareLink',
	name: 'Get Share Link',
	action: 'Get the share link of a chat',
	description: 'Make a link through which people can join a group',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/link',
	scopes: ['im:chat:read', 'im:chat:readonly', 'im:chat'],
	identity: 'either',
	fields: [chat, validFor],
	output: outputOf({ chat_id: 'string', share_link: 'string', 'expire_time?': 'string', 'is_permanent?': 'boolean' }),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const link = await feishu.call(this.endpoint, {
			path: { chat_id },
			body: { validity_period: read(validFor) },
			idempotent: true,
		});
		return { chat_id, ...link };
	},
});
