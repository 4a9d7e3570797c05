import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId, list, picture, report, type ItemSpec, type Platform } from '../harness';

/** A value that an expression gives: the editor's own checks see literals only, and the node must see the rest. */
const late = (value: string) => `={{ ${JSON.stringify(value)} }}`;

/** What one operation needs to succeed, and what it must refuse before any call. */
export interface OperationCase {
	parameters(platform: Platform): INodeParameters;
	items?: readonly ItemSpec[];
	/** Items that come out; 1 unless given. */
	records?(platform: Platform): number;
	/** Changes of the parameters that can't be used, each with what the error must name. */
	refused: ReadonlyArray<readonly [change: INodeParameters, field: string]>;
}

const MESSAGE = [
	[{ messageId: byId(late('')) }, 'Message'],
	[{ messageId: byId(late('oc_1234')) }, 'Message'],
	[{ messageId: { __rl: true, mode: 'url', value: late('https://example.com/nothing') } }, 'Message'],
] as const;

const CHAT = [
	[{ chat: list(late('')) }, 'Chat'],
	[{ chat: byId(late('ou_1234')) }, 'Chat'],
] as const;

const LIMIT = [
	[{ returnAll: false, limit: 0 }, 'Limit'],
	[{ returnAll: false, limit: late('many') }, 'Limit'],
] as const;

const FILE = [
	[{ binaryPropertyName: late('') }, 'Input Data Field Name'],
	[{ binaryPropertyName: late('nothing') }, 'Input Data Field Name'],
	[{ binaryPropertyName: late('empty') }, 'empty.txt'],
] as const;

const EMPTY = { bytes: Buffer.alloc(0), fileName: 'empty.txt', mimeType: 'text/plain' };

/** One row an operation, by `resource:operation`. */
export const CASES: Readonly<Record<string, OperationCase>> = {
	'message:send': {
		parameters: (p) => ({ chat: list(p.chat.chat_id), text: 'Hello' }),
		refused: [...CHAT, [{ text: late(' ') }, 'Text'], [{ sendTo: 'user', user: byEmail(late('')) }, 'User']],
	},
	'message:reply': {
		parameters: (p) => ({ messageId: byId(p.userMessage().message_id), text: 'Hello' }),
		refused: [...MESSAGE, [{ text: late('') }, 'Text']],
	},
	'message:edit': {
		parameters: (p) => ({ messageId: byId(p.botMessage().message_id), text: 'Changed' }),
		refused: [...MESSAGE, [{ text: late('') }, 'Text']],
	},
	'message:recall': { parameters: (p) => ({ messageId: byId(p.botMessage().message_id) }), refused: MESSAGE },
	'message:get': { parameters: (p) => ({ messageId: byId(p.userMessage().message_id) }), refused: MESSAGE },
	'message:getAll': {
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
	'message:forward': {
		parameters: (p) => ({ messageId: byId(p.userMessage().message_id), chat: list(p.chat.chat_id) }),
		refused: [
			...MESSAGE,
			...CHAT,
			[{ forwardTo: 'user', user: byId(late('')) }, 'User'],
			[{ forwardTo: 'thread', threadId: late('oc_1') }, 'Thread ID'],
		],
	},
	'chat:get': { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	'chat:getAll': { parameters: () => ({ returnAll: true }), records: (p) => p.chats.length, refused: LIMIT },
	'chat:getMembers': {
		parameters: (p) => ({ chat: list(p.chat.chat_id), returnAll: true }),
		records: (p) => p.chat.members.length,
		refused: [...CHAT, ...LIMIT],
	},
	'chat:isMember': { parameters: (p) => ({ chat: list(p.chat.chat_id) }), refused: CHAT },
	'chat:search': {
		parameters: (p) => ({ query: p.chat.name, returnAll: true }),
		refused: [[{ query: late(' ') }, 'Query'], ...LIMIT],
	},
	'user:get': { parameters: (p) => ({ user: list(p.user.open_id) }), refused: [[{ user: list(late('')) }, 'User']] },
	'user:find': {
		parameters: (p) => ({ emails: p.user.email }),
		refused: [[{ emails: ' , ', mobiles: '' }, 'Emails']],
	},
	'user:getByIds': {
		parameters: (p) => ({ userIds: p.users.map(({ open_id }) => open_id).join('\n') }),
		records: (p) => p.users.length,
		refused: [
			[{ userIds: late('') }, 'User IDs'],
			[{ userIds: late('ou_1, on_2') }, 'User IDs'],
		],
	},
	'user:getByDepartment': {
		parameters: (p) => ({ department: list(p.user.department_ids[0] ?? ''), returnAll: true }),
		records: (p) => p.users.filter((user) => user.department_ids.includes(p.user.department_ids[0] ?? '')).length,
		refused: [[{ department: list(late('')) }, 'Department'], ...LIMIT],
	},
	'media:uploadImage': {
		parameters: () => ({}),
		items: [{ files: { data: picture, empty: EMPTY } }],
		refused: FILE,
	},
	'media:uploadFile': {
		parameters: () => ({}),
		items: [{ files: { data: report, empty: EMPTY } }],
		refused: FILE,
	},
	'media:downloadImage': {
		parameters: (p) => ({ imageKey: p.image() }),
		refused: [
			[{ imageKey: late('') }, 'Image Key'],
			[{ outputField: late(' ') }, 'Put Output File in Field'],
		],
	},
	'media:downloadFile': {
		parameters: (p) => ({ fileKey: p.file() }),
		refused: [
			[{ fileKey: late('') }, 'File Key'],
			[{ outputField: late(' ') }, 'Put Output File in Field'],
		],
	},
	'media:downloadAttachment': {
		parameters: (p) => {
			const file_key = p.file();
			return {
				messageId: byId(p.userMessage({ file_key, file_name: '报告 Q3.pdf' }, 'file').message_id),
				fileKey: file_key,
			};
		},
		refused: [
			...MESSAGE,
			[{ fileKey: late('') }, 'Attachment Key'],
			[{ outputField: late(' ') }, 'Put Output File in Field'],
		],
	},
};

/** Parameters for an operation that succeeds. */
export function parametersOf(key: string, platform: Platform, change: INodeParameters = {}): INodeParameters {
	const [resource = '', operation = ''] = key.split(':');
	return { resource, operation, ...caseOf(key).parameters(platform), ...change };
}

export function caseOf(key: string): OperationCase {
	const found = CASES[key];
	if (!found) throw new Error(`There is no case for ${key}`);
	return found;
}
