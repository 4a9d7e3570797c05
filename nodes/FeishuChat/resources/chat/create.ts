import { alone, resolveTogether } from '../../../shared/contact/severalPeople';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { bots, BOTS_AT_ONCE, members, USERS_AT_ONCE } from '../people';
import { chatTypeField, modeField, ownerField } from './fields';
import { DESCRIBED } from './output';
import { settingsField } from './settings';

const name = textField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Incident 1024',
	description: 'A public group needs one of two characters or more',
});

const description = textField({
	displayName: 'Description',
	name: 'description',
	description: 'What the group is for; up to 100 characters are shown well',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	flagField({
		displayName: 'External',
		name: 'external',
		default: false,
		description: 'Whether people of other organizations can be members; the app needs a permission for that',
	}),
	mappedField(
		textField({
			displayName: 'Idempotency Key',
			name: 'uuid',
			placeholder: 'e.g. incident-1024',
			description:
				'For 10 hours, a second request with the same key and owner gives the first group rather than another; up to 50 characters',
		}),
		(key, label) => {
			if (key.length > 50) throw complaint(label, 'is longer than 50 characters');
			return key;
		},
	),
	flagField({
		displayName: 'Make App Administrator',
		name: 'setBotManager',
		default: true,
		description: 'Whether the app is an administrator of the group when somebody else owns it',
	}),
]);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a chat',
	description: 'Create a group with people and bots; the app is in it',
	endpoint: 'POST /open-apis/im/v1/chats',
	scopes: ['im:chat:create', 'im:chat'],
	identity: 'either',
	fields: [name, description, ownerField, members, bots, chatTypeField, modeField, options, settingsField],
	output: outputOf(DESCRIBED),
	async run({ read, feishu, uuid }) {
		const chat_type = read(chatTypeField);
		const group_message_type = read(modeField);
		const named = read(name);
		if (chat_type === 'public' && named.length < 2)
			throw name.refuse('is too short for a public group', 'Use two characters or more');
		const { external, uuid: key, setBotManager } = read(options);
		const apps = read(bots);
		checkCount(bots.label, apps.length, BOTS_AT_ONCE);
		const people = read(members);
		checkCount(members.label, people.count, USERS_AT_ONCE);
		const owner = alone(read(ownerField), ownerField.label);
		const settings = read(settingsField);
		const uploadAvatar = await settings.avatar?.();

		const { ids, type } = await resolveTogether(feishu, { owner, members: people });
		return await feishu.call(this.endpoint, {
			query: { user_id_type: type, set_bot_manager: setBotManager || undefined, uuid: key || uuid },
			body: {
				name: named || undefined,
				description: read(description) || undefined,
				avatar: await uploadAvatar?.(feishu),
				owner_id: ids.owner[0],
				user_id_list: ids.members,
				bot_id_list: apps,
				chat_type,
				group_message_type,
				external,
				...settings.body,
			},
			idempotent: true,
		});
	},
});

function checkCount(label: string, count: number, most: number): void {
	if (count <= most) return;
	throw complaint(
		label,
		`names ${count}, and a group is created with ${most} at most`,
		'Create the group, then add the others with Member: Add',
	);
}
