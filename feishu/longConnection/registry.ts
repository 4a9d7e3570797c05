import type { Handler } from './eventDelivery';
import { systemClock } from './clock';
import { SharedConnection, type ConnectionState, type Member } from './connection';
import type { ConnectionKey, HttpPost } from './connectionTarget';
import { noWebSocket, type LongConnectionError } from './connectionErrors';
import type { LogLevel, Runtime } from './link';
import { openSocket } from './socket';

export interface Subscriber {
	/**
	 * Takes an event (1.0 or 2.0), in the order of arrival. Events are acknowledged at once, whatever becomes of
	 * the promise; a callback with what it resolves to, if that is in time. Throwing asks the platform to send the event
	 * again, unless another subscriber took it.
	 */
	handle: Handler;
	/** What the connection is doing, for logs. */
	state?(state: ConnectionState): void;
	/** It was up, and is refused for good now. The subscription is over. */
	failed?(error: LongConnectionError): void;
}

export interface Subscription {
	/** Takes part no longer; nothing comes from here on. The last one closes the connection. */
	close(): Promise<void>;
}

export interface SubscribeOptions {
	/** Asks for the connection's address; through n8n's helper, so that its proxies are obeyed. */
	post: HttpPost;
	log?(level: LogLevel, message: string): void;
}

/** The connections of a process: one for each app at each platform. */
export class ConnectionRegistry {
	private readonly connections = new Map<string, SharedConnection>();

	constructor(private readonly runtime: Runtime) {}

	/** See `subscribe` of the index. */
	async subscribe(key: ConnectionKey, subscriber: Subscriber, options: SubscribeOptions): Promise<Subscription> {
		const known = this.connections.get(idOf(key));
		if (known && known.key.appSecret !== key.appSecret) await known.renew(key.appSecret, options.post);
		// It may have ended meanwhile.
		const connection = this.connection(key);
		const member = memberOf(subscriber, options);
		await connection.join(member);
		return { close: () => connection.leave(member) };
	}

	private connection(key: ConnectionKey): SharedConnection {
		const id = idOf(key);
		const known = this.connections.get(id);
		if (known) return known;
		const connection = new SharedConnection({ ...key }, this.runtime, () => this.connections.delete(id));
		this.connections.set(id, connection);
		return connection;
	}
}

const idOf = ({ origin, appId }: ConnectionKey) => `${origin} ${appId}`;

/** What goes wrong in a subscriber's own words about states and logs must not hurt the connection. */
function memberOf(subscriber: Subscriber, { post, log }: SubscribeOptions): Member {
	const careful = (tell: () => void) => {
		try {
			tell();
		} catch (error) {
			return error;
		}
		return undefined;
	};
	return {
		handle: (event) => subscriber.handle(event),
		state: (state) => careful(() => subscriber.state?.(state)),
		failed: (error) => careful(() => subscriber.failed?.(error)),
		post,
		log: (level, message) => careful(() => log?.(level, message)),
	};
}

/**
 * Under this name the registry is found by every copy of this module: n8n may load a package twice, as after an update,
 * and the platform gives each event to one connection only. The number is that of the registry's interface.
 */
const SHARED = Symbol.for('n8n-nodes-feishu-openapi.long-connections.2');

/**
 * The process's registry. It hangs on the runtime's WebSocket class, which all copies of this module share.
 * @throws LongConnectionError when the runtime has no WebSocket
 */
export function sharedRegistry(): Pick<ConnectionRegistry, 'subscribe'> {
	if (typeof WebSocket === 'undefined') throw noWebSocket();
	const home = WebSocket as typeof WebSocket & { [SHARED]?: Pick<ConnectionRegistry, 'subscribe'> };
	const known = home[SHARED];
	// One of another realm belongs to a sandbox, such as a test's, and may have ended with it.
	if (known instanceof Object) return known;
	const registry = new ConnectionRegistry({ clock: systemClock, random: Math.random, open: openSocket });
	Object.defineProperty(home, SHARED, { value: registry, configurable: true });
	return registry;
}
