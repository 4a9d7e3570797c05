import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { countPeople, readPeopleTogether } from '../../../shared/contact/people';
import { readChoice } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';
import { readAvatar } from './avatar';
import { CHAT_TYPES, MESSAGE_MODES, ownerField } from './fields';
import { everyone, owners, readSettings, settingsField } from './settings';

const ADDERS = [
	{ name: 'All Members', value: 'all_members', description: 'Everyone in the group may add people and share it' },
	{ name: 'Owner and Administrators', value: 'only_owner', description: 'Nobody else may add people or share it' },
];

/** The platform refuses the one without the other. */
const SHARING: Readonly<Record<string, string>> = { all_members: 'allowed', only_owner: 'not_allowed' };

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a chat',
	description: 'Change name, owner or settings of a group; what is not chosen stays as it is',
	endpoint: 'PUT /open-apis/im/v1/chats/:chat_id',
	alsoCalls: ['POST /open-apis/contact/v3/users/batch_get_id', UPLOAD_IMAGE],
	scopes: ['im:chat:update', 'im:chat'],
	fields: [
		chatFieldOld(),
		ownerField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					description: 'What the group is for; empty removes the description',
				},
				{
					displayName: 'Mode',
					name: 'groupMessageType',
					type: 'options',
					options: MESSAGE_MODES,
					default: 'chat',
					description: 'How messages are arranged',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Incident 1024',
					description: 'The new name',
				},
				{
					displayName: 'Type',
					name: 'chatType',
					type: 'options',
					options: CHAT_TYPES,
					default: 'private',
					description: 'Who can find the group',
				},
				{
					displayName: 'Who Can Add Members',
					name: 'addMemberPermission',
					type: 'options',
					options: ADDERS,
					default: 'all_members',
					description: 'Who may add people and bots, and share the group',
				},
				{
					displayName: 'Who Can Mention Everyone',
					name: 'atAllPermission',
					type: 'options',
					options: [everyone, owners],
					default: 'all_members',
					description: 'Who may notify all members at once',
				},
			],
		},
		settingsField,
	],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const id = chatId(param);
		const settings = { ...readOwn(param), ...readSettings(param) };
		const avatar = await readAvatar(param, feishu);
		const hasOwner = countPeople(param, 'owner') > 0;
		if (Object.keys(settings).length === 0 && !avatar && !hasOwner) {
			const field = param.label('updateFields');
			throw new InputError(
				field,
				`The fields '${field}' and '${param.label('settings')}' are both empty`,
				'Add at least one that is to change',
			);
		}
		const { ids, type } = await readPeopleTogether(param, feishu, ['owner']);
		const body = { ...settings, avatar: await avatar?.(), owner_id: ids.owner?.[0] };
		await feishu.call(this.endpoint, {
			path: { chat_id: id },
			query: { user_id_type: type },
			body,
			idempotent: true,
		});
		return { chat_id: id, updated: true };
	},
});

function readOwn(param: Params): IDataObject {
	const set = param.collection<Record<string, unknown>>('updateFields');
	const body: IDataObject = {};
	if (set.name !== undefined) body.name = param.text('updateFields.name');
	if (set.description !== undefined) body.description = param.optionalText('updateFields.description');
	if (set.chatType !== undefined) body.chat_type = readChoice(param, 'updateFields.chatType', CHAT_TYPES);
	if (set.groupMessageType !== undefined)
		body.group_message_type = readChoice(param, 'updateFields.groupMessageType', MESSAGE_MODES);
	if (set.atAllPermission !== undefined)
		body.at_all_permission = readChoice(param, 'updateFields.atAllPermission', [everyone, owners]);
	if (set.addMemberPermission !== undefined) {
		const who = readChoice(param, 'updateFields.addMemberPermission', ADDERS);
		body.add_member_permission = who;
		body.share_card_permission = SHARING[who];
	}
	return body;
}
