import { list } from '../../harness';
import { CHAT, late, LIMIT, type Cases } from './common';

export const chat: Cases = {
	get: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	getAll: { parameters: () => ({ returnAll: true }), records: (p) => p.chats.length, refused: LIMIT },
	getMembers: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), returnAll: true }),
		records: (p) => p.chat.members.length,
		refused: [...CHAT, ...LIMIT],
	},
	isMember: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	search: {
		parameters: (p) => ({ query: p.chat.name, returnAll: true }),
		refused: [[{ query: late(' ') }, 'Query'], ...LIMIT],
	},
};
