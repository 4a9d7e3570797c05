import type { Clock } from '../../../feishu/longConnection/clock';
import type { ConnectionKey } from '../../../feishu/longConnection/connectionTarget';
import { decodeFrame, encodeFrame, headerOf, type Frame } from '../../../feishu/longConnection/frame';
import type { Runtime } from '../../../feishu/longConnection/link';
import type { ConnectionEvent } from '../../../feishu/longConnection';
import { ConnectionRegistry, type Subscriber } from '../../../feishu/longConnection/registry';
import type { OpenSocket, SocketEvents } from '../../../feishu/longConnection/socket';
import type { JsonObject } from '../../../feishu/json';

/** Lets everything that waits for nothing but its turn come to its end. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Time that passes when it is told to. */
export class FakeClock implements Clock {
	private time = 1_000_000;

	private readonly timers = new Set<{ due: number; callback: () => void }>();

	now(): number {
		return this.time;
	}

	after(ms: number, callback: () => void): () => void {
		const timer = { due: this.time + ms, callback };
		this.timers.add(timer);
		return () => this.timers.delete(timer);
	}

	get pending(): number {
		return this.timers.size;
	}

	async advance(ms: number): Promise<void> {
		const end = this.time + ms;
		await settle();
		for (let next = this.next(end); next; next = this.next(end)) {
			this.timers.delete(next);
			this.time = Math.max(this.time, next.due);
			next.callback();
			await settle();
		}
		this.time = end;
	}

	private next(end: number) {
		return [...this.timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
	}
}

/** The platform's side of one connection. */
export class FakeSocket {
	readonly sent: Frame[] = [];

	closed = false;

	constructor(
		readonly url: string,
		private readonly events: SocketEvents,
	) {}

	open(): void {
		this.events.opened();
	}

	push(frame: Frame): void {
		this.pushBytes(encodeFrame(frame));
	}

	pushBytes(bytes: Uint8Array): void {
		this.events.received(bytes);
	}

	drop(): void {
		this.events.lost();
	}

	/** Frames of a `type`, as the client sent them. */
	of(type: string): Frame[] {
		return this.sent.filter((frame) => headerOf(frame, 'type') === type);
	}
}

export const KEY: ConnectionKey = {
	appId: 'cli_0000000000000001',
	appSecret: 'not-a-real-secret',
	origin: 'https://open.feishu.test',
};

export const ADDRESS =
	'wss://frontier.feishu.test/ws/v2?fpid=493&device_id=7&access_key=not-a-real-key&service_id=42&ticket=not-a-real-ticket';

/** Seconds, as the platform says them. */
export const CONFIG = { PingInterval: 90, ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30 };

export const granted = (config: unknown = CONFIG) => ({
	code: 0,
	msg: '',
	data: { URL: ADDRESS, ClientConfig: config },
});

export const refused = (code: number) => ({ code, msg: 'refused', data: {} });

/** A platform in memory: answers of the endpoint, connections, time. */
export class FakePlatform {
	readonly clock = new FakeClock();

	readonly sockets: FakeSocket[] = [];

	/** What the endpoint answers: JSON, or an error that the HTTP client throws. */
	answer: unknown = granted();

	status = 200;

	/** Sent to the endpoint, one for each time that it was asked. */
	readonly secrets: string[] = [];

	/** The endpoint answers when this resolves. */
	gate = Promise.resolve();

	/** Whether connections open by themselves. */
	opens = false;

	/** What comes out of the dice. */
	dice = 0;

	readonly logged: string[] = [];

	get asked(): number {
		return this.secrets.length;
	}

	post = async (_url: string, body: string): Promise<{ status: number; body: string }> => {
		this.secrets.push((JSON.parse(body) as { AppSecret: string }).AppSecret);
		await this.gate;
		if (this.answer instanceof Error) throw this.answer;
		return { status: this.status, body: JSON.stringify(this.answer) };
	};

	private readonly open: OpenSocket = (url, events) => {
		const socket = new FakeSocket(url, events);
		this.sockets.push(socket);
		if (this.opens) queueMicrotask(() => socket.open());
		return {
			send: (bytes) => socket.sent.push(decodeFrame(bytes)),
			close: async () => {
				socket.closed = true;
			},
		};
	};

	readonly registry: ConnectionRegistry;

	constructor() {
		const runtime: Runtime = { clock: this.clock, random: () => this.dice, open: this.open };
		this.registry = new ConnectionRegistry(runtime);
	}

	/** The newest connection. */
	get socket(): FakeSocket {
		const socket = this.sockets.at(-1);
		if (!socket) throw new Error('Nobody has connected');
		return socket;
	}

	subscribe(subscriber: Subscriber, key: ConnectionKey = KEY) {
		return this.registry.subscribe(key, subscriber, {
			post: this.post,
			log: (level, message) => this.logged.push(`${level}: ${message}`),
		});
	}

	/** Subscribes, and has the connection come up. */
	async up(subscriber: Subscriber) {
		const subscribing = this.subscribe(subscriber);
		await settle();
		this.socket.open();
		return await subscribing;
	}

	/** Several subscribe at the same time, and the connection comes up. */
	async upFor(count: number) {
		const listeners = Array.from({ length: count }, () => new Listener());
		const subscribing = listeners.map((listener) => this.subscribe(listener));
		await settle();
		this.socket.open();
		return { listeners, subscriptions: await Promise.all(subscribing) };
	}
}

/** A subscriber that remembers what it was told. */
export class Listener implements Subscriber {
	readonly bodies: JsonObject[] = [];

	readonly states: string[] = [];

	readonly errors: Error[] = [];

	constructor(private readonly respond: Subscriber['handle'] = () => undefined) {}

	handle(event: ConnectionEvent) {
		this.bodies.push(event.raw);
		return this.respond(event);
	}

	state(state: string): void {
		this.states.push(state);
	}

	failed(error: Error): void {
		this.errors.push(error);
	}

	/** The numbers of the events, as `event` made them. */
	get numbers(): unknown[] {
		return this.bodies.map(({ number }) => number);
	}
}

export const envelope = (type: string, number = 1): JsonObject => ({
	schema: '2.0',
	header: { event_id: `event-${number}`, event_type: type },
	event: {},
	number,
});

export const CALLBACK = 'card.action.trigger';
export const EVENT = 'im.message.receive_v1';

let messages = 0;

/** A data frame with an event in it. */
export function eventFrame(body: unknown, overrides: Partial<Frame> = {}, headers: Record<string, string> = {}): Frame {
	messages += 1;
	const all = { type: 'event', message_id: `message-${messages}`, sum: '1', seq: '0', trace_id: 'trace', ...headers };
	return {
		seqId: BigInt(messages),
		logId: 2n ** 63n + BigInt(messages),
		service: 42,
		method: 1,
		headers: Object.entries(all).map(([key, value]) => ({ key, value })),
		payload: Buffer.from(JSON.stringify(body)),
		...overrides,
	};
}

/** The same event in several frames. */
export function fragmentFrames(body: unknown, sum: number): Frame[] {
	const whole = eventFrame(body);
	const bytes = Buffer.from(JSON.stringify(body));
	const size = Math.ceil(bytes.length / sum);
	const id = headerOf(whole, 'message_id') ?? '';
	return Array.from({ length: sum }, (_, seq) =>
		eventFrame(
			body,
			{ payload: bytes.subarray(seq * size, (seq + 1) * size) },
			{ message_id: id, sum: String(sum), seq: String(seq) },
		),
	);
}

export const pongFrame = (payload?: unknown): Frame => ({
	seqId: 0n,
	logId: 0n,
	service: 42,
	method: 0,
	headers: [{ key: 'type', value: 'pong' }],
	payload: payload === undefined ? undefined : Buffer.from(JSON.stringify(payload)),
});

/** What an acknowledgment says. */
export function said(frame: Frame | undefined): unknown {
	return JSON.parse(Buffer.from(frame?.payload ?? []).toString('utf8')) as unknown;
}
