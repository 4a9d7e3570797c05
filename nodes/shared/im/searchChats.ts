import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import { listSearchError } from '../fields/listSearchError';

interface ChatPage {
	items?: Array<{ chat_id: string; name?: string; external?: boolean }>;
	has_more?: boolean;
	page_token?: string;
}

/** Groups that the app is in; with a filter, the platform's own search. */
export async function searchChats(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const feishu = new FeishuClient(this);
	const query = { page_size: 50, page_token: paginationToken };
	try {
		const page = filter
			? await feishu.call<ChatPage>('GET /open-apis/im/v1/chats/search', { query: { ...query, query: filter } })
			: await feishu.call<ChatPage>('GET /open-apis/im/v1/chats', {
					query: { ...query, sort_type: 'ByActiveTimeDesc' },
				});
		return {
			results: (page.items ?? []).map((chat) => ({
				name: `${chat.name || 'Unnamed group'}${chat.external ? ' (external)' : ''}`,
				value: chat.chat_id,
			})),
			paginationToken: page.has_more && page.page_token ? page.page_token : undefined,
		};
	} catch (error) {
		throw await listSearchError(this, error, feishu, ['im:chat:readonly', 'im:chat']);
	}
}
