import { list } from '..';
import { ownChat, several } from '../ownChat';
import { CHAT, late, type Cases } from './common';

export const moderation: Cases = {
	get: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	update: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), moderationSetting: 'only_owner' }),
		refused: [
			...CHAT,
			[{ moderationSetting: late('nobody') }, 'Who May Post'],
			[{ moderationSetting: 'allow' }, 'People'],
			[{ moderationSetting: 'withdraw', people: several('ou_1, on_1') }, 'People'],
		],
	},
};
