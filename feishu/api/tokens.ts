import { networkAdvice, tokenAdvice } from '../advice';
import { filled, type App } from './app';
import { isRateLimited, isTemporary } from './call';
import { readAnswer, type Answer, type CallFailure } from './envelope';
import { networkCode, networkFailure } from './network';
import { openApiOrigin, type RegionChoice } from './regions';

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

/** The request that asks for the tokens of an app. @throws InputError about the Base URL, the App ID and the App Secret */
export function signIn(app: App) {
	filled(app);
	const body = { app_id: app.appId, app_secret: app.appSecret };
	return { method: 'POST', url: `${openApiOrigin(app)}${SIGN_IN_PATH}`, body } as const;
}

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
	const outcome = readAnswer(answer);
	if (!outcome.ok) {
		throw refusedToken(outcome.failure);
	}
	const { tenant_access_token: tenant, app_access_token: app, expire } = outcome.value.whole;
	if (typeof tenant !== 'string' || tenant === '' || typeof expire !== 'number') {
		throw new TokenError('The platform answered without a token; check the Region or the Base URL');
	}
	return {
		tenantAccessToken: tenant,
		appAccessToken: typeof app === 'string' && app !== '' ? app : tenant,
		usableUntil: now + Math.max(expire - MARGIN_SECONDS, expire / 2) * 1000,
	};
}

function refusedToken(failure: CallFailure): TokenError {
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
