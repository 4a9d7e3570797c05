import { list } from '..';
import { ownChat, person } from '../ownChat';
import { CHAT, late, LIMIT, MEMBERS, type Cases } from './common';

export const member: Cases = {
	add: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), members: person(p.user.open_id) }),
		refused: [...MEMBERS, [{ whenUnavailable: late('3') }, 'If Somebody Cannot Be Added']],
	},
	getAll: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), returnAll: true }),
		records: (p) => p.chat.members.length,
		refused: [...CHAT, ...LIMIT],
	},
	remove: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), members: person(p.user.open_id) }),
		refused: MEMBERS,
	},
};
