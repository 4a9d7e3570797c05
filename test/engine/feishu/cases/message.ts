import { byEmail, byId, list } from '../../harness';
import { CHAT, late, LIMIT, MESSAGE, type Cases } from './common';

export const message: Cases = {
	send: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), text: 'Hello' }),
		refused: [...CHAT, [{ text: late(' ') }, 'Text'], [{ sendTo: 'user', user: byEmail(late('')) }, 'User']],
	},
	reply: {
		parameters: (p) => ({ messageId: byId(p.userMessage().message_id), text: 'Hello' }),
		refused: [...MESSAGE, [{ text: late('') }, 'Text']],
	},
	edit: {
		parameters: (p) => ({ messageId: byId(p.botMessage().message_id), text: 'Changed' }),
		refused: [...MESSAGE, [{ text: late('') }, 'Text']],
	},
	recall: { parameters: (p) => ({ messageId: byId(p.botMessage().message_id) }), refused: MESSAGE },
	get: { parameters: (p) => ({ messageId: byId(p.userMessage().message_id) }), refused: MESSAGE },
	getAll: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), returnAll: true }),
		records: (p) => p.messages().length,
		refused: [
			...CHAT,
			...LIMIT,
			[{ source: 'thread', threadId: late('') }, 'Thread ID'],
			[{ source: 'thread', threadId: late('om_1') }, 'Thread ID'],
			[{ filters: { startTime: 'yesterday' } }, 'Sent After'],
			[{ filters: { endTime: 'tomorrow' } }, 'Sent Before'],
			[
				{ source: 'thread', threadId: 'omt_1', filters: { endTime: '2026-01-01' } },
				"'Sent Before' does not work for threads",
			],
		],
	},
	forward: {
		parameters: (p) => ({ messageId: byId(p.userMessage().message_id), chat: list(p.chat.chat_id) }),
		refused: [
			...MESSAGE,
			...CHAT,
			[{ forwardTo: 'user', user: byId(late('')) }, 'User'],
			[{ forwardTo: 'thread', threadId: late('oc_1') }, 'Thread ID'],
		],
	},
};
