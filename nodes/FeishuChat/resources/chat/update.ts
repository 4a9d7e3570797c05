import { alone, resolveTogether } from '../../../shared/contact/severalPeople';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, filledField, textField } from '../../../shared/fields/plain';
import { chatField } from '../../../shared/im/chat';
import { mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { chatTypeField, modeField, ownerField, whoField } from './fields';
import { requestOf, settingField, settingsField } from './settings';

const chat = chatField();

const name = filledField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Incident 1024',
	description: 'The new name',
});

/** The platform refuses the one without the other. */
const SHARING = { all_members: 'allowed', only_owner: 'not_allowed' } as const;

const whoCanAdd = mappedField(
	choiceField({
		displayName: 'Who Can Add Members',
		name: 'addMemberPermission',
		options: [
			{ name: 'All Members', value: 'all_members', description: 'Everyone in the group may add people and share it' },
			{
				name: 'Owner and Administrators',
				value: 'only_owner',
				description: 'Nobody else may add people or share it',
			},
		],
		default: 'all_members',
		description: 'Who may add people and bots, and share the group',
	}),
	(who) => ({ add_member_permission: who, share_card_permission: SHARING[who] }),
);

const updateFields = mappedField(
	collectionField({ displayName: 'Update Fields', name: 'updateFields', placeholder: 'Add Field' }, [
		settingField('name', name),
		settingField(
			'description',
			textField({
				displayName: 'Description',
				name: 'description',
				description: 'What the group is for; empty removes the description',
			}),
		),
		settingField('chat_type', chatTypeField),
		settingField('group_message_type', modeField),
		settingField(
			'at_all_permission',
			whoField({
				displayName: 'Who Can Mention Everyone',
				name: 'atAllPermission',
				description: 'Who may notify all members at once',
			}),
		),
		whoCanAdd,
	]),
	requestOf,
);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a chat',
	description: 'Change name, owner or settings of a group; what is not chosen stays as it is',
	endpoint: 'PUT /open-apis/im/v1/chats/:chat_id',
	scopes: ['im:chat:update', 'im:chat'],
	identity: 'either',
	fields: [chat, ownerField, updateFields, settingsField],
	output: outputOf({ chat_id: 'string', updated: 'boolean' }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const settings = read(settingsField);
		const changes = { ...read(updateFields), ...settings.body };
		const uploadAvatar = await settings.avatar?.();
		const owner = alone(read(ownerField), ownerField.label);
		if (Object.keys(changes).length === 0 && !uploadAvatar && owner.count === 0)
			throw updateFields.refuse(
				`and the field '${settingsField.label}' are both empty`,
				'Add at least one that is to change',
			);
		const { ids, type } = await resolveTogether(feishu, { owner });
		await feishu.call(this.endpoint, {
			path: { chat_id },
			query: { user_id_type: type },
			body: { ...changes, avatar: await uploadAvatar?.(feishu), owner_id: ids.owner[0] },
			idempotent: true,
		});
		return { chat_id, updated: true };
	},
});
