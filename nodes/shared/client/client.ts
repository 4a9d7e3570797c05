import type { IBinaryData, IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { TokenKind } from '../../../feishu/api/accessToken';
import { performCall, type CallPolicy } from '../../../feishu/api/call';
import { fillPath, parseEndpoint, queryString, type Endpoint, type Query } from '../../../feishu/api/endpoint';
import type { Pace } from '../../../feishu/api/governor';
import { readAnswer, saysJson, type Answer, type Envelope, type Outcome } from '../../../feishu/api/envelope';
import type { JsonObject } from '../../../feishu/json';
import { findCause } from '../../../feishu/api/network';
import { collectPages, readPage } from '../../../feishu/api/paging';
import { readLastEvent } from '../../../feishu/api/eventStream';
import { duration, pollUntil, type Job } from '../../../feishu/api/poll';
import type { TokenError } from '../../../feishu/api/tokens';
import { fileNameOf, storeAnswer, type BinaryAnswer } from './binary';
import { cancelSignalOf, type ClientContext } from './context';
import { asText, throwIfCancelled, withoutAnswer } from './httpAnswer';
import { ownHeaders } from './headers';
import type { CallerIdentity, Signature } from './callerIdentity';
import { Pacing, type Sender } from './pacing';
import { noteRefusal, throwIfRefused } from './refusals';
import { sessionOf } from './sessions';

export interface ClientOptions {
	/** Milliseconds that one call may spend waiting because the platform asks to, or between tries. */
	longestWaitMs: number;
	/** Tries in all. */
	maxAttempts: number;
	/** Milliseconds until an answer must be there. */
	timeoutMs: number;
	/** Keep below the published rate limits, rather than wait only when told to. */
	keepToLimits: boolean;
	/** Sent with each request beside what it has itself. */
	headers: Readonly<Record<string, string>>;
	/** Pictures may be fetched from private networks. */
	privateAddresses: boolean;
}

export const DEFAULT_CLIENT_OPTIONS: ClientOptions = {
	longestWaitMs: 60_000,
	maxAttempts: 5,
	timeoutMs: 120_000,
	keepToLimits: true,
	headers: {},
	privateAddresses: false,
};

/** Milliseconds from one line about a job in n8n's log to the next. */
const LOG_EVERY_MS = 10_000;

export interface CallRequest {
	/** Values of the path's `:name` parameters; each is encoded. */
	path?: Readonly<Record<string, string>>;
	query?: Query;
	body?: JsonObject | readonly unknown[];
	/** Builds the multipart body anew for each try. */
	form?: () => Promise<FormData>;
	headers?: Readonly<Record<string, string>>;
	/** Set when sending the same request twice does no harm. Reads always count as such. */
	idempotent?: boolean;
	identity?: CallerIdentity;
	/** What the platform limits besides the endpoint, such as `perReceiver(id)`. */
	paces?: readonly Pace[];
	/** Set for an endpoint that is not at the open platform's own host. */
	host?: 'www' | 'client';
}

export interface ListRequest extends CallRequest {
	/** Most records to return; Infinity for all. */
	limit: number;
	/** Largest page that the endpoint gives; left to the platform when not given. */
	pageSize?: number;
	/** Where the records stand in the answer, when not under a usual name. */
	itemsKey?: string;
	/** Where page_size and page_token go. */
	pagingIn?: 'query' | 'body';
}

/**
 * The one way to the platform: fills paths, carries tokens, waits and repeats as far as it is safe,
 * and reads answers by their code. Beside it, only `bareRequest.ts`, `webFile.ts` and the client of custom bots touch n8n's HTTP helpers.
 */
export class FeishuClient {
	constructor(
		private readonly context: ClientContext,
		readonly options: ClientOptions = DEFAULT_CLIENT_OPTIONS,
		private readonly session = sessionOf(context),
	) {}

	/** The same, for calls that soon are out of date: tried once, and given up after 10 seconds. */
	hasty(): FeishuClient {
		const timeoutMs = Math.min(10_000, this.options.timeoutMs);
		return new FeishuClient(this.context, { ...this.options, maxAttempts: 1, timeoutMs }, this.session);
	}

	/**
	 * Calls an endpoint (`METHOD /open-apis/…/:name`) and gives its data.
	 * @throws CallError, InputError, TokenError, CancelledError
	 */
	async call<T extends object = IDataObject>(endpoint: string, request: CallRequest = {}): Promise<T> {
		return (await this.envelope(endpoint, request)).data as T;
	}

	/** As `call`, with the whole answer beside its data. */
	async envelope(endpoint: string, request: CallRequest = {}): Promise<Envelope> {
		return await this.perform(parseEndpoint(endpoint), request, 'text', async (answer) =>
			readAnswer(await asText(answer)),
		);
	}

	/** The last of what an endpoint says bit by bit, each time all so far. @throws as `call` */
	async lastEvent<T extends object = IDataObject>(endpoint: string, request: CallRequest = {}): Promise<T> {
		const read = async (answer: IN8nHttpFullResponse) => readLastEvent(await asText(answer));
		return (await this.perform(parseEndpoint(endpoint), request, 'text', read)) as T;
	}

	/** All records of a paged endpoint up to the limit. */
	async list(endpoint: string, request: ListRequest): Promise<IDataObject[]> {
		const { limit, pageSize, itemsKey, pagingIn = 'query', ...rest } = request;
		const records = await collectPages(async (pageToken, wanted) => {
			const paging = {
				page_size: pageSize === undefined ? undefined : Math.min(pageSize, wanted),
				page_token: pageToken,
			};
			const page: CallRequest =
				pagingIn === 'query'
					? { ...rest, query: { ...rest.query, ...paging } }
					: { ...rest, body: { ...(rest.body as JsonObject | undefined), ...definedOnly(paging) } };
			return readPage(await this.call<JsonObject>(endpoint, page), itemsKey);
		}, limit);
		return records as IDataObject[];
	}

	/**
	 * The records of a paged endpoint one by one: a page is fetched when its first record is wanted. A page token that
	 * repeats ends the list.
	 */
	async *records(endpoint: string, request: Omit<ListRequest, 'limit' | 'pagingIn'>): AsyncGenerator<IDataObject> {
		const { pageSize: page_size, itemsKey, ...rest } = request;
		const seen = new Set<string | undefined>();
		let page_token: string | undefined;
		do {
			seen.add(page_token);
			const query = { ...rest.query, page_size, page_token };
			const page = readPage(await this.call<JsonObject>(endpoint, { ...rest, query }), itemsKey);
			yield* page.records as IDataObject[];
			page_token = page.next;
		} while (page_token !== undefined && !seen.has(page_token));
	}

	/** Downloads into n8n's binary storage as a stream. An error that arrives as JSON is told as such. */
	async download(endpoint: string, request: CallRequest & { fileName?: string } = {}): Promise<IBinaryData> {
		const { fileName, ...given } = request;
		// The platform names the file in its answer only to a request of this type.
		const rest = { ...given, headers: { 'Content-Type': 'application/json; charset=utf-8', ...given.headers } };
		return await this.perform(parseEndpoint(endpoint), rest, 'stream', async (answer) => {
			if (answer.statusCode >= 300 || isEnvelope(answer)) return asError(readAnswer(await asText(answer)));
			return { ok: true, value: await storeAnswer(this.context, answer as BinaryAnswer, fileName) };
		});
	}

	/**
	 * Asks an endpoint about work that the platform goes on with by itself, until it is done. The wait ends at once when
	 * the execution is stopped, and now and then n8n's log says how long it has taken so far.
	 * @returns what the platform said in the end
	 * @throws JobError when the work failed or took too long; else as `call`
	 */
	async poll<T extends object = IDataObject>(endpoint: string, request: CallRequest, job: Job<T>): Promise<T> {
		let nextLine = 0;
		const progress = (waitedMs: number) => {
			if (waitedMs < nextLine) return;
			nextLine = waitedMs + LOG_EVERY_MS;
			const words = `Waiting for Feishu: ${duration(waitedMs)} of at most ${duration(job.longestMs)}`;
			this.context.logger.info(words, { node: this.context.getNode().name, endpoint });
		};
		return await pollUntil(async () => await this.call<T>(endpoint, request), job, {
			cancel: this.cancelSignal(),
			progress,
		});
	}

	/** Whose tokens there are. */
	async tokenKinds(): Promise<readonly TokenKind[]> {
		return await this.session.tokenKinds();
	}

	/** Whether a person acts: one who has signed in, or whose token was brought along. */
	async isPerson(): Promise<boolean> {
		return (await this.tokenKinds()).includes('user');
	}

	/** What the person who signed in has granted; undefined where that is not known, or nobody has. */
	async grantedByPerson(): Promise<readonly string[] | undefined> {
		return await this.session.grantedScopes?.();
	}

	/** The address of the platform, or of its other host, without a trailing slash; a private deployment has one for both. @throws InputError about the Base URL of the credential */
	async origin(host?: 'www' | 'client'): Promise<string> {
		return await this.session.origin(host);
	}

	/** The developer console's page of the credential's app, where that is known. @throws InputError about the Base URL */
	async consoleUrl(): Promise<string | undefined> {
		return await this.session.consoleUrl();
	}

	/** For whom calls are made: lists of one sender are not another's. @throws InputError about the Base URL */
	async sender(): Promise<Sender> {
		return await this.session.sender();
	}

	private async perform<T>(
		endpoint: Endpoint,
		request: CallRequest,
		encoding: 'text' | 'stream',
		read: (answer: IN8nHttpFullResponse) => Promise<Outcome<T>>,
	): Promise<T> {
		throwIfRefused(this.session);
		const performed = this.performAnyway(endpoint, request, encoding, read);
		return await performed.catch((error: unknown) => noteRefusal(this.session, error));
	}

	private async performAnyway<T>(
		endpoint: Endpoint,
		request: CallRequest,
		encoding: 'text' | 'stream',
		read: (answer: IN8nHttpFullResponse) => Promise<Outcome<T>>,
	): Promise<T> {
		const sender = await this.session.sender();
		const pacing = this.options.keepToLimits
			? await Pacing.of(sender, endpoint, request.paces)
			: Pacing.ofWriters(sender, request.paces);
		const origin = await this.session.origin(request.host);
		const url = `${origin}${fillPath(endpoint.path, request.path)}${queryString(request.query)}`;
		let used: string | undefined;
		return await performCall<T>(
			async ({ renew }) => {
				const options: IHttpRequestOptions = {
					method: endpoint.method,
					url,
					headers: ownHeaders({ ...this.options.headers, ...request.headers }),
					encoding,
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					// What was sent would go along, and the answer would be taken for the platform's.
					disableFollowRedirect: true,
					timeout: this.options.timeoutMs,
				};
				await setBody(options, request);
				try {
					const { result, token } = await this.session.use(
						renew ? used : undefined,
						request.identity ?? 'tenant',
						async (signature) => {
							// Only now, when there is a token: what has passed leaves at once.
							const passage = await pacing.pass(this.cancelSignal());
							try {
								const answer = await this.send(options, signature);
								passage.answered();
								return answer;
							} finally {
								passage.over();
							}
						},
					);
					used = token;
					const outcome = await read(result);
					if (!outcome.ok) pacing.heed(outcome.failure, this.options.longestWaitMs);
					return outcome;
				} catch (error) {
					return unanswered(error, this.cancelSignal());
				}
			},
			this.policy(endpoint, request),
		);
	}

	private async send(options: IHttpRequestOptions, { type, options: how }: Signature): Promise<IN8nHttpFullResponse> {
		return (await this.context.helpers.httpRequestWithAuthentication.call(
			this.context,
			type,
			{ ...options },
			how,
		)) as IN8nHttpFullResponse;
	}

	private policy(endpoint: Endpoint, request: CallRequest): CallPolicy {
		return {
			idempotent: request.idempotent ?? endpoint.method === 'GET',
			maxAttempts: this.options.maxAttempts,
			maxWaitMs: this.options.longestWaitMs,
			renewable: this.session.renewable,
			cancel: this.cancelSignal(),
		};
	}

	private cancelSignal(): AbortSignal | undefined {
		return cancelSignalOf(this.context);
	}
}

/** A request that got no answer: the network's failures are told apart, everything else is passed on. */
function unanswered(error: unknown, cancel: AbortSignal | undefined): Outcome<never> {
	throwIfCancelled(error, cancel);
	const token = findCause<TokenError>(error, 'FeishuTokenError');
	if (token) {
		if (!token.temporary) throw token;
		return { ok: false, failure: token.temporary };
	}
	return withoutAnswer(error);
}

async function setBody(options: IHttpRequestOptions, request: CallRequest): Promise<void> {
	if (request.form) {
		options.body = await request.form();
	} else if (request.body !== undefined) {
		// As text, because n8n sends no body at all for an empty object.
		options.body = JSON.stringify(request.body);
		options.headers = { 'Content-Type': 'application/json; charset=utf-8', ...options.headers };
	}
}

/** JSON in place of a file tells an error; a JSON file comes under its name. */
function isEnvelope(answer: IN8nHttpFullResponse): boolean {
	return saysJson({ headers: answer.headers as Answer['headers'] }) && fileNameOf(answer) === undefined;
}

/** A download that answers with JSON and code 0 gave no file either. */
function asError(outcome: Outcome<Envelope>): Outcome<never> {
	if (!outcome.ok) return outcome;
	return {
		ok: false,
		failure: { kind: 'noFile', delivered: true, msg: '', scopes: [], fieldViolations: [], helps: [] },
	};
}

function definedOnly(values: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
