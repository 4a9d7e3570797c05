import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export const TENANT_TOKEN = 't-conformance';
export const APP_TOKEN = 'a-conformance';
export const USER_TOKEN = 'u-conformance';

/** A request as it arrived. */
export interface Recorded {
	method: string;
	/** With its query; the caller's prefix is taken off. */
	url: string;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

export type Reply = { json: unknown } | { bytes: Buffer; fileName: string };

/** What the platform would answer to a request of the call with that index. */
export type Answerer = (index: number, request: Recorded) => Reply;

const CALLER = 'x-conformance-call';
const SIGN_IN = /^\/open-apis\/auth\/v3\/(app|tenant)_access_token\/internal$/;

/**
 * A platform that takes everything and writes it down. A caller says which call it makes by a prefix of its
 * base address (`/call/<index>`) or by a header.
 */
export class Recorder {
	private requests = new Map<number, Recorded[]>();

	private constructor(
		private readonly server: Server,
		private readonly answer: Answerer,
	) {}

	static async start(answer: Answerer): Promise<Recorder> {
		const server = createServer();
		const recorder = new Recorder(server, answer);
		server.on('request', (request: IncomingMessage, response) => {
			void recorder.take(request).then((reply) => {
				if ('json' in reply) {
					response.setHeader('content-type', 'application/json; charset=utf-8');
					response.end(JSON.stringify(reply.json));
				} else {
					response.setHeader('content-type', 'application/pdf');
					response.setHeader('content-disposition', `attachment; filename="${reply.fileName}"`);
					response.end(reply.bytes);
				}
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return recorder;
	}

	get origin(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	baseUrlFor(index: number): string {
		return `${this.origin}/call/${index}`;
	}

	headersFor(index: number): Record<string, string> {
		return { [CALLER]: String(index) };
	}

	/** Requests of each call so far, token requests left out; the recorder forgets them. */
	collect(): Map<number, Recorded[]> {
		const collected = this.requests;
		this.requests = new Map();
		return collected;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async take(request: IncomingMessage): Promise<Reply> {
		const prefix = /^\/call\/(\d+)/.exec(request.url ?? '');
		const recorded: Recorded = {
			method: request.method ?? '',
			url: (request.url ?? '').slice(prefix?.[0].length ?? 0),
			headers: request.headers,
			body: await buffer(request),
		};
		// The SDK can call the token endpoints too, as it calls any other: with a token.
		if (SIGN_IN.test(recorded.url) && recorded.headers.authorization === undefined) return { json: TOKENS };
		const index = Number(prefix?.[1] ?? request.headers[CALLER] ?? -1);
		const before = this.requests.get(index) ?? [];
		this.requests.set(index, [...before, recorded]);
		return this.answer(index, recorded);
	}
}

const TOKENS = { code: 0, msg: 'ok', tenant_access_token: TENANT_TOKEN, app_access_token: APP_TOKEN, expire: 7200 };
