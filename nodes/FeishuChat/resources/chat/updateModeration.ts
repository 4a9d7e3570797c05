import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { peopleFieldOld, readPeople } from '../../../shared/contact/people';
import { readChoice } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';

const CHOICES = [
	{ name: 'All Members', value: 'all_members', description: 'Everyone in the group' },
	{ name: 'Owner and Administrators', value: 'only_owner', description: 'Nobody else' },
	{
		name: 'People of a List: Add',
		value: 'allow',
		description: 'Owner, administrators and a list, with these people on it',
	},
	{
		name: 'People of a List: Remove',
		value: 'withdraw',
		description: 'Owner, administrators and a list, with these people no longer on it',
	},
];

/** Which list of the request the people go into. */
const LISTS: Readonly<Record<string, string>> = {
	allow: 'moderator_added_list',
	withdraw: 'moderator_removed_list',
};

export const updateModeration = defineOperation({
	value: 'updateModeration',
	name: 'Update Moderation',
	action: 'Set who may post in a chat',
	description: 'Set who may post in a group; the app must own the group, or have created it',
	endpoint: 'PUT /open-apis/im/v1/chats/:chat_id/moderation',
	alsoCalls: ['POST /open-apis/contact/v3/users/batch_get_id'],
	scopes: ['im:chat:moderation:write_only', 'im:chat'],
	fields: [
		chatFieldOld(),
		{
			displayName: 'Who May Post',
			name: 'moderationSetting',
			type: 'options',
			options: CHOICES,
			default: 'all_members',
			description: 'Who may send messages to the group',
		},
		peopleFieldOld({ displayOptions: { show: { moderationSetting: ['allow', 'withdraw'] } } }),
	],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const chat_id = chatId(param);
		const choice = readChoice(param, 'moderationSetting', CHOICES);
		const list = LISTS[choice];
		const people = list === undefined ? undefined : await readPeople(param, feishu);
		const body = {
			moderation_setting: list === undefined ? choice : 'moderator_list',
			...(list !== undefined && { [list]: people?.ids }),
		};
		await feishu.call(this.endpoint, {
			path: { chat_id },
			query: { user_id_type: people?.type },
			body,
			idempotent: true,
		});
		return { chat_id, ...body };
	},
});
