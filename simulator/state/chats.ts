import type { BlockTree } from './blockTree';
import type { ChatCondition } from './conditions';
import type { Sender } from './sender';

export interface I18nNames {
	zh_cn: string;
	en_us: string;
	ja_jp: string;
}

export interface RestrictedMode {
	status: boolean;
	screenshot_has_permission_setting: string;
	download_has_permission_setting: string;
	message_has_permission_setting: string;
}

/** The settings of a group, in the names of `GET im/v1/chats/:chat_id`. Here `chat_type` is private or public. */
export interface GroupSettings {
	group_message_type: string;
	chat_mode: string;
	chat_type: string;
	add_member_permission: string;
	share_card_permission: string;
	at_all_permission: string;
	edit_permission: string;
	join_message_visibility: string;
	leave_message_visibility: string;
	membership_approval: string;
	moderation_permission: string;
	urgent_setting: string;
	video_conference_setting: string;
	pin_manage_setting: string;
	hide_member_count_setting: string;
	restricted_mode_setting: RestrictedMode;
}

/** `docx`: a document of the newer kind, which new groups have; `doc`: one of the older kind. */
export type AnnouncementType = 'docx' | 'doc';

export interface Announcement {
	type: AnnouncementType;
	/** The newer kind's blocks. */
	tree?: BlockTree;
	title: string;
	/** Blocks of the old document type. */
	blocks: object[];
	revision: number;
	/** Milliseconds. */
	create_time: number;
	update_time: number;
	modifier: Sender;
}

export interface ChatTab {
	tab_id: string;
	tab_name?: string;
	tab_type: string;
	tab_content?: { url?: string; doc?: string };
	tab_config?: { icon_key?: string; is_built_in?: boolean };
}

export interface MenuItem {
	action_type: 'NONE' | 'REDIRECT_LINK';
	redirect_link?: Record<string, string | undefined>;
	image_key?: string;
	name: string;
	i18n_names?: Partial<I18nNames>;
}

export interface MenuLevel {
	chat_menu_top_level_id: string;
	chat_menu_item: MenuItem;
	children: { chat_menu_second_level_id: string; chat_menu_item: MenuItem }[];
}

/** What a group has beyond its name and members. */
export interface GroupState {
	/** An image key; none: the default picture. */
	avatar?: string;
	i18n_names: I18nNames;
	settings: GroupSettings;
	/** app_id of the bot that made it; none when a person did. */
	creator?: string;
	/** open_ids of people. */
	managers: string[];
	/** app_ids of bots. */
	bot_managers: string[];
	/** open_ids of those who may write when `moderation_permission` is `moderator_list`. */
	moderators: string[];
	/** People who wait for approval. */
	pending: string[];
	/** Tabs and menus are changed by the owner and those who manage the group only. */
	tabs_for_managers: boolean;
	/** New members don't see what was written before they came. */
	hides_history: boolean;
	/** When bots came, by app_id; milliseconds. Those that are not here were there from the beginning. */
	joined: Record<string, number>;
	announcement?: Announcement;
	/** The pinned message, or the announcement. */
	top_notice?: { action_type: '1' | '2'; message_id?: string };
	tabs: ChatTab[];
	menu: MenuLevel[];
}

export interface Chat {
	chat_id: string;
	name: string;
	description: string;
	chat_type: 'group' | 'p2p';
	owner_id?: string;
	/** open_ids of people. */
	members: string[];
	/** app_ids of bots. */
	bots: string[];
	create_time: number;
	active_time: number;
	/** People of other companies are in it. */
	external?: boolean;
	conditions?: readonly ChatCondition[];
	/** Settings and the like, once one is asked for or set (groupOf). */
	group?: GroupState;
}

const RESTRICTED_OFF: RestrictedMode = {
	status: false,
	screenshot_has_permission_setting: 'all_members',
	download_has_permission_setting: 'all_members',
	message_has_permission_setting: 'all_members',
};

const GROUP_DEFAULTS: GroupSettings = {
	group_message_type: 'chat',
	chat_mode: 'group',
	chat_type: 'private',
	add_member_permission: 'all_members',
	share_card_permission: 'allowed',
	at_all_permission: 'all_members',
	edit_permission: 'all_members',
	join_message_visibility: 'all_members',
	leave_message_visibility: 'all_members',
	membership_approval: 'no_approval_required',
	moderation_permission: 'all_members',
	urgent_setting: 'all_members',
	video_conference_setting: 'all_members',
	pin_manage_setting: 'all_members',
	hide_member_count_setting: 'all_members',
	restricted_mode_setting: RESTRICTED_OFF,
};

/** Whether a message was written before the bot came, where newcomers don't see that. */
export function isHidden(chat: Chat, appId: string, { create_time: written }: { create_time: number }): boolean {
	const { hides_history: hides, joined } = groupOf(chat);
	return hides && written < (joined[appId] ?? 0);
}

/** The group's state, with the platform's defaults until something is set. */
export function groupOf(chat: Chat): GroupState {
	chat.group ??= {
		i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
		settings: {
			...structuredClone(GROUP_DEFAULTS),
			...(chat.chat_type === 'p2p' ? { chat_mode: 'p2p' } : {}),
		},
		managers: [],
		bot_managers: [],
		moderators: [],
		pending: [],
		tabs_for_managers: false,
		hides_history: false,
		joined: {},
		tabs: [],
		menu: [],
	};
	return chat.group;
}
