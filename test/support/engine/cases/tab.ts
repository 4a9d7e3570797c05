import { byId, list, type Platform } from '..';
import { groupOf, type ChatTab } from '../../../../simulator/state/chats';
import { ownChat } from '../ownChat';
import { CHAT, late, type Cases } from './common';

const CONTENT = [
	[{ tabName: late('') }, 'Tab Name'],
	[{ tabName: '一二三四五六七八九十十' }, 'Tab Name'],
	[{ tabType: late('task') }, 'Tab Type'],
	[{ url: late('') }, 'URL'],
	[{ url: 'example.com' }, 'URL'],
] as const;

const TAB_IDS = [[{ tabIds: late(' , ') }, 'Tab IDs']] as const;

/** A group with a tab of its own beside that of the messages. */
function withTab(p: Platform): { chat: ReturnType<typeof list>; own: ChatTab; tabs: ChatTab[] } {
	const chat = ownChat(p);
	const { tabs } = groupOf(chat);
	const own = { tab_id: '702', tab_name: 'Old', tab_type: 'url', tab_content: { url: 'https://example.com' } };
	tabs.push({ tab_id: '701', tab_type: 'message' }, own);
	return { chat: list(chat.chat_id), own, tabs };
}

export const tab: Cases = {
	create: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), tabName: 'Handbook', url: 'https://example.com/handbook' }),
		refused: [...CHAT, ...CONTENT],
	},
	getAll: { parameters: (p) => ({ chat: withTab(p).chat }), records: () => 2, refused: CHAT },
	update: {
		parameters: (p) => {
			const { chat, own } = withTab(p);
			return { chat, tab: byId(own.tab_id), tabName: 'New', url: 'https://example.com/new' };
		},
		refused: [...CHAT, [{ tab: list(late('')) }, 'Tab'], ...CONTENT],
	},
	sort: {
		parameters: (p) => {
			const { chat, tabs } = withTab(p);
			return { chat, tabIds: tabs.map(({ tab_id }) => tab_id).join('\n') };
		},
		records: () => 2,
		refused: [...CHAT, ...TAB_IDS],
	},
	delete: {
		parameters: (p) => {
			const { chat, own } = withTab(p);
			return { chat, tabIds: own.tab_id };
		},
		refused: [...CHAT, ...TAB_IDS],
	},
};
