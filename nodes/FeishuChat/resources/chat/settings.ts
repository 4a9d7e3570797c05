import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { inOrder, readChoice } from '../../../shared/fields/values';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { avatarFields } from './avatar';

/**
 * Settings of a group that are a choice among a few, by the name of their parameter. The values are the platform's.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/update
 */
const SETTINGS = {
	editPermission: [
		'edit_permission',
		'Who Can Edit',
		'Who may change name, avatar, description and announcement',
		'who',
	],
	hideMemberCountSetting: [
		'hide_member_count_setting',
		'Who Sees the Member Count',
		'Who sees how many are in the group',
		'who',
	],
	joinMessageVisibility: [
		'join_message_visibility',
		'Who Sees Joins',
		'Who sees the notice that somebody has joined',
		'visibility',
	],
	leaveMessageVisibility: [
		'leave_message_visibility',
		'Who Sees Leaves',
		'Who sees the notice that somebody has left',
		'visibility',
	],
	membershipApproval: [
		'membership_approval',
		'Approval to Join',
		'Whether the owner or an administrator decides who joins',
		'approval',
	],
	pinManageSetting: ['pin_manage_setting', 'Who Can Pin', 'Who may manage pins', 'who'],
	urgentSetting: ['urgent_setting', 'Who Can Buzz', 'Who may mark messages as urgent', 'who'],
	videoConferenceSetting: ['video_conference_setting', 'Who Can Start Calls', 'Who may start video calls', 'who'],
} as const satisfies Record<string, readonly [key: string, displayName: string, description: string, choices: string]>;

type SettingName = keyof typeof SETTINGS;

export const owners = { name: 'Owner and Administrators', value: 'only_owner', description: 'Nobody else' };
export const everyone = { name: 'All Members', value: 'all_members', description: 'Everyone in the group' };

type Choices = Pick<Field, 'type' | 'default'> & { options: INodePropertyOptions[] };

const CHOICES: Readonly<Record<(typeof SETTINGS)[SettingName][3], Choices>> = {
	who: { type: 'options', options: [everyone, owners], default: 'all_members' },
	visibility: {
		type: 'options',
		options: [everyone, { name: 'Nobody', value: 'not_anyone', description: 'The notice does not appear' }, owners],
		default: 'all_members',
	},
	approval: {
		type: 'options',
		options: [
			{ name: 'Needed', value: 'approval_required', description: 'Owner or administrators let people in' },
			{ name: 'Not Needed', value: 'no_approval_required', description: 'Who is added or finds the group is in' },
		],
		default: 'approval_required',
	},
};

const RESTRICTIONS = { message: 'Copying and Forwarding', download: 'Downloads', screenshot: 'Screenshots' } as const;

const LANGUAGES = {
	nameZh: ['zh_cn', 'Chinese'],
	nameEn: ['en_us', 'English'],
	nameJa: ['ja_jp', 'Japanese'],
} as const;

/** What a group can be told besides its name and members: the same for Create and Update. Read with `readSettings`. */
export const settingsField: Field = {
	displayName: 'Settings',
	name: 'settings',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: inOrder([
		...avatarFields,
		...Object.entries(SETTINGS).map(
			([name, [, displayName, description, kind]]): Field => ({ displayName, name, description, ...CHOICES[kind] }),
		),
		...Object.entries(LANGUAGES).map(
			([name, [, language]]): Field => ({
				displayName: `Name in ${language}`,
				name,
				type: 'string',
				default: '',
				description: 'Seen by people who use that language',
			}),
		),
		{
			displayName: 'Restricted Mode',
			name: 'restrictedMode',
			type: 'multiOptions',
			options: Object.entries(RESTRICTIONS).map(([value, name]) => ({
				name,
				value,
				description: 'Nobody may do that',
			})),
			default: [],
			description: 'What is forbidden; nothing chosen switches the mode off. Not every plan of Feishu has it.',
		},
	]),
};

/**
 * The settings that were chosen, as the platform takes them; the picture is not among them.
 * @throws InputError about a choice that does not exist
 */
export function readSettings(param: Params): IDataObject {
	const set = param.collection<Record<string, unknown>>('settings');
	const body: IDataObject = {};
	for (const [name, [key, , , kind]] of Object.entries(SETTINGS)) {
		if (set[name] !== undefined) body[key] = readChoice(param, `settings.${name}`, CHOICES[kind].options);
	}
	const names = Object.entries(LANGUAGES)
		.map(([name, [key]]) => [key, param.optionalText(`settings.${name}`)] as const)
		.filter(([, value]) => value !== '');
	if (names.length > 0) body.i18n_names = Object.fromEntries(names);
	if (set.restrictedMode !== undefined) {
		const forbidden = param.optionalList(`settings.restrictedMode`);
		body.restricted_mode_setting = {
			status: forbidden.length > 0,
			...Object.fromEntries(
				Object.keys(RESTRICTIONS).map((name) => [
					`${name}_has_permission_setting`,
					forbidden.includes(name) ? 'not_anyone' : 'all_members',
				]),
			),
		};
	}
	return body;
}
