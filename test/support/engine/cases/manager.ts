import { list } from '..';
import { ownChat, person } from '../ownChat';
import { MEMBERS, type Cases } from './common';

export const manager: Cases = {
	add: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), members: person(p.user.open_id) }),
		refused: MEMBERS,
	},
	remove: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), members: person(p.user.open_id) }),
		refused: MEMBERS,
	},
};
