import * as lark from '@larksuiteoapi/node-sdk';
import type { Simulator } from '../../../simulator';
import { SilentLogger } from './harness';

type Json = Record<string, unknown>;

/** The SDK's WebSocket client with its dispatcher. */
export interface SdkConnection {
	client: lark.WSClient;
	received: Json[];
	/** Errors for good. */
	errors: Error[];
	close(): void;
}

export interface SdkOptions {
	appId?: string;
	appSecret?: string;
	/** What the handler of card clicks gives back. */
	answer?: (data: Json) => unknown;
	handle?: (data: Json) => unknown;
	/** Seconds. */
	pingTimeout?: number;
}

/** Resolves when the condition holds; fails with its words after forty seconds, for which no machine is too slow. */
export async function until(what: string, condition: () => boolean): Promise<void> {
	const deadline = Date.now() + 40_000;
	while (!condition()) {
		if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

/** Starts a client of the simulator's app and does not wait for its connection. */
export function startSdk(simulator: Simulator, options: SdkOptions = {}): SdkConnection {
	const received: Json[] = [];
	const errors: Error[] = [];
	const keep = (data: Json) => {
		received.push(data);
		return options.handle?.(data);
	};
	const eventDispatcher = new lark.EventDispatcher({ logger: SilentLogger }).register({
		'im.message.receive_v1': keep,
		'im.chat.disbanded_v1': keep,
		approval_instance: keep,
		'drive.file.edit_v1': keep,
		'drive.file.bitable_record_changed_v1': keep,
		'drive.file.bitable_field_changed_v1': keep,
		'card.action.trigger': (data: Json) => {
			received.push(data);
			return options.answer?.(data);
		},
	});
	const client = new lark.WSClient({
		appId: options.appId ?? simulator.appId,
		appSecret: options.appSecret ?? simulator.appSecret,
		domain: simulator.url,
		logger: SilentLogger,
		onError: (error) => errors.push(error),
		wsConfig: { pingTimeout: options.pingTimeout },
	});
	void client.start({ eventDispatcher });
	return { client, received, errors, close: () => client.close({ force: true }) };
}

/**
 * Starts a client and waits for its first ping: what is sent before, right behind the handshake, the SDK misses, because it
 * listens only a turn after the connection is open.
 */
export async function connectSdk(simulator: Simulator, options?: SdkOptions): Promise<SdkConnection> {
	const { history } = simulator.longConnection;
	const before = history.length;
	const sdk = startSdk(simulator, options);
	await until('the client is online', () => history.slice(before).some(({ pings }) => pings > 0));
	return sdk;
}
