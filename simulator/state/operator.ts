import type { App } from './apps';
import type { Chat } from './chats';
import type { User } from './contact';
import type { Message } from './messages';
import type { Sender } from './sender';

/** Who makes a call: the bot of an app, or a person through it. */
export interface Operator {
	app: App;
	/** With a person's token. */
	user?: User;
	/** Those of the app, or what the person has granted it; `null`: all. */
	scopes: readonly string[] | null;
}

/** An app that acts for itself. */
export const botOf = (app: App): Operator => ({ app, scopes: app.scopes });

/** As messages, reactions and pins name who made them. */
export const senderOf = ({ app, user }: Operator): Sender =>
	user
		? { id: user.open_id, id_type: 'open_id', sender_type: 'user' }
		: { id: app.app_id, id_type: 'app_id', sender_type: 'app' };

/** The open_id in the store. */
export const openIdOf = ({ app, user }: Operator): string => user?.open_id ?? app.bot_open_id;

export const isIn = (chat: Chat, { app, user }: Operator): boolean =>
	user ? chat.members.includes(user.open_id) : chat.bots.includes(app.app_id);

export const isSender = (message: Message, by: Operator): boolean => message.sender.id === senderOf(by).id;

export const isOwner = (chat: Chat, by: Operator): boolean => chat.owner_id === openIdOf(by);
