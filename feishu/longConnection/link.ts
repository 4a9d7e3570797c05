import { parseObject } from '../json';
import type { Clock } from './clock';
import { readConfig, type ConnectionConfig } from './config';
import type { Acknowledgment } from './eventDelivery';
import type { ConnectionTarget } from './connectionTarget';
import { Fragments } from './fragments';
import { CONTROL, DATA, decodeFrame, encodeFrame, headerOf, pingFrame, type Frame } from './frame';
import type { OpenSocket, Socket } from './socket';
import { WireError } from './wire';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, message: string) => void;

/** What a link needs from around it. */
export interface Runtime {
	clock: Clock;
	/** From 0 to 1. */
	random(): number;
	open: OpenSocket;
}

export interface LinkEvents {
	up(): void;
	/** Once; the link is of no use from here on, and nothing more is heard of it. */
	lost(reason: string): void;
	/** Hands an event over; what it resolves to is acknowledged. Undefined: nothing is. */
	deliver(text: string): Promise<Acknowledgment> | undefined;
	log: Log;
}

/** The platform's side answers the handshake within this time, or never. */
const HANDSHAKE_MS = 15_000;
/**
 * Silence for this many ping intervals means that the connection is dead: at least one ping has been without a pong for
 * three quarters of an interval. The quarter that is left to two intervals is for making a new one.
 */
const SILENCE = 1.75;

/** One connection to the platform, from its opening to its end: pings, configuration, events, acknowledgments. */
export class Link {
	config: ConnectionConfig;

	private readonly socket: Socket;

	private readonly fragments = new Fragments();

	private state: 'opening' | 'up' | 'over' = 'opening';

	private openedAt = 0;

	private heardAt = 0;

	private pingedAt = 0;

	private stopPing: () => void = () => undefined;

	/** First for the handshake, then for the silence. */
	private stopWatch: () => void;

	/** @throws SyntaxError when the target's address is none of a WebSocket */
	constructor(
		private readonly target: ConnectionTarget,
		private readonly runtime: Runtime,
		private readonly events: LinkEvents,
	) {
		this.config = target.config;
		const lost = () => this.lose('it was closed');
		this.socket = runtime.open(
			target.url,
			{ opened: () => this.opened(), received: (bytes) => this.received(bytes), lost },
			runtime.clock,
		);
		this.stopWatch = runtime.clock.after(HANDSHAKE_MS, () => this.lose('it did not open in time'));
	}

	/** How long it was up. */
	get livedMs(): number {
		return this.openedAt === 0 ? 0 : this.now - this.openedAt;
	}

	/** Ends it from our side; `lost` is not called. Resolves when it is closed, or nearly at once when it is frozen. */
	async close(): Promise<void> {
		this.over();
		await this.socket.close();
	}

	private get now(): number {
		return this.runtime.clock.now();
	}

	private opened(): void {
		if (this.state !== 'opening') return;
		this.state = 'up';
		this.openedAt = this.now;
		this.heardAt = this.now;
		this.ping();
		this.watch();
		this.events.up();
	}

	private ping(): void {
		this.socket.send(encodeFrame(pingFrame(this.target.service)));
		this.pingedAt = this.now;
		this.fragments.expire(this.now);
		this.pingLater();
	}

	private pingLater(): void {
		this.stopPing();
		this.stopPing = this.runtime.clock.after(this.pingedAt + this.config.pingMs - this.now, () => this.ping());
	}

	private watch(): void {
		const left = this.heardAt + SILENCE * this.config.pingMs - this.now;
		this.stopWatch();
		if (left <= 0) this.lose('nothing was heard of it any more');
		else this.stopWatch = this.runtime.clock.after(left, () => this.watch());
	}

	private received(bytes: Uint8Array): void {
		if (this.state !== 'up') return;
		this.heardAt = this.now;
		try {
			const frame = decodeFrame(bytes);
			if (frame.method === CONTROL) this.control(frame);
			else if (frame.method === DATA) this.event(frame);
		} catch (error) {
			this.events.log('warn', error instanceof WireError ? error.message : 'A frame could not be handled');
		}
	}

	/** A pong may bring a new configuration, as JSON. The platform's own pings want no answer. */
	private control(frame: Frame): void {
		if (headerOf(frame, 'type') !== 'pong' || !frame.payload?.length) return;
		this.config = readConfig(parseObject(Buffer.from(frame.payload).toString('utf8')), this.config);
		this.pingLater();
		this.watch();
	}

	private event(frame: Frame): void {
		// Callbacks come as events too; the old card frames (`card`) are answered by no official SDK.
		if (headerOf(frame, 'type') !== 'event') return;
		const merged = this.fragments.add(frame, this.now);
		if ('dropped' in merged) this.events.log('warn', `Dropped ${merged.dropped}`);
		if (!('whole' in merged)) return;
		const begun = this.now;
		const acknowledgment = this.events.deliver(merged.whole);
		if (!acknowledgment) this.events.log('warn', 'Dropped an event that is no JSON object');
		else void acknowledgment.then((content) => this.acknowledge(frame, content, this.now - begun));
	}

	/** The frame goes back with the time that was taken, in milliseconds, and with the answer as payload. */
	private acknowledge(frame: Frame, content: Acknowledgment, tookMs: number): void {
		if (this.state !== 'up') return;
		const took = { key: 'biz_rt', value: String(Math.round(tookMs)) };
		const payload = Buffer.from(JSON.stringify(content), 'utf8');
		this.socket.send(encodeFrame({ ...frame, headers: [...frame.headers, took], payload }));
	}

	private lose(reason: string): void {
		if (this.state === 'over') return;
		this.over();
		// Not waited for: a frozen connection can't be closed, only left.
		void this.socket.close();
		this.events.lost(reason);
	}

	private over(): void {
		this.state = 'over';
		this.stopPing();
		this.stopWatch();
	}
}
