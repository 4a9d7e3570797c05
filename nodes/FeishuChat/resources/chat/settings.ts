import type { IDataObject } from 'n8n-workflow';

import { collectionField } from '../../../shared/fields/nested';
import { choiceField, choicesField } from '../../../shared/fields/plain';
import { mappedField, type Field } from '../../../shared/operation/field';
import { i18nNames, languageFields } from '../languages';
import { avatarFields } from './avatar';
import { audienceField, whoField } from './fields';

/** A field that gives the part of a request which it sets. */
export function settingField<const N extends string>(key: string, field: Field<string, N>): Field<IDataObject, N> {
	return mappedField(field, (value) => ({ [key]: value }));
}

/** What the added ones set together. */
export const requestOf = (parts: Partial<Record<string, IDataObject>>) =>
	Object.assign({}, ...Object.values(parts)) as IDataObject;

const who = <const N extends string>(key: string, displayName: string, name: N, description: string) =>
	settingField(key, whoField({ displayName, name, description }));
const seenBy = <const N extends string>(key: string, displayName: string, name: N, description: string) =>
	settingField(key, audienceField({ displayName, name, description }));

/**
 * The keys are the platform's.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat/update
 */
const choices = [
	who('edit_permission', 'Who Can Edit', 'editPermission', 'Who may change name, avatar, description and announcement'),
	who(
		'hide_member_count_setting',
		'Who Sees the Member Count',
		'hideMemberCountSetting',
		'Who sees how many are in the group',
	),
	who('pin_manage_setting', 'Who Can Pin', 'pinManageSetting', 'Who may manage pins'),
	who('urgent_setting', 'Who Can Buzz', 'urgentSetting', 'Who may mark messages as urgent'),
	who('video_conference_setting', 'Who Can Start Calls', 'videoConferenceSetting', 'Who may start video calls'),
	seenBy(
		'join_message_visibility',
		'Who Sees Joins',
		'joinMessageVisibility',
		'Who sees the notice that somebody has joined',
	),
	seenBy(
		'leave_message_visibility',
		'Who Sees Leaves',
		'leaveMessageVisibility',
		'Who sees the notice that somebody has left',
	),
	settingField(
		'membership_approval',
		choiceField({
			displayName: 'Approval to Join',
			name: 'membershipApproval',
			options: [
				{ name: 'Needed', value: 'approval_required', description: 'Owner or administrators let people in' },
				{ name: 'Not Needed', value: 'no_approval_required', description: 'Who is added or finds the group is in' },
			],
			default: 'approval_required',
			description: 'Whether the owner or an administrator decides who joins',
		}),
	),
] as const;

const RESTRICTIONS = [
	{ name: 'Copying and Forwarding', value: 'message' },
	{ name: 'Downloads', value: 'download' },
	{ name: 'Screenshots', value: 'screenshot' },
] as const;

const restrictedMode = mappedField(
	choicesField({
		displayName: 'Restricted Mode',
		name: 'restrictedMode',
		options: RESTRICTIONS,
		default: [],
		description: 'What is forbidden; nothing chosen switches the mode off. Not every plan of Feishu has it.',
	}),
	(forbidden): IDataObject => ({
		restricted_mode_setting: {
			status: forbidden.length > 0,
			...Object.fromEntries(
				RESTRICTIONS.map(({ value }) => [
					`${value}_has_permission_setting`,
					forbidden.includes(value) ? 'not_anyone' : 'all_members',
				]),
			),
		},
	}),
);

/** What a group can be told besides its name and members: the same for Create and Update. */
export const settingsField = mappedField(
	collectionField({ displayName: 'Settings', name: 'settings', placeholder: 'Add Setting' }, [
		...avatarFields,
		...choices,
		...languageFields,
		restrictedMode,
	]),
	({ avatarKey, avatarField, nameZh, nameEn, nameJa, ...parts }) => {
		const i18n_names = i18nNames({ nameZh, nameEn, nameJa });
		const body: IDataObject = { ...requestOf(parts), ...(i18n_names && { i18n_names }) };
		return { body, avatar: avatarKey ?? avatarField };
	},
);
