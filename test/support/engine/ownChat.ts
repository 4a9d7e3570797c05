import type { Chat } from '../../../simulator';
import { groupOf } from '../../../simulator/state/chats';
import { only, type Platform } from '.';

/** A fresh group that the app's bot owns: what one test does to it concerns no other. */
export function ownChat(platform: Platform): Chat {
	const chat = only(platform.addChats(1));
	const bot = platform.store.apps.get(platform.simulator.appId)?.bot_open_id;
	Object.assign(chat, { owner_id: bot, members: [...chat.members], bots: [...chat.bots], group: undefined });
	return chat;
}

/** A fresh public group that the bot is not in. */
export function publicChat(platform: Platform): Chat {
	const chat = ownChat(platform);
	chat.bots = [];
	groupOf(chat).settings.chat_type = 'public';
	return chat;
}

/** The value of a field for people, with one row each. */
export const person = (...ids: string[]) => ({
	person: ids.map((value) => ({ user: { __rl: true, mode: 'id', value } })),
});

/** The value of a field for people, with several in one row. */
export const several = (list: string) => ({ several: [{ list }] });
