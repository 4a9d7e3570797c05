import { byId, list, picture } from '..';
import { ownChat, person, publicChat, several } from '../ownChat';
import { CHAT, late, LIMIT, MESSAGE, type Cases } from './common';

const MEMBERS = [
	...CHAT,
	[{ members: {}, bots: '' }, 'Members'],
	[{ members: person('ou_1', late(' ')) }, 'Members'],
	[{ members: several('ou_1, on_1') }, 'Members'],
	[{ members: {}, bots: late('ou_1') }, 'Bots'],
] as const;

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
	create: {
		parameters: (p) => ({ name: 'Incident', members: person(p.user.open_id) }),
		items: PICTURES,
		refused: [
			[{ chatType: 'public', name: 'x' }, 'Name'],
			[{ chatType: late('secret') }, 'Type'],
			[{ groupMessageType: late('topic') }, 'Mode'],
			[{ owner: byId(late('on_1')), members: person('ou_1') }, "'Owner' and 'Members'"],
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
	addMembers: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), members: person(p.user.open_id) }),
		refused: [...MEMBERS, [{ whenUnavailable: late('3') }, 'If Somebody Cannot Be Added']],
	},
	removeMembers: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), members: person(p.user.open_id) }),
		refused: MEMBERS,
	},
	addManagers: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), members: person(p.user.open_id) }),
		refused: MEMBERS,
	},
	removeManagers: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), members: person(p.user.open_id) }),
		refused: MEMBERS,
	},
	getAnnouncement: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	updateAnnouncement: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), announcementText: 'Closed on Friday' }),
		refused: [
			...CHAT,
			[{ announcementText: late(' ') }, 'Text'],
			[{ change: 'requests', requests: '[1]' }, 'Requests'],
			[{ change: 'requests', requests: '[]' }, 'Requests'],
			[{ change: 'requests', requests: late('{') }, 'Requests'],
			[{ options: { revision: 'newest' } }, 'Revision'],
		],
	},
	putTopNotice: {
		parameters: (p) => ({ chat: list(p.chat.chat_id), messageId: byId(p.botMessage().message_id) }),
		refused: [...CHAT, ...MESSAGE, [{ notice: late('pin') }, 'Notice']],
	},
	deleteTopNotice: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	getShareLink: {
		parameters: (p) => ({ chat: list(p.chat.chat_id) }),
		refused: [...CHAT, [{ validityPeriod: late('day') }, 'Valid For']],
	},
	getModeration: { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	updateModeration: {
		parameters: (p) => ({ chat: list(ownChat(p).chat_id), moderationSetting: 'only_owner' }),
		refused: [
			...CHAT,
			[{ moderationSetting: late('nobody') }, 'Who May Post'],
			[{ moderationSetting: 'allow' }, 'People'],
			[{ moderationSetting: 'withdraw', people: several('ou_1, on_1') }, 'People'],
		],
	},
	join: {
		parameters: (p) => ({ chat: list(publicChat(p).chat_id) }),
		refused: CHAT,
	},
};
