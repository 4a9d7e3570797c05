import {
	startSimulator,
	type Chat,
	type Message,
	type RecordedRequest,
	type Simulator,
	type SimulatorOptions,
	type User,
} from '../../../simulator';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { StoredCredentials } from './credentials';
import { execute, OPERATIONS, start, type CredentialRef, type Run, type RunRequest, type Running } from './execute';
import { picture, report } from './files';
import type { FileSpec } from './source';
import { requestFaults } from '../wire/requestFaults';
import { KNOWN_FAULTS } from '../wire/knownFaults';
import { keepSecret } from './witness';

/** Fields of the credential that a test may set. */
export interface CredentialFields {
	region?: string;
	baseUrl?: string;
	appId?: string;
	appSecret?: string;
	accountsUrl?: string;
	signInWith?: string;
	assertionToken?: string;
	encryptSecretKey?: string;
	verificationToken?: string;
}

type Request = Omit<RunRequest, 'credential'> & { credential?: CredentialRef };

/** Answers to open questions that the nodes' words are made for; the others are given too, and wait for theirs. */
const OLDER_ANSWERS = { unknownReceiver: 'gateway', resignedReceiver: 'unavailable' } as const;

const isForTokens = (path: string) => /^\/(open-apis\/(auth\/|authen\/v2\/)|oauth\/)/.test(path);

/** A local open platform with an app, and n8n with a credential for it. */
export class Platform {
	readonly credentials = new StoredCredentials();

	private running: { simulator: Simulator; credential: CredentialRef } | undefined;

	private count = 0;

	constructor(private readonly options: SimulatorOptions = {}) {}

	static async start(options: SimulatorOptions = {}): Promise<Platform> {
		const platform = new Platform(options);
		await platform.boot();
		return platform;
	}

	async boot(): Promise<void> {
		const simulator = await startSimulator({
			rateLimits: false,
			app: 'grown',
			settings: OLDER_ANSWERS,
			...this.options,
		});
		this.running = { simulator, credential: this.credentialFor(simulator) };
	}

	async stop(): Promise<void> {
		keepSecret(...this.store.tokens.map(({ token }) => token));
		await this.simulator.close();
	}

	get simulator(): Simulator {
		return this.up().simulator;
	}

	/** The credential of runs that name none. */
	get credential(): CredentialRef {
		return this.up().credential;
	}

	get store() {
		return this.simulator.store;
	}

	/** A further credential, for the same app unless told otherwise. */
	newCredential(fields: CredentialFields = {}): CredentialRef {
		return this.credentialFor(this.simulator, fields);
	}

	async run(request: Request): Promise<Run> {
		const before = this.calls.length;
		const run = await execute({ credential: this.credential, ...request });
		this.refuseUnlisted(request, this.routes.slice(before));
		this.refuseUnknown(request, this.calls.slice(before));
		return run;
	}

	/** An operation calls what it says, and nothing else. */
	private refuseUnlisted({ parameters: { resource, operation } }: Request, routes: readonly string[]): void {
		const row = OPERATIONS.find((one) => one.resource === resource && one.operation === operation);
		if (!row) return;
		const listed = row.calls.map((call) => new RegExp(`^${call.replace(/:\w+/g, '[^/]+')}$`));
		// What an address of an attachment leads to is no endpoint.
		const endpoints = routes.filter((route) => !route.startsWith('GET /file/'));
		const unlisted = endpoints.filter((route) => !listed.some((pattern) => pattern.test(route)));
		if (unlisted.length > 0)
			throw new Error(
				`${row.resource}:${row.operation} calls ${unlisted.join(', ')} and lists ${row.calls.join(', ')}`,
			);
	}

	/** An operation sends what the catalog knows: what the official SDK and the API explorer say of the endpoint. */
	private refuseUnknown({ parameters: { resource, operation } }: Request, calls: readonly RecordedRequest[]): void {
		if (!OPERATIONS.some((one) => one.resource === resource && one.operation === operation)) return;
		const unknown = calls
			// What an address of an attachment leads to is no endpoint.
			.filter(({ path }) => !path.startsWith('/file/'))
			.flatMap(requestFaults)
			.filter((fault) => !KNOWN_FAULTS.some((known) => known.fault.test(fault)));
		if (unknown.length > 0)
			throw new Error(`${String(resource)}:${String(operation)} sends what is not known: ${[...new Set(unknown)].join('; ')}`);
	}

	start(request: Request): Running {
		return start({ credential: this.credential, ...request });
	}

	/** Forgets faults and recorded requests, and gives the apps all scopes; the platform's state stays. */
	reset(): void {
		this.simulator.faults.clear();
		this.simulator.requests.length = 0;
		for (const app of this.store.apps.values()) app.scopes = null;
	}

	/** Requests so far, token requests left out. */
	get calls(): RecordedRequest[] {
		return this.simulator.requests.filter(({ path }) => !isForTokens(path));
	}

	/** `METHOD path` of each of them. */
	get routes(): string[] {
		return this.calls.map(({ method, path }) => `${method} ${path}`);
	}

	get tokenRequests(): RecordedRequest[] {
		return this.simulator.requests.filter(({ path }) => isForTokens(path));
	}

	/** Groups that the bot is in. */
	get chats(): Chat[] {
		return [...this.store.chats.values()].filter(({ chat_type, bots }) => chat_type === 'group' && bots.length > 0);
	}

	get chat(): Chat {
		return only(this.chats);
	}

	/** A group that the bot is not in. */
	get strangeChat(): Chat {
		return only([...this.store.chats.values()].filter(({ bots }) => bots.length === 0));
	}

	get users(): User[] {
		return [...this.store.users.values()];
	}

	get user(): User {
		return only(this.users);
	}

	/** The chat between the bot and a person. */
	conversation(user = this.user): Chat {
		return this.store.im.p2pChat({ app: only([...this.store.apps.values()]) }, user);
	}

	/** Messages of a chat, oldest first. */
	messages(chatId = this.chat.chat_id): Message[] {
		return [...this.store.messages.values()].filter((message) => message.chat_id === chatId);
	}

	/** The message with this ID, as the platform holds it. */
	message(id: unknown): Message {
		const message = this.store.messages.get(String(id));
		if (!message) throw new Error(`There is no message ${String(id)}`);
		return message;
	}

	/** A message of the bot, put there without a call. */
	botMessage(content: Content = 'from the bot', msg_type = 'text', chat = this.chat): Message {
		const sender = { id: this.simulator.appId, id_type: 'app_id', sender_type: 'app' } as const;
		return this.store.im.addMessage(chat, { msg_type, sender, content: contentOf(content) });
	}

	/** A message of a person. */
	userMessage(content: Content = 'from a person', msg_type = 'text', chat = this.chat): Message {
		const sender = { id: chat.members[0] ?? '', id_type: 'open_id', sender_type: 'user' } as const;
		return this.store.im.addMessage(chat, { msg_type, sender, content: contentOf(content) });
	}

	/** The key of an image that the app has uploaded. */
	image({ bytes, fileName = 'image.png', mimeType = 'image/png' }: FileSpec = picture): string {
		const key = `img_v3_test_${this.store.images.size}`;
		this.store.images.set(key, {
			key,
			app_id: this.simulator.appId,
			bytes,
			content_type: mimeType,
			name: fileName,
			type: 'message',
		});
		return key;
	}

	/** The key of a file that the app has uploaded. */
	file({ bytes, fileName = 'file', mimeType = 'application/pdf' }: FileSpec = report, type = 'pdf'): string {
		const key = `file_v3_test_${this.store.files.size}`;
		this.store.files.set(key, {
			key,
			app_id: this.simulator.appId,
			bytes,
			content_type: mimeType,
			name: fileName,
			type,
		});
		return key;
	}

	/** Further groups with the bot. */
	addChats(count: number): Chat[] {
		return Array.from({ length: count }, (_, index) => {
			const time = this.store.tick();
			const chat: Chat = {
				...this.chat,
				// Each has settings and names of its own.
				group: undefined,
				chat_id: `oc_test${String(index).padStart(4, '0')}${time}`,
				name: `Test group ${index}`,
				create_time: time,
				active_time: time,
			};
			this.store.chats.set(chat.chat_id, chat);
			return chat;
		});
	}

	/** A further credential of another kind. @param secrets must never be shown */
	keep(type: string, data: ICredentialDataDecryptedObject, ...secrets: string[]): CredentialRef {
		this.count += 1;
		const id = `credential-${this.count}`;
		keepSecret(...secrets);
		this.credentials.add(id, { region: 'custom', baseUrl: this.simulator.url, ...data });
		return { helper: this.credentials, id, type };
	}

	private credentialFor({ url, appId, appSecret }: Simulator, fields: CredentialFields = {}): CredentialRef {
		this.count += 1;
		const id = `credential-${this.count}`;
		const data = { region: 'custom', baseUrl: url, appId, appSecret, ...fields };
		keepSecret(...[data.appSecret, fields.assertionToken ?? ''].filter((secret) => secret !== ''));
		this.credentials.add(id, { ...data });
		return { helper: this.credentials, id };
	}

	private up() {
		if (!this.running) throw new Error('The platform has not been started');
		return this.running;
	}
}

type Content = string | Record<string, unknown>;

function contentOf(content: Content): string {
	return JSON.stringify(typeof content === 'string' ? { text: content } : content);
}

/** The first element; an error when there is none. */
export function only<T>(list: readonly T[]): T {
	const [value] = list;
	if (value === undefined) throw new Error('Nothing there');
	return value;
}

export const list = (value: string) => ({ __rl: true, mode: 'list', value });
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
export const byEmail = (value: string) => ({ __rl: true, mode: 'email', value });
