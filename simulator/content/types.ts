import type { App } from '../state/apps';
import type { Chat } from '../state/chats';
import type { Resource } from '../state/resources';
import type { Store } from '../state/store';
import type { Mentions } from './mentions';

/** What a message type's acceptor works with: the parsed content and the look-ups that carry the platform's refusals. */
export interface ContentContext {
	msgType: string;
	content: Record<string, unknown>;
	store: Store;
	app: Pick<App, 'app_id'>;
	chat: Pick<Chat, 'chat_type'>;
	/** Whether who writes is in a chat. */
	isMember: (chat: Chat) => boolean;
	mentions: Mentions;
	/** A custom bot sends it. */
	isHook?: boolean;
	/** 230001 for an unknown key, 230017 for another app's image. */
	image: (key: string) => Resource;
	/** The same, and 230055 when the upload's type is not among `types`. */
	file: (key: string, types: readonly string[]) => Resource;
}

/** Who sends a card, and what it may point to. */
export interface CardContext {
	store: Store;
	app: Pick<App, 'app_id'>;
	/** A custom bot, which knows people by open_id and user_id only. */
	isHook?: boolean;
}

export interface Accepted {
	/** As it is read back. */
	content: Record<string, unknown>;
	card?: Record<string, unknown>;
	/** What messages are read as, where that is another one than `content`, which says what was sent. */
	read_back?: Record<string, unknown>;
	/** The card entity that the message shows. */
	card_id?: string;
	/** What people see, where reading it back gives less. */
	shown?: Record<string, unknown>;
}

export type Acceptor = (context: ContentContext) => Accepted;
