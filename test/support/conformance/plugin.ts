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

const host = () =>
	new Proxy(HOST, {
		get: (known, name) => (typeof name === 'string' && name in known ? known[name] : () => undefined),
	});

function load<T extends object>(file: string): T {
	for (const name of MODULES) jest.doMock(`openclaw/plugin-sdk/${name}`, host, { virtual: true });
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

/** Its configuration for the app of a simulator; `domain` takes any address. */
export const pluginConfig = ({ appId, appSecret, url }: Pick<Simulator, 'appId' | 'appSecret' | 'url'>) => ({
	channels: { feishu: { enabled: true, appId, appSecret, domain: url } },
});
