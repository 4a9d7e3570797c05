import { text } from '../../../feishu/json';
import { listSearch } from '../fields/listSearch';

/** Groups that the app is in, the most active first; with a filter, what the platform's own search finds. */
export const searchChats = listSearch({
	what: 'groups',
	scopes: ['im:chat:readonly', 'im:chat'],
	searched: true,
	async *entries({ feishu, filter }) {
		const [endpoint, query] = filter
			? ['GET /open-apis/im/v1/chats/search', { query: filter }]
			: ['GET /open-apis/im/v1/chats', { sort_type: 'ByActiveTimeDesc' }];
		for await (const chat of feishu.records(endpoint, { query, pageSize: 50, itemsKey: 'items' }))
			yield {
				name: `${text(chat.name) || 'Unnamed group'}${chat.external ? ' (external)' : ''}`,
				value: text(chat.chat_id),
			};
	},
	nothing: {
		message: 'The app is in no group yet',
		advice: 'In Feishu, open a group and add the app: Settings → Bots → Add Bot. Or enter a chat ID.',
	},
});
