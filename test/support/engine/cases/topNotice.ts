import { byId, list } from '..';
import { CHAT, late, MESSAGE, type Cases } from './common';

export const topNotice: Cases = {
	put: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), messageId: byId(p.botMessage().message_id) }),
		refused: [...CHAT, ...MESSAGE, [{ notice: late('pin') }, 'Notice']],
	},
	delete: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
};
