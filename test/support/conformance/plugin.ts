import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Chat from '@larksuite/openclaw-lark/src/messaging/outbound/chat-manage';
import type * as Forward from '@larksuite/openclaw-lark/src/messaging/outbound/forward';
import type * as Media from '@larksuite/openclaw-lark/src/messaging/outbound/media';
import type * as Reactions from '@larksuite/openclaw-lark/src/messaging/outbound/reactions';
import type * as Send from '@larksuite/openclaw-lark/src/messaging/outbound/send';
import type * as Lookup from '@larksuite/openclaw-lark/src/messaging/shared/message-lookup';
import type * as Converters from '@larksuite/openclaw-lark/src/messaging/converters/content-converter';
import type * as CardKit from '@larksuite/openclaw-lark/src/card/cardkit';
import type { Simulator } from '../../../simulator';

const ROOT = join(__dirname, '../../../node_modules/@larksuite/openclaw-lark/src');

/** What the plugin takes from its host, which is not here: some constants, and functions that do nothing. */
const HOST: { readonly [name: string]: unknown } = {
	DEFAULT_ACCOUNT_ID: 'default',
	SILENT_REPLY_TOKEN: 'NO_REPLY',
	normalizeAccountId: (id?: string) => id ?? 'default',
	buildRandomTempFilePath: () => join(mkdtempSync(join(tmpdir(), 'plugin-')), 'file'),
};
const MODULES = [
	'account-id',
	'agent-runtime',
	'allow-from',
	'channel-feedback',
	'channel-runtime',
	'channel-status',
	'command-auth',
	'config-runtime',
	'param-readers',
	'plugin-runtime',
	'reply-history',
	'reply-runtime',
	'routing',
	'setup',
	'temp-path',
	'tool-send',
];

/** A kind of error that nothing throws. */
class Never extends Error {}

/** A module that is not here: what is known of it, errors that never come, and functions that do nothing. */
const standIn = (known: { readonly [name: string]: unknown }) =>
	new Proxy(known, {
		get(exports, name) {
			if (typeof name === 'string' && name in exports) return exports[name];
			return String(name).endsWith('Error') ? Never : () => undefined;
		},
	});

function load<T extends object>(file: string): T {
	for (const name of MODULES) jest.doMock(`openclaw/plugin-sdk/${name}`, () => standIn(HOST), { virtual: true });
	// The one file that is no CommonJS; it reads the plugin's own version.
	jest.doMock(join(ROOT, 'core/version.js'), () => ({ getUserAgent: () => 'plugin', getPluginVersion: () => '0' }));
	return jest.requireActual<T>(join(ROOT, `${file}.js`));
}

/** It writes what it does to the console; to be called where its calls are tested. */
export function hushPlugin(): void {
	for (const level of ['log', 'info', 'warn', 'error'] as const)
		jest.spyOn(console, level).mockImplementation(() => undefined);
}

/** The official plugin's own code: what it sends, looks up and reads. */
export const plugin = {
	send: load<typeof Send>('messaging/outbound/send'),
	chat: load<typeof Chat>('messaging/outbound/chat-manage'),
	forward: load<typeof Forward>('messaging/outbound/forward'),
	reactions: load<typeof Reactions>('messaging/outbound/reactions'),
	media: load<typeof Media>('messaging/outbound/media'),
	lookup: load<typeof Lookup>('messaging/shared/message-lookup'),
	converters: load<typeof Converters>('messaging/converters/content-converter'),
	cardkit: load<typeof CardKit>('card/cardkit'),
};

/** One of its tools, as a model calls it. */
export interface PluginTool {
	name: string;
	execute(callId: string, params: object): Promise<{ details?: unknown; content: Array<{ text?: string }> }>;
}

interface Registrar {
	config: object;
	logger: Record<string, () => undefined>;
	registerTool(tool: PluginTool): void;
}

/** A file of tools, and what registers them. */
type Tools = ReadonlyArray<readonly [file: string, register: string]>;

export const BASE_TOOLS: Tools = [
	['bitable/app', 'registerFeishuBitableAppTool'],
	['bitable/app-table', 'registerFeishuBitableAppTableTool'],
	['bitable/app-table-field', 'registerFeishuBitableAppTableFieldTool'],
	['bitable/app-table-record', 'registerFeishuBitableAppTableRecordTool'],
	['bitable/app-table-view', 'registerFeishuBitableAppTableViewTool'],
];

export const SHEET_TOOLS: Tools = [['sheets/sheet', 'registerFeishuSheetTool']];

/** Of documents: what is said about them, and their pictures and files. */
export const DOC_TOOLS: Tools = [
	['drive/doc-comments', 'registerDocCommentsTool'],
	['drive/doc-media', 'registerDocMediaTool'],
];

/** Of Drive and wikis, and what finds their documents. */
export const DRIVE_TOOLS: Tools = [
	['drive/file', 'registerFeishuDriveFileTool'],
	['wiki/space', 'registerFeishuWikiSpaceTool'],
	['wiki/space-node', 'registerFeishuWikiSpaceNodeTool'],
	['search/doc-search', 'registerFeishuSearchDocWikiTool'],
];

export const CALENDAR_TOOLS: Tools = [
	['calendar/calendar', 'registerFeishuCalendarCalendarTool'],
	['calendar/event', 'registerFeishuCalendarEventTool'],
	['calendar/event-attendee', 'registerFeishuCalendarEventAttendeeTool'],
	['calendar/freebusy', 'registerFeishuCalendarFreebusyTool'],
];

/** Of tasks, what is said about them and lies at them, the lists and sections that they are in, and what agents tell of their work. */
export const TASK_TOOLS: Tools = [
	['task/task', 'registerFeishuTaskTaskTool'],
	['task/subtask', 'registerFeishuTaskSubtaskTool'],
	['task/comment', 'registerFeishuTaskCommentTool'],
	['task/attachment', 'registerFeishuTaskAttachmentTool'],
	['task/task_agent', 'registerFeishuTaskAgentTool'],
	['task/tasklist', 'registerFeishuTaskTasklistTool'],
	['task/section', 'registerFeishuTaskSectionTool'],
];

/** Of chats, messages and people. */
const TOOLS: Tools = [
	['chat/chat', 'registerChatSearchTool'],
	['chat/members', 'registerChatMembersTool'],
	['im/message', 'registerFeishuImUserMessageTool'],
	['im/message-read', 'registerMessageReadTools'],
	['im/resource', 'registerFeishuImUserFetchResourceTool'],
	['common/get-user', 'registerGetUserTool'],
	['common/search-user', 'registerSearchUserTool'],
];

/**
 * Its tools, which act as a person. That person, and a token of theirs, are given in place of what its host keeps of
 * consents.
 */
export function pluginTools(
	config: ReturnType<typeof pluginConfig>,
	person: { openId: string; token: string },
	files: Tools = TOOLS,
): Map<string, PluginTool> {
	const stands = (file: string, exports: { readonly [name: string]: unknown }) =>
		jest.doMock(join(ROOT, `core/${file}.js`), () => standIn(exports));
	stands('token-store', { getStoredToken: () => Promise.resolve({ accessToken: person.token, scope: '' }) });
	stands('owner-policy', { assertOwnerAccessStrict: () => Promise.resolve() });
	stands('app-owner-fallback', { getAppOwnerFallback: () => Promise.resolve(person.openId) });
	stands('app-scope-checker', { getAppGrantedScopes: () => Promise.resolve([]) });
	stands('uat-client', { callWithUAT: (_of: object, call: (token: string) => unknown) => call(person.token) });
	// Its bare requests know two hosts only, and make none of an address.
	const { domain } = config.channels.feishu;
	stands('feishu-fetch', {
		feishuFetch(url: string | URL, init?: RequestInit) {
			const { pathname, search } = new URL(url);
			return fetch(`${domain}${pathname}${search}`, init);
		},
	});
	const tools = new Map<string, PluginTool>();
	const quiet = () => undefined;
	const api: Registrar = {
		config,
		logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
		registerTool: (tool) => void tools.set(tool.name, tool),
	};
	// The tools of a file see what stands in for the host only when they are loaded after it.
	jest.isolateModules(() => {
		for (const [file, register] of files)
			load<Record<string, (api: Registrar) => void>>(`tools/oapi/${file}`)[register]?.(api);
	});
	return tools;
}

/** Its configuration for the app of a simulator; `domain` takes any address. */
export const pluginConfig = ({ appId, appSecret, url }: Pick<Simulator, 'appId' | 'appSecret' | 'url'>) => ({
	channels: { feishu: { enabled: true, appId, appSecret, domain: url } },
});
