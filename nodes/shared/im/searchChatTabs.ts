import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import { chosenChat } from './chosenChat';
import { listSearchError } from '../fields/listSearchError';

interface Tab {
	tab_id?: string;
	tab_name?: string;
	tab_type?: string;
}

/** Tabs of the chat that is chosen in the same panel; none while there is no chat. */
export async function searchChatTabs(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const chat_id = chosenChat(this);
	if (chat_id === undefined) return { results: [] };
	const feishu = new FeishuClient(this);
	try {
		const { chat_tabs = [] } = await feishu.call<{ chat_tabs?: Tab[] }>(
			'GET /open-apis/im/v1/chats/:chat_id/chat_tabs/list_tabs',
			{ path: { chat_id } },
		);
		return {
			results: chat_tabs
				.map(({ tab_id = '', tab_name, tab_type }) => ({ name: tab_name || `(${tab_type})`, value: tab_id }))
				.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase())),
		};
	} catch (error) {
		throw await listSearchError(this, error, feishu, ['im:chat.tabs:read', 'im:chat:readonly', 'im:chat']);
	}
}
