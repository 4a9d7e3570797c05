import type { IN8nHttpFullResponse, ITriggerFunctions } from 'n8n-workflow';

import type { App } from '../../../feishu/api/app';
import { isTokenRefused } from '../../../feishu/api/call';
import { fillPath, parseEndpoint, type HttpMethod } from '../../../feishu/api/endpoint';
import { readAnswer, type Answer, type Envelope, type Outcome } from '../../../feishu/api/envelope';
import { openApiOrigin } from '../../../feishu/api/regions';
import { storeAppTokens } from '../../../feishu/api/storeApp';
import { readTokens, signIn, type Send } from '../../../feishu/api/tokens';
import type { JsonObject } from '../../../feishu/json';
import { asText, withoutAnswer } from './httpAnswer';

/** What a trigger or a webhook still has when it has answered, or has nothing else yet: n8n's helper for requests, and its log. */
export interface BareContext {
	helpers: Pick<ITriggerFunctions['helpers'], 'httpRequest'>;
	logger: Pick<ITriggerFunctions['logger'], 'warn'>;
}

export interface BareRequest {
	method: HttpMethod;
	url: string;
	/** An object goes as JSON. */
	body: string | JsonObject;
	headers?: Record<string, string>;
	/** Until an answer must be there; 30 s unless given. */
	timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

/**
 * Sends a request as it is, by n8n's own way to the network, which knows its proxies. No token is added, nothing is
 * repeated, and no redirect is followed: what was sent would go along.
 * @returns the answer, whatever its status
 * @throws what n8n's helper throws where there is none
 */
export async function bareRequest(
	{ helpers }: Pick<BareContext, 'helpers'>,
	{ method, url, body, headers, timeoutMs = TIMEOUT_MS }: BareRequest,
): Promise<Answer> {
	const isText = typeof body === 'string';
	const answer = (await helpers.httpRequest({
		method,
		url,
		body: isText ? body : JSON.stringify(body),
		headers: isText ? headers : { ...JSON_TYPE, ...headers },
		encoding: 'text',
		json: false,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: timeoutMs,
	})) as IN8nHttpFullResponse;
	return await asText(answer);
}

/**
 * The platform by bare requests: for what is called after a trigger or a webhook has answered, when n8n neither stores
 * tokens for it nor resolves a credential any more. Who can, takes `FeishuClient`.
 */
export class BareClient {
	private token: string | undefined;

	/** @param tenant of a store app: the organization in whose name it calls */
	constructor(
		private readonly context: Pick<BareContext, 'helpers'>,
		private readonly app: App,
		private readonly tenant = '',
	) {}

	/**
	 * Calls an endpoint once. The token is asked for with the first call.
	 * @throws TokenError, InputError about the Base URL, and what is no failure of the network
	 */
	async call(
		endpoint: string,
		{ path, body }: { path?: Readonly<Record<string, string>>; body: JsonObject },
	): Promise<Outcome<Envelope>> {
		const { method, path: template } = parseEndpoint(endpoint);
		const url = `${openApiOrigin(this.app)}${fillPath(template, path)}`;
		return await this.send({ method, url, body }).catch(withoutAnswer);
	}

	private async send(request: BareRequest): Promise<Outcome<Envelope>> {
		this.token ??= await this.signedIn();
		const headers = { Authorization: `Bearer ${this.token}` };
		const outcome = readAnswer(await bareRequest(this.context, { ...request, headers }));
		if (!outcome.ok && isTokenRefused(outcome.failure)) this.token = undefined;
		return outcome;
	}

	private async signedIn(): Promise<string> {
		const { ofStore } = this.app;
		if (!ofStore) return readTokens(await bareRequest(this.context, signIn(this.app)), Date.now()).tenantAccessToken;
		const send: Send = async ({ body = '', ...request }) => await bareRequest(this.context, { ...request, body });
		const { accessToken } = await storeAppTokens({ ...ofStore, wantedTenant: this.tenant }, send, Date.now());
		return accessToken ?? '';
	}
}
