import { randomUUID } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { echoProblem, framesOf, type Outcome, readAnswerPayload } from './frameDelivery';
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame, headerOf } from './frame';
import { Outbox } from './outbox';
import { type LongConnectionSettings, SILENT_INTERVALS } from './connectionSettings';

/** A connection as tests see it. Times in milliseconds since the epoch. */
export interface ConnectionInfo {
	id: string;
	appId: string;
	deviceId: string;
	serviceId: number;
	openedAt: number;
	lastHeardAt: number;
	frozen: boolean;
	framesIn: number;
	framesOut: number;
	pings: number;
	/** Events and callbacks sent through it. */
	events: number;
	acks: number;
	/** Answers that came after their deadline. */
	lateAcks: number;
	/** What the client did against the protocol. */
	problems: string[];
}

interface Waiting {
	frames: readonly Frame[];
	settle: (outcome: Outcome) => void;
}

const LOST: Outcome = { status: 0, body: '', error: 'The connection was lost', cause: 'ConnectionLost' };
const LATE: Outcome = { status: 0, body: '', error: 'No answer in time', cause: 'TimeoutError' };

/** The server's end of one long connection. */
export class Connection {
	readonly info: ConnectionInfo;
	private readonly waiting = new Map<string, Waiting>();
	private readonly late = new Set<string>();
	private readonly outbox = new Outbox((bytes) => this.write(bytes));
	private silence?: NodeJS.Timeout;

	constructor(
		private readonly socket: WebSocket,
		of: Pick<ConnectionInfo, 'appId' | 'deviceId' | 'serviceId'>,
		private readonly settings: () => LongConnectionSettings,
		private readonly gone: (connection: Connection) => void,
	) {
		const now = Date.now();
		const counts = { framesIn: 0, framesOut: 0, pings: 0, events: 0, acks: 0, lateAcks: 0, problems: [] };
		this.info = { id: randomUUID(), ...of, openedAt: now, lastHeardAt: now, frozen: false, ...counts };
		socket.on('message', (data, isBinary) => this.receive(data, isBinary));
		socket.on('close', () => this.end());
		// A reset is no fault of the client's; bytes that are no WebSocket frame are.
		socket.on('error', (error: Error & { code?: string }) => {
			if (error.code?.startsWith('WS_ERR')) this.info.problems.push(error.message);
		});
		this.heard();
	}

	/** Sends an event and waits for its answer. */
	deliver(payload: string): Promise<Outcome> {
		const settings = this.settings();
		const { messageId, frames } = framesOf(this.info.serviceId, Buffer.from(payload), settings);
		this.info.events += 1;
		return new Promise((resolve) => {
			const timer = setTimeout(() => {
				this.late.add(messageId);
				settle(LATE);
			}, settings.ackTimeoutMs);
			const settle = (outcome: Outcome) => {
				clearTimeout(timer);
				this.waiting.delete(messageId);
				resolve(outcome);
			};
			this.waiting.set(messageId, { frames, settle });
			if (settings.noise) this.makeNoise(messageId);
			this.outbox.send(frames.map(encodeFrame), settings.shuffle);
		});
	}

	private makeNoise(messageId: string): void {
		const { frames } = framesOf(this.info.serviceId, Buffer.from('{}'), this.settings());
		for (const frame of frames) {
			const headers = frame.headers.filter(({ key }) => key !== 'type' && key !== 'message_id');
			const card = { key: 'type', value: 'card' };
			this.write(
				encodeFrame({ ...frame, headers: [card, { key: 'message_id', value: `card ${messageId}` }, ...headers] }),
			);
		}
		if (!this.info.frozen) this.socket.send('noise');
	}

	/** Bytes as they are, also such as no platform sends. */
	sendRaw(bytes: Uint8Array): void {
		this.write(bytes);
	}

	/** From now on nothing is read and nothing is sent, as after a cable is pulled. */
	freeze(): void {
		this.info.frozen = true;
		this.socket.pause();
	}

	thaw(): void {
		this.info.frozen = false;
		this.socket.resume();
	}

	/** Cut without a close frame. */
	kill(): void {
		this.socket.terminate();
		this.end();
	}

	/** Ends the connection as a server does that is shut down. */
	close(code = 1001): void {
		this.socket.close(code);
		this.end();
	}

	private write(bytes: Uint8Array): void {
		if (this.info.frozen || this.socket.readyState !== this.socket.OPEN) return;
		this.info.framesOut += 1;
		this.socket.send(bytes);
	}

	private heard(): void {
		this.info.lastHeardAt = Date.now();
		clearTimeout(this.silence);
		const ms = this.settings().clientConfig.PingInterval * SILENT_INTERVALS * 1000;
		this.silence = setTimeout(() => this.giveUp(), ms).unref();
	}

	/** A frozen client must not learn of it: its end of the line stays open. */
	private giveUp(): void {
		if (this.info.frozen) this.end();
		else this.kill();
	}

	private end(): void {
		clearTimeout(this.silence);
		for (const { settle } of [...this.waiting.values()]) settle(LOST);
		this.gone(this);
	}

	private receive(data: RawData, isBinary: boolean): void {
		// What was read before the freeze is lost with the rest.
		if (this.info.frozen) return;
		this.info.framesIn += 1;
		this.heard();
		if (!isBinary) return void this.info.problems.push('a message of text');
		try {
			const frame = decodeFrame(data as Buffer);
			if (frame.method === CONTROL) this.control(frame);
			else if (frame.method === DATA) this.answer(frame);
			else this.info.problems.push(`a frame of method ${frame.method}`);
		} catch (error) {
			this.info.problems.push(`no frame: ${(error as Error).message}`);
		}
	}

	private control(frame: Frame): void {
		const type = headerOf(frame, 'type');
		if (type !== 'ping') return void this.info.problems.push(`a control frame of type ${type}`);
		if (frame.service !== this.info.serviceId)
			this.info.problems.push(`a ping of service ${frame.service}, not ${this.info.serviceId}`);
		this.info.pings += 1;
		const payload = Buffer.from(JSON.stringify(this.settings().clientConfig));
		this.write(encodeFrame({ ...frame, headers: [{ key: 'type', value: 'pong' }], payload }));
	}

	private answer(frame: Frame): void {
		const messageId = headerOf(frame, 'message_id') ?? '';
		const waiting = this.waiting.get(messageId);
		if (!waiting) {
			if (this.late.delete(messageId)) this.info.lateAcks += 1;
			else this.info.problems.push('an answer to nothing that waits for one');
			return;
		}
		const problem = echoProblem(frame, waiting.frames);
		if (problem) this.info.problems.push(problem);
		const outcome = readAnswerPayload(frame);
		if (!outcome) return void this.info.problems.push('an answer whose payload is not {code, data}');
		this.info.acks += 1;
		waiting.settle(outcome);
	}
}
