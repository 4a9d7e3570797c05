import { peopleField } from '../../../shared/contact/severalPeople';
import { choiceField } from '../../../shared/fields/plain';
import { chatField } from '../../../shared/im/chat';
import { shownFor } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const chat = chatField();

const whoMayPost = choiceField({
	displayName: 'Who May Post',
	name: 'moderationSetting',
	options: [
		{ name: 'All Members', value: 'all_members' },
		{ name: 'Owner and Administrators', value: 'only_owner' },
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
	],
	default: 'all_members',
	description: 'Who may send messages to the group',
});

const people = shownFor(peopleField(), { moderationSetting: ['allow', 'withdraw'] });

/** Which list of the request the people go into. */
const LISTS: Readonly<Record<string, 'moderator_added_list' | 'moderator_removed_list'>> = {
	allow: 'moderator_added_list',
	withdraw: 'moderator_removed_list',
};

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Set who may post in a chat',
	description: 'Set who may post in a group; the app must own the group, or have created it',
	endpoint: 'PUT /open-apis/im/v1/chats/:chat_id/moderation',
	scopes: ['im:chat:moderation:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, whoMayPost, people],
	output: outputOf({
		chat_id: 'string',
		moderation_setting: 'string',
		'moderator_added_list?': ['string'],
		'moderator_removed_list?': ['string'],
	}),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const setting = read(whoMayPost);
		const list = LISTS[setting];
		const listed = list === undefined ? undefined : await read(people).resolve(feishu);
		const body = {
			moderation_setting: list === undefined ? setting : 'moderator_list',
			...(list !== undefined && { [list]: listed?.ids }),
		};
		await feishu.call(this.endpoint, {
			path: { chat_id },
			query: { user_id_type: listed?.type },
			body,
			idempotent: true,
		});
		return { chat_id, ...body };
	},
});
