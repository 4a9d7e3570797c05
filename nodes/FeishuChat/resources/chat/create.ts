import { InputError } from '../../../../feishu/input';
import { checkPeopleTogether, countPeople, readPeopleTogether } from '../../../shared/contact/people';
import { readChoice } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';
import { readAvatar } from './avatar';
import {
	BOTS_AT_ONCE,
	botsField,
	CHAT_TYPES,
	membersField,
	MESSAGE_MODES,
	ownerField,
	readBots,
	USERS_AT_ONCE,
} from './fields';
import { readSettings, settingsField } from './settings';

/** Fields whose people go into one request. */
const PEOPLE = ['owner', 'members'];

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a chat',
	description: 'Create a group with people and bots; the app is in it',
	endpoint: 'POST /open-apis/im/v1/chats',
	alsoCalls: ['POST /open-apis/contact/v3/users/batch_get_id', UPLOAD_IMAGE],
	scopes: ['im:chat:create', 'im:chat'],
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Incident 1024',
			description: 'A public group needs one of two characters or more',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			description: 'What the group is for; up to 100 characters are shown well',
		},
		ownerField,
		membersField,
		botsField,
		{
			displayName: 'Type',
			name: 'chatType',
			type: 'options',
			options: CHAT_TYPES,
			default: 'private',
			description: 'Who can find the group',
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
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'External',
					name: 'external',
					type: 'boolean',
					default: false,
					description: 'Whether people of other organizations can be members; the app needs a permission for that',
				},
				{
					displayName: 'Idempotency Key',
					name: 'uuid',
					type: 'string',
					default: '',
					placeholder: 'e.g. incident-1024',
					description:
						'For 10 hours, a second request with the same key and owner gives the first group rather than another; up to 50 characters',
				},
				{
					displayName: 'Make App Administrator',
					name: 'setBotManager',
					type: 'boolean',
					default: true,
					description: 'Whether the app is an administrator of the group when somebody else owns it',
				},
			],
		},
		settingsField,
	],
	async run({ param, feishu, uuid }) {
		const chat_type = readChoice(param, 'chatType', CHAT_TYPES);
		const group_message_type = readChoice(param, 'groupMessageType', MESSAGE_MODES);
		const name = readName(param, chat_type);
		const key = readKey(param) || uuid;
		const bots = readBots(param);
		checkCount(param.label('bots'), bots.length, BOTS_AT_ONCE);
		checkCount(param.label('members'), countPeople(param, 'members'), USERS_AT_ONCE);
		checkPeopleTogether(param, PEOPLE);
		const settings = readSettings(param);
		const avatar = await readAvatar(param, feishu);
		const { external } = param.collection<{ external: boolean }>('options');

		const { ids, type } = await readPeopleTogether(param, feishu, PEOPLE);
		const { owner = [], members = [] } = ids;
		return await feishu.call(this.endpoint, {
			query: { user_id_type: type, set_bot_manager: param.flag('options.setBotManager') || undefined, uuid: key },
			body: {
				name: name || undefined,
				description: param.optionalText('description') || undefined,
				avatar: await avatar?.(),
				owner_id: owner[0],
				user_id_list: members,
				bot_id_list: bots,
				chat_type,
				group_message_type,
				external,
				...settings,
			},
			idempotent: true,
		});
	},
});

function readName(param: Params, chatType: string): string {
	const name = param.optionalText('name');
	if (chatType !== 'public' || name.length >= 2) return name;
	const field = param.label('name');
	throw new InputError(field, `The field '${field}' is too short for a public group`, 'Use two characters or more');
}

/** @throws InputError when it is longer than the platform takes */
function readKey(param: Params): string {
	const key = param.optionalText('options.uuid');
	if (key.length <= 50) return key;
	const field = param.label('options.uuid');
	throw new InputError(field, `The field '${field}' is longer than 50 characters`);
}

function checkCount(field: string, count: number, most: number): void {
	if (count <= most) return;
	throw new InputError(
		field,
		`The field '${field}' names ${count}, and a group is created with ${most} at most`,
		'Create the group, then add the others with Add Members',
	);
}
