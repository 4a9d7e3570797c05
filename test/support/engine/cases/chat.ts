import { byId, list, picture } from '..';
import { ownChat, person, publicChat, several } from '../ownChat';
import { CHAT, late, LIMIT, type Cases } from './common';

const EMPTY = { bytes: Buffer.alloc(0), fileName: 'empty.png', mimeType: 'image/png' };
const PICTURES = [{ files: { data: picture, empty: EMPTY } }];

const SETTINGS = [
	[{ settings: { avatarField: 'empty' } }, 'empty.png'],
	[{ settings: { avatarField: 'nothing' } }, 'Avatar Input Data Field Name'],
	[{ settings: { urgentSetting: late('nobody') } }, 'Who Can Buzz'],
] as const;

export const chat: Cases = {
	get: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	getAll: { parameters: () => ({ returnAll: true }), records: (p) => p.chats.length, refused: LIMIT },
	isMember: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	search: {
		parameters: (p) => ({ query: p.chat.name, returnAll: true }),
		refused: [[{ query: late(' ') }, 'Query'], ...LIMIT],
	},
	create: {
		parameters: (p) => ({ name: 'Incident', members: person(p.user.open_id) }),
		items: PICTURES,
		refused: [
			[{ chatType: 'public', name: 'x' }, 'Name'],
			[{ chatType: late('secret') }, 'Type'],
			[{ groupMessageType: late('topic') }, 'Mode'],
			[{ owner: byId(late('on_1')), members: person('ou_1') }, "'Owner' together with 'Members'"],
			[{ members: person(late('')) }, 'Members'],
			[{ members: several(Array.from({ length: 51 }, (_, index) => `ou_${index}`).join()) }, 'Members'],
			[{ bots: 'ou_1' }, 'Bots'],
			[{ bots: 'cli_1,cli_2,cli_3,cli_4,cli_5,cli_6' }, 'Bots'],
			[{ options: { uuid: 'x'.repeat(51) } }, 'Idempotency Key'],
			...SETTINGS,
		],
	},
	update: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), updateFields: { name: 'New name' } }),
		items: PICTURES,
		refused: [
			...CHAT,
			[{ updateFields: {} }, 'Update Fields'],
			[{ updateFields: { name: late(' ') } }, 'Name'],
			[{ updateFields: { atAllPermission: late('x') } }, 'Who Can Mention Everyone'],
			[{ updateFields: { addMemberPermission: late('x') } }, 'Who Can Add Members'],
			...SETTINGS,
		],
	},
	disband: { parameters: (p) => ({ chat: list(ownChat(p).chat_id) }), refused: CHAT },
	getShareLink: {
		parameters: (p) => ({ chat: list(p.chat.chat_id) }),
		refused: [...CHAT, [{ validityPeriod: late('day') }, 'Valid For']],
	},
	join: {
		parameters: (p) => ({ chat: list(publicChat(p).chat_id) }),
		refused: CHAT,
	},
};
