import { list } from '..';
import { ownChat } from '../ownChat';
import { CHAT, late, type Cases } from './common';

export const announcement: Cases = {
	get: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	update: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), announcementText: 'Closed on Friday' }),
		refused: [
			...CHAT,
			[{ change: late('rewrite') }, 'Change'],
			[{ change: 'blocks', blocks: '[]' }, 'Blocks'],
			[{ announcementText: late(' ') }, 'Text'],
			[{ change: 'requests', requests: '[1]' }, 'Requests'],
			[{ change: 'requests', requests: '[]' }, 'Requests'],
			[{ change: 'requests', requests: late('{') }, 'Requests'],
			[{ options: { revision: 'newest' } }, 'Revision'],
		],
	},
};
