import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ConnectionKey, HttpPost } from '../../../feishu/longConnection';
import { decodeFrame, encodeFrame, headerOf, type Frame } from '../../../feishu/longConnection/frame';
import { KEY } from './connections';

/** A small platform over real sockets. What was not acknowledged is sent again on the next connection. */
export class Server {
	readonly frames: Frame[] = [];

	readonly connections: WebSocket[] = [];

	readonly closed: number[] = [];

	/** Seconds. */
	config = { PingInterval: 30, ReconnectCount: -1, ReconnectInterval: 0.1, ReconnectNonce: 0 };

	/** HTTP status with which WebSockets are refused. */
	refusal?: number;

	private readonly unacknowledged = new Map<string, Frame>();

	private readonly http = createServer();

	private readonly sockets = new WebSocketServer({ noServer: true });

	async start(): Promise<this> {
		this.http.on('upgrade', (request, socket, head) => {
			if (this.refusal !== undefined) {
				socket.end(`HTTP/1.1 ${this.refusal} Refused\r\nHandshake-Status: 514\r\nConnection: close\r\n\r\n`);
				return;
			}
			this.sockets.handleUpgrade(request, socket, head, (connection) => this.accept(connection));
		});
		await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
		return this;
	}

	async stop(): Promise<void> {
		for (const connection of this.connections) connection.terminate();
		await new Promise((resolve) => this.http.close(resolve));
	}

	get key(): ConnectionKey {
		return { ...KEY, origin: `http://127.0.0.1:${this.port}` };
	}

	get pending(): number {
		return this.unacknowledged.size;
	}

	post: HttpPost = async () => {
		const data = { URL: `ws://127.0.0.1:${this.port}/ws/v2?fpid=1&service_id=42`, ClientConfig: this.config };
		return { status: 200, body: JSON.stringify({ code: 0, msg: '', data }) };
	};

	/** Sends a frame now, or as soon as somebody is connected. */
	push(frame: Frame): void {
		this.unacknowledged.set(headerOf(frame, 'message_id') ?? '', frame);
		this.connections.at(-1)?.send(encodeFrame(frame));
	}

	of(type: string): Frame[] {
		return this.frames.filter((frame) => headerOf(frame, 'type') === type);
	}

	private get port(): number {
		return (this.http.address() as AddressInfo).port;
	}

	private accept(connection: WebSocket): void {
		this.connections.push(connection);
		connection.on('error', () => undefined);
		connection.on('close', (code) => this.closed.push(code));
		connection.on('message', (data) => {
			const frame = decodeFrame(data as Buffer);
			this.frames.push(frame);
			if (headerOf(frame, 'type') === 'event') this.unacknowledged.delete(headerOf(frame, 'message_id') ?? '');
		});
		for (const frame of this.unacknowledged.values()) connection.send(encodeFrame(frame));
	}
}

/** Comes back when something has become true. */
export async function until(condition: () => boolean): Promise<void> {
	const deadline = Date.now() + 20_000;
	while (!condition()) {
		if (Date.now() > deadline) throw new Error(`Waited in vain until ${String(condition)}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
