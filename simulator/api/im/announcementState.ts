import { PlatformError } from '../../platform/envelope';
import { BlockTree } from '../../state/blockTree';
import { type Announcement, type Chat, groupOf } from '../../state/chats';
import { botOf, senderOf } from '../../state/operator';
import type { Sender } from '../../state/sender';
import type { Store } from '../../state/store';

export const announcementMissing = (code: number) =>
	new PlatformError(code, 'Chat announcement can NOT be found in chat information.');

/** The owner of a group is the owner of its announcement. */
export function announcementOwner(store: Store, chat: Chat): Sender {
	const bot = store.apps.byBot(chat.owner_id ?? '');
	if (bot) return senderOf(botOf(bot));
	return { id: chat.owner_id ?? '', id_type: 'open_id', sender_type: 'user' };
}

/** The announcement, an empty one at first; undefined for a conversation of two. */
export function announcementOf(store: Store, chat: Chat): Announcement | undefined {
	if (chat.chat_type === 'p2p') return undefined;
	const type = store.settings.announcements;
	return (groupOf(chat).announcement ??= {
		type,
		...(type === 'docx' && { tree: new BlockTree(chat.chat_id) }),
		title: '',
		blocks: [],
		revision: 0,
		create_time: chat.create_time,
		update_time: chat.create_time,
		modifier: announcementOwner(store, chat),
	});
}
