import type { GroupSettings, RestrictedMode } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { flag, nested, oneOf, text, type Values } from '../../platform/validate';
import type { App } from '../../state/apps';
import type { Store } from '../../state/store';
import { invalidChatParam } from './chatAccess';

const WHO = ['only_owner', 'all_members'] as const;
const VISIBILITY = ['only_owner', 'all_members', 'not_anyone'];
const secrecy = () => oneOf(['all_members', 'not_anyone']);

/** What every member may change where the group lets them. */
export const INFO = {
	avatar: text(),
	name: text(),
	description: text(),
	i18n_names: nested({ zh_cn: text(), en_us: text(), ja_jp: text() }),
};

/** What both making and changing a group take. The gateway knows the values of some; the endpoint checks the others. */
export const SETTINGS = {
	group_message_type: oneOf(['chat', 'thread']),
	chat_type: text(),
	join_message_visibility: text(),
	leave_message_visibility: text(),
	membership_approval: text(),
	edit_permission: text(),
	restricted_mode_setting: nested({
		status: flag(),
		screenshot_has_permission_setting: secrecy(),
		download_has_permission_setting: secrecy(),
		message_has_permission_setting: secrecy(),
	}),
	urgent_setting: oneOf(WHO),
	video_conference_setting: oneOf(WHO),
	hide_member_count_setting: oneOf(WHO),
	// In no page, but in the types of the official SDK, of requests and of answers.
	pin_manage_setting: oneOf(WHO),
};

export const PERMISSIONS = { add_member_permission: text(), share_card_permission: text(), at_all_permission: text() };

type Given = Partial<Values<typeof SETTINGS & typeof PERMISSIONS> & { chat_mode?: string }>;

/** Values that the endpoint checks: 232001 for others. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
	chat_mode: ['group'],
	chat_type: ['private', 'public'],
	join_message_visibility: VISIBILITY,
	leave_message_visibility: VISIBILITY,
	membership_approval: ['no_approval_required', 'approval_required'],
	edit_permission: WHO,
	add_member_permission: WHO,
	share_card_permission: ['allowed', 'not_allowed'],
	at_all_permission: WHO,
};

/** What has a value. */
export const onlyGiven = (values: Record<string, unknown> = {}): Record<string, unknown> =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));

/** Restriction must restrict something, and without it nothing may be restricted. */
function restricted(given: NonNullable<Given['restricted_mode_setting']>): RestrictedMode {
	const mode: RestrictedMode = {
		status: given.status ?? false,
		screenshot_has_permission_setting: given.screenshot_has_permission_setting ?? 'all_members',
		download_has_permission_setting: given.download_has_permission_setting ?? 'all_members',
		message_has_permission_setting: given.message_has_permission_setting ?? 'all_members',
	};
	const restricts = Object.values(mode).includes('not_anyone');
	if (mode.status !== restricts) throw invalidChatParam('invalid restricted_mode_setting');
	return mode;
}

/** Who may add members and whether the group may be shared are set together or not at all. */
function checkPair({ add_member_permission: add, share_card_permission: share }: Given): void {
	if (add === undefined && share === undefined) return;
	if ((add === 'all_members') !== (share === 'allowed') || !add || !share)
		throw invalidChatParam('add_member_permission and share_card_permission do not match');
}

/** The settings that were given; 232001 for a value or a combination that the platform doesn't know. */
export function settingsOf(given: Given): Partial<GroupSettings> {
	const { restricted_mode_setting: mode, ...rest } = given;
	const set = onlyGiven(rest);
	for (const [name, value] of Object.entries(set))
		if (VALUES[name]?.includes(String(value)) === false) throw invalidChatParam(`invalid ${name}`);
	checkPair(given);
	return { ...set, ...(mode ? { restricted_mode_setting: restricted(mode) } : {}) };
}

/** An image uploaded as `avatar`, or one of the platform's own; 232041 for another. */
export function checkAvatar(store: Store, app: App, key: string | undefined): void {
	if (!key || key.startsWith('default-avatar_')) return;
	const image = store.im.images.get(key);
	if (image?.type !== 'avatar' || (image.app_id !== undefined && image.app_id !== app.app_id))
		throw new PlatformError(232041, 'The avatar key is illegal.');
}
