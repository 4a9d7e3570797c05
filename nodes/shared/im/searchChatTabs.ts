import { listSearch } from '../fields/listSearch';
import { chosenChat } from './chosenChat';

interface Tab {
	tab_id?: string;
	tab_name?: string;
	tab_type?: string;
}

/** Tabs of the chat that is chosen in the same panel. */
export const searchChatTabs = listSearch({
	what: 'tabs',
	scopes: ['im:chat.tabs:read', 'im:chat:readonly', 'im:chat'],
	of: chosenChat,
	async *entries(ask) {
		const { chat_tabs = [] } = await ask.feishu.call<{ chat_tabs?: Tab[] }>(
			'GET /open-apis/im/v1/chats/:chat_id/chat_tabs/list_tabs',
			{ path: { chat_id: chosenChat(ask) } },
		);
		for (const { tab_id = '', tab_name, tab_type } of chat_tabs)
			yield { name: tab_name || `(${tab_type})`, value: tab_id };
	},
	nothing: { message: 'The chat has no tabs', advice: 'Tab: Create adds one' },
});
