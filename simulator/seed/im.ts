import { newId } from '../platform/ids';
import type { App } from '../state/apps';
import type { Chat } from '../state/chats';
import type { Store } from '../state/store';
import { noteStart } from '../state/systemMessages';
import { byLogin } from './contact';

const CHATS = [
	{
		name: 'n8n Demo 演示群',
		description: 'Workflows post here',
		members: ['zhangsan', 'lisi', 'alice', 'bob', 'chenjing'],
		bot: true,
	},
	{
		name: '值班告警 On-call',
		description: 'Alerts and hand-overs',
		members: ['lisi', 'wangxiaoming', 'alice'],
		bot: true,
	},
	{
		name: 'Customer Support 客服',
		description: 'Tickets from customers',
		members: ['bob', 'carol', 'chenjing', 'zhaomin'],
		bot: true,
	},
	{
		name: '管理层 Management',
		description: 'The bot is not in this group',
		members: ['zhangsan', 'chenjing'],
		bot: false,
	},
];

const GREETINGS = [
	{ chat: 0, login: 'zhangsan', text: '大家好，机器人已经进群了。' },
	{ chat: 0, login: 'alice', text: 'Great, let us connect the first workflow!' },
	{ chat: 1, login: 'wangxiaoming', text: 'Nothing to hand over this morning.' },
];

/** Incoming webhooks: one with a secret, one without. */
const CUSTOM_BOTS = [
	{ name: '告警机器人 Alerts', chat: 1, signed: false },
	{ name: '签名机器人 Signed', chat: 0, signed: true },
];

/** Sticker that the bot "has received", so that it can be sent. */
export const DEMO_STICKER = 'v3_0sim_demo-sticker';

function seedChats(store: Store, app: App): void {
	const chats = CHATS.map(({ name, description, members, bot }): Chat => {
		const openIds = members.map((login) => byLogin(store, login).open_id);
		const time = store.tick();
		return {
			chat_id: newId.chat(),
			name,
			description,
			chat_type: 'group',
			owner_id: openIds[0],
			members: openIds,
			bots: bot ? [app.app_id] : [],
			create_time: time,
			active_time: time,
		};
	});
	for (const chat of chats) {
		store.im.chats.set(chat.chat_id, chat);
		const [owner = '', ...others] = chat.members;
		noteStart(store, chat, { id: owner, id_type: 'open_id', sender_type: 'user' }, [...others, ...chat.bots]);
	}
	for (const { chat, login, text } of GREETINGS) {
		const target = chats[chat];
		if (target)
			store.im.addMessage(target, {
				msg_type: 'text',
				sender: { id: byLogin(store, login).open_id, id_type: 'open_id', sender_type: 'user' },
				content: JSON.stringify({ text }),
			});
	}
}

function seedCustomBots(store: Store): void {
	const chats = [...store.im.chats.values()];
	for (const { name, chat, signed } of CUSTOM_BOTS) {
		const hookId = newId.hook();
		store.im.customBots.set(hookId, {
			hook_id: hookId,
			app_id: newId.app(),
			chat_id: chats[chat]?.chat_id ?? '',
			name,
			...(signed ? { secret: newId.secret() } : {}),
			keywords: [],
			ip_list: [],
		});
	}
}

/** 4 groups (the bot is in three), 2 custom bots and a sticker. */
export function seedIm(store: Store, app: App): void {
	seedChats(store, app);
	seedCustomBots(store);
	store.im.stickers.add(DEMO_STICKER);
}
