/** A platform of a few lines, on this machine: answers what a test tells it to, and keeps what it was sent. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { SIGN_IN_PATH } from '../../../feishu/api/tokens';

export interface Received {
	method: string;
	path: string;
	query: Array<[string, string]>;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

export type Answering = (request: Received, response: ServerResponse) => void;

/** Answers with JSON. */
export const json =
	(body: unknown, status = 200, headers: Record<string, string> = {}): Answering =>
	(_request, response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
	};

export const data = (value: object): Answering => json({ code: 0, msg: 'success', data: value });

/** Closes the connection instead of answering. */
export const drop: Answering = (_request, response) => {
	response.destroy();
};

export class FakePlatform {
	readonly requests: Received[] = [];

	/** Tokens that were given, in order. */
	signIns = 0;

	/** What the next calls are answered with; when used up, with nothing but success. */
	answers: Answering[] = [];

	signIn: Answering = (_request, response) =>
		json({ code: 0, tenant_access_token: `t-${this.signIns}`, app_access_token: `a-${this.signIns}`, expire: 7200 })(
			_request,
			response,
		);

	private constructor(private readonly server: Server) {
		server.on('request', (incoming, response: ServerResponse) => {
			const chunks: Buffer[] = [];
			incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
			incoming.on('end', () => {
				const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
				const { method = '', headers } = incoming;
				const request = {
					method,
					path: url.pathname,
					query: [...url.searchParams],
					headers,
					body: Buffer.concat(chunks),
				};
				this.answer(request, response);
			});
		});
	}

	static async start(): Promise<FakePlatform> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new FakePlatform(server);
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	reset(): void {
		this.requests.length = 0;
		this.answers = [];
		this.signIns = 0;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private answer(request: Received, response: ServerResponse): void {
		if (request.path === SIGN_IN_PATH) {
			this.signIns += 1;
			this.signIn(request, response);
			return;
		}
		this.requests.push(request);
		const answering = this.answers.shift() ?? data({});
		answering(request, response);
	}
}
