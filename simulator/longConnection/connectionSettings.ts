/** What the platform tells its clients; seconds, and a negative count for no end. */
export interface ClientConfig {
	ReconnectCount: number;
	ReconnectInterval: number;
	/** The longest random wait before the first try. */
	ReconnectNonce: number;
	PingInterval: number;
}

export interface LongConnectionSettings {
	clientConfig: ClientConfig;
	/** Payloads above this size travel in several frames; bytes. */
	fragmentBytes: number;
	/** Frames leave in any order, those of one event among those of others. */
	shuffle: boolean;
	/** Before each event comes what all SDKs drop without an answer: a frame of type `card`, and a message of text. */
	noise: boolean;
	/** Frames carry ids of 64 bits, which the SDK for Node.js does not echo exactly. */
	wideIds: boolean;
	/** The wait for an answer; milliseconds. */
	ackTimeoutMs: number;
	/** Connections of one app at a time. */
	maxConnections: number;
}

/** Connections from which nothing comes for this many ping intervals are given up. */
export const SILENT_INTERVALS = 3;

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/use-websocket */
export const CONNECTION_DEFAULTS: LongConnectionSettings = {
	clientConfig: { ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30, PingInterval: 90 },
	fragmentBytes: 64 * 1024,
	shuffle: false,
	noise: false,
	wideIds: false,
	ackTimeoutMs: 3_000,
	maxConnections: 50,
};

export type SettingsChange = Partial<Omit<LongConnectionSettings, 'clientConfig'>> & {
	clientConfig?: Partial<ClientConfig>;
};

export const withChange = (
	settings: LongConnectionSettings,
	{ clientConfig, ...change }: SettingsChange,
): LongConnectionSettings => ({
	...settings,
	...change,
	clientConfig: { ...settings.clientConfig, ...clientConfig },
});
