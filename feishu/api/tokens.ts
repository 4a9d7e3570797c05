import { parseObject, type JsonObject } from '../json';
import { networkAdvice, tokenAdvice } from '../advice';
import { filled, type App } from './app';
import { isRateLimited, isTemporary } from './call';
import { readAnswer, type Answer, type CallFailure } from './envelope';
import { networkCode, networkFailure } from './network';
import { openApiOrigin, originOf, type RegionChoice } from './regions';

/**
 * Tokens of a self-built app. One call gives both: the tenant token that nearly every endpoint
 * takes, and the app token that a few want instead.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/app_access_token_internal
 */
export const SIGN_IN_PATH = '/open-apis/auth/v3/app_access_token/internal';

export interface AppTokens {
	tenantAccessToken: string;
	appAccessToken: string;
	/** Milliseconds since 1970 until which they may be used, already ahead of the real end. */
	usableUntil: number;
}

/**
 * A token asked for with at least half an hour left is the same one again; with less, a new one is
 * given while the old one stays good. So asking five minutes early never leaves a gap.
 */
const MARGIN_SECONDS = 300;

/** Why there is no token. The message is fit to be shown alone, as by the test of a credential: it says what to do. */
export class TokenError extends Error {
	constructor(
		message: string,
		/** The platform's code, when it answered with one. */
		readonly feishuCode?: number,
		/** Set when trying again later may help: what went wrong. */
		readonly temporary?: CallFailure,
		/** What the platform itself said, where the message says it in our words. */
		readonly quote = message,
	) {
		super(message);
		this.name = 'FeishuTokenError';
	}
}

/** @see https://github.com/larksuite/node-sdk its keyless mode sends the same, as JSON */
const ASSERTION_PATH = '/oauth/v3/token';

/**
 * The request that asks for the tokens of an app: with its secret, or with an assertion that somebody else signed for it.
 * @throws InputError about the Base URL, the Accounts URL, the App ID and the App Secret
 */
export function signIn(app: App) {
	filled(app);
	if (app.clientAssertion !== '') {
		const body = {
			grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: app.clientAssertion,
			client_id: app.appId,
		};
		return { method: 'POST', url: `${originOf('accounts', app)}${ASSERTION_PATH}`, body } as const;
	}
	const body = { app_id: app.appId, app_secret: app.appSecret };
	return { method: 'POST', url: `${openApiOrigin(app)}${SIGN_IN_PATH}`, body } as const;
}

/** Sends one request as it is and gives the answer, whatever its status. @throws TokenError where there is none */
export type Send = (request: {
	method: 'GET' | 'POST';
	url: string;
	body?: JsonObject;
	headers?: Record<string, string>;
}) => Promise<Answer>;

const AT_BASE_URL =
	'The credential has its own Base URL: it must be the address of your deployment, such as https://open.example.com, as this n8n reaches it.';

/**
 * The token endpoint could not be reached. The message holds no code of the network: n8n would put words of its own in
 * its place, which name no field.
 */
export function unreachable(error: unknown, { region }: Pick<RegionChoice, 'region'>): TokenError {
	const code = networkCode(error) ?? 'UNKNOWN';
	const { message, hint } = networkAdvice(code);
	const words = [`${message}. ${hint}.`, ...(region === 'custom' ? [AT_BASE_URL] : [])].join(' ');
	return new TokenError(words, undefined, networkFailure(code, false));
}

/**
 * Reads the answer of the token endpoint, which fails with HTTP 200 and a code.
 * @param now milliseconds since 1970
 * @throws TokenError with the platform's own words
 */
export function readTokens(answer: Answer, now: number): AppTokens {
	const byAssertion = parseObject(answer.body)?.access_token !== undefined;
	const { token, usableUntil, whole } = byAssertion
		? readToken(answer, 'access_token', now, MARGIN_SECONDS, 'expires_in')
		: readToken(answer, 'tenant_access_token', now, MARGIN_SECONDS);
	const { app_access_token: app } = whole;
	return {
		tenantAccessToken: token,
		appAccessToken: typeof app === 'string' && app !== '' ? app : token,
		usableUntil,
	};
}

/** A token, and milliseconds since 1970 until which it may be used. */
export interface TimedToken {
	token: string;
	usableUntil: number;
	/** The answer that brought it. */
	whole: JsonObject;
}

/**
 * Reads an answer that gives one token.
 * @param name where it stands
 * @param now milliseconds since 1970
 * @param margin seconds before its end from which it is used no more
 * @throws TokenError with the platform's own words
 */
export function readToken(answer: Answer, name: string, now: number, margin = 180, lifetime = 'expire'): TimedToken {
	const outcome = readAnswer(answer);
	if (!outcome.ok) throw refusedToken(outcome.failure);
	const { whole } = outcome.value;
	const { [name]: token, [lifetime]: seconds } = whole;
	if (typeof token !== 'string' || token === '' || typeof seconds !== 'number') {
		throw new TokenError('The platform answered without a token; check the Region or the Base URL');
	}
	return { token, usableUntil: now + Math.max(seconds - margin, seconds / 2) * 1000, whole };
}

/** The same for an answer that is read already. */
export function refusedToken(failure: CallFailure): TokenError {
	const { code, msg, status } = failure;
	// The business request was never sent, so it may be once there is a token.
	const temporary = isTemporary(failure) || isRateLimited(failure) ? { ...failure, delivered: false } : undefined;
	if (code !== undefined) {
		const quote = `Feishu says: ${msg} (code ${code})`;
		const advice = tokenAdvice(code);
		return new TokenError(advice ? `${advice.message}. ${advice.hint}. ${quote}` : quote, code, temporary, quote);
	}
	if (temporary)
		return new TokenError(
			`The platform failed to give a token (HTTP ${status}); try again in a moment`,
			undefined,
			temporary,
		);
	return new TokenError(
		`The platform did not answer as Feishu does (HTTP ${status}); check the Region or the Base URL`,
	);
}
