import { type Chat, groupOf } from './chats';
import { NOBODY, type Sender } from './sender';
import type { Store } from './store';

/**
 * What the platform itself writes into the history of a group, in English whatever the language. The words of making,
 * inviting, taking out and renaming are those of live histories, as are gaps that nothing fills (`{group_type}`, the names
 * of a rename); those of pins, of leaving and of a new owner are ours.
 * Source of the form: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/message_content
 */
const TEMPLATES = {
	welcome: 'Welcome to {group_type}',
	started: '{from_user} started the group chat.',
	startedWith: '{from_user} started the group chat and invited {to_chatters} to the group.',
	added: '{from_user} invited {to_chatters} to the group.',
	deleted: '{from_user} removed {to_chatters} from this chat.',
	left: '{from_user} left the group.',
	withdrawn: '{from_user} revoked the invitation of {to_chatters}.',
	renamed: '{from_user} updated the group name from "{old_group_name}" to "{group_name}".',
	newOwner: '{from_user} made {to_chatters} the group owner.',
	managersAdded: '{from_user} added {to_chatters} to group administrators.',
	managersRemoved: '{from_user} removed {to_chatters} from group administrators.',
	pinned: '{from_user} pinned a message.',
} as const;

export type Noted = keyof typeof TEMPLATES;

/** Whose coming and going is told to all; otherwise the bots of the group don't read of it. */
const TOLD: Partial<Record<Noted, 'join_message_visibility' | 'leave_message_visibility'>> = {
	added: 'join_message_visibility',
	deleted: 'leave_message_visibility',
	left: 'leave_message_visibility',
};

/** Names people by their open_ids and bots by their app_ids. */
const nameOf = (store: Store, id: string) =>
	store.contact.users.get(id)?.name ?? store.apps.get(id)?.name ?? store.apps.byBot(id)?.name ?? id;

/** Writes a system message into a group. No event tells of one. `whom` are ids of people and bots. */
export function note(store: Store, what: Noted, chat: Chat, by: Sender, whom: readonly string[] = []): void {
	if (store.settings.systemMessages === 'absent' || chat.chat_type === 'p2p') return;
	const visibility = TOLD[what];
	if (visibility && groupOf(chat).settings[visibility] !== 'all_members') return;
	const gaps = what === 'welcome' ? [] : [store.nameOf(by)];
	const content = {
		template: TEMPLATES[what],
		from_user: gaps,
		to_chatters: whom.map((id) => nameOf(store, id)),
		divider_text: {},
	};
	store.im.addMessage(chat, { msg_type: 'system', sender: NOBODY, content: JSON.stringify(content) });
}

/** The first two messages of a group. */
export function noteStart(store: Store, chat: Chat, by: Sender, whom: readonly string[]): void {
	note(store, 'welcome', chat, by);
	note(store, whom.length > 0 ? 'startedWith' : 'started', chat, by, whom);
}

/** People or bots who came or went: those who do it themselves are not told as taken out. */
export function noteMembers(
	store: Store,
	what: 'added' | 'deleted' | 'withdrawn',
	chat: Chat,
	by: Sender,
	whom: readonly string[],
): void {
	if (whom.length === 0) return;
	const leaves = what === 'deleted' && whom.length === 1 && whom[0] === by.id;
	note(store, leaves ? 'left' : what, chat, by, leaves ? [] : whom);
}
