import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { readChoice } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';

const PERIODS = [
	{ name: 'One Week', value: 'week', description: 'It ends after 7 days' },
	{ name: 'One Year', value: 'year', description: 'It ends after a year' },
	{ name: 'Without End', value: 'permanently', description: 'It works as long as the group' },
];

export const getShareLink = defineOperation({
	value: 'getShareLink',
	name: 'Get Share Link',
	action: 'Get the share link of a chat',
	description: 'Make a link through which people can join a group',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/link',
	scopes: ['im:chat:read', 'im:chat:readonly', 'im:chat'],
	fields: [
		chatFieldOld(),
		{
			displayName: 'Valid For',
			name: 'validityPeriod',
			type: 'options',
			options: PERIODS,
			default: 'week',
			description: 'How long the link works',
		},
	],
	async run({ param, feishu }) {
		const id = chatId(param);
		const link = await feishu.call(this.endpoint, {
			path: { chat_id: id },
			body: { validity_period: readChoice(param, 'validityPeriod', PERIODS) },
			idempotent: true,
		});
		return { chat_id: id, ...link };
	},
});
