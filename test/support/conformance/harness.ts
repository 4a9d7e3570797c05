import * as lark from '@larksuiteoapi/node-sdk';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator';

const silent = () => undefined;
export const SilentLogger = { error: silent, warn: silent, info: silent, debug: silent, trace: silent };

/** A valid 1 × 1 PNG. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

export const sdkClient = (simulator: Pick<Simulator, 'appId' | 'appSecret' | 'url'>) =>
	new lark.Client({
		appId: simulator.appId,
		appSecret: simulator.appSecret,
		domain: simulator.url,
		appType: lark.AppType.SelfBuild,
		logger: SilentLogger,
	});

export interface Reply {
	status: number;
	headers: Headers;
	code: number;
	msg: string;
	data: Record<string, unknown>;
	error: Record<string, unknown>;
	body: Record<string, unknown>;
}

/** Plain HTTP against a simulator, with its tenant token unless another Authorization is given. */
export class Http {
	private token?: string;

	constructor(readonly simulator: Simulator) {}

	async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
		const authorization = headers.authorization ?? `Bearer ${await this.tenantToken()}`;
		const response = await fetch(`${this.simulator.url}${path}`, {
			method,
			body: body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body),
			headers:
				body instanceof FormData
					? { authorization, ...headers }
					: { 'content-type': 'application/json', authorization, ...headers },
		});
		const read = (await response.json()) as Record<string, unknown>;
		return {
			status: response.status,
			headers: response.headers,
			body: read,
			code: read.code as number,
			msg: read.msg as string,
			data: (read.data ?? {}) as Reply['data'],
			error: (read.error ?? {}) as Reply['error'],
		};
	}

	post = (path: string, body: unknown = {}, headers?: Record<string, string>) => this.call('POST', path, body, headers);
	get = (path: string, headers?: Record<string, string>) => this.call('GET', path, undefined, headers);

	async admin<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.simulator.url}/_sim${path}`, {
			method,
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return (await response.json()) as T;
	}

	/** A token of the simulator's app, asked for once. */
	async tenantToken(): Promise<string> {
		this.token ??= (await this.freshToken()).tenant_access_token;
		return this.token;
	}

	async freshToken(): Promise<{ tenant_access_token: string; expire: number; code: number }> {
		const { appId, appSecret, url } = this.simulator;
		const response = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
			method: 'POST',
			body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
		});
		return (await response.json()) as { tenant_access_token: string; expire: number; code: number };
	}

	send(chatId: string, msgType: string, content: unknown, extra: object = {}): Promise<Reply> {
		return this.post('/open-apis/im/v1/messages?receive_id_type=chat_id', {
			receive_id: chatId,
			msg_type: msgType,
			content: typeof content === 'string' ? content : JSON.stringify(content),
			...extra,
		});
	}

	/** Sends a text and gives its message id. */
	async text(chatId: string, text: string): Promise<string> {
		const { data, msg } = await this.send(chatId, 'text', { text });
		if (typeof data.message_id !== 'string') throw new Error(`not sent: ${msg}`);
		return data.message_id;
	}
}

export interface Fixture {
	simulator: Simulator;
	http: Http;
	/** A group with the bot in it. */
	chatId: string;
	/** A group without the bot. */
	strangeChatId: string;
	/** open_ids of members of the group, owner first. */
	members: string[];
}

export async function startFixture(options: SimulatorOptions = {}): Promise<Fixture> {
	const simulator = await startSimulator({ rateLimits: false, pushRetryScheduleMs: [5, 5, 5, 5], ...options });
	const chats = [...simulator.store.im.chats.values()];
	const joined = chats.find((chat) => chat.bots.length > 0);
	const strange = chats.find((chat) => chat.bots.length === 0);
	if (!joined || !strange) throw new Error('the seed has changed');
	return {
		simulator,
		http: new Http(simulator),
		chatId: joined.chat_id,
		strangeChatId: strange.chat_id,
		members: joined.members,
	};
}

/** The first element; fails the test when there is none. */
export function first<T>(list: readonly T[] | undefined): T {
	const [value] = list ?? [];
	if (value === undefined) throw new Error('the list is empty');
	return value;
}
