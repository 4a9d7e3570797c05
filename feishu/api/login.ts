import { isObject, parseObject, text, type JsonObject } from '../json';
import { readAnswer } from './envelope';
import type { RegionChoice } from './regions';
import { refusedToken, TokenError, unreachable } from './tokens';
import { networkCode } from './network';

/** Milliseconds before its end from which a login is renewed. */
const MARGIN_MS = 60_000;

/** A person's login, as n8n stores it. */
export interface Login {
	token: string;
	/** Milliseconds since 1970 from which it is used no more; Infinity where that is not known. */
	endsAt: number;
	/** The answer that brought it, with what the platform said of a refusal. */
	answer: JsonObject;
}

/** Reads what n8n stores of a login; undefined where nobody has signed in. */
export function readLogin(stored: unknown): Login | undefined {
	if (!isObject(stored) || text(stored.access_token) === '') return undefined;
	const endsAt = Number(stored.n8n_expires_at);
	return {
		token: text(stored.access_token),
		endsAt: Number.isFinite(endsAt) && endsAt > 0 ? endsAt - MARGIN_MS : Infinity,
		answer: stored,
	};
}

/** What the person has granted, which comes with each login; undefined where the platform did not say. */
export function grantedBy({ answer }: Login): string[] | undefined {
	const scopes = text(answer.scope)
		.split(/\s+/)
		.filter((scope) => scope !== '');
	return scopes.length > 0 ? scopes.sort() : undefined;
}

const RECONNECT = 'Open the credential and connect it again';

/** Nobody has signed in, or the platform gave n8n no token. */
export function notConnected(): TokenError {
	return new TokenError(`The person of this credential has not signed in. ${RECONNECT}`);
}

/** The login has ended, and it can't be renewed; n8n keeps the platform's reason to itself. */
export function endedLogin(): TokenError {
	return new TokenError(
		`The person's login has ended, or was renewed by another system. ${RECONNECT}, and do not share one login between systems. Where the account may not use the app any more, the page that opens says so`,
	);
}

/**
 * What a failed refresh comes to. Its own error holds the request with the App Secret, so nothing of that goes along.
 * @param error n8n's: of its OAuth client with the answer as `body`, of the HTTP client with the answer as text, or n8n's own words
 */
export function failedRefresh(error: unknown, choice: Pick<RegionChoice, 'region'>): TokenError {
	const { body, status } = answerIn(error);
	if (body) {
		const outcome = readAnswer({ status, headers: {}, body: JSON.stringify(body) });
		if (!outcome.ok) return refusedToken(outcome.failure);
	}
	if (error instanceof Error && /no refresh token|refreshToken is required/i.test(error.message)) {
		return new TokenError(
			`The person's login has ended, and it can't be renewed because offline_access was not granted. Switch on "Refresh user_access_token" in the developer console under Security Settings, enable offline_access, publish a version, and connect the credential again`,
		);
	}
	if (status >= 500) {
		return refusedToken({
			kind: 'http',
			delivered: false,
			status,
			msg: '',
			scopes: [],
			fieldViolations: [],
			helps: [],
		});
	}
	return networkCode(error) === undefined || status > 0 ? endedLogin() : unreachable(error, choice);
}

/** n8n kept the old token: what it stored beside it says why. */
export function expiredLogin({ answer }: Login): TokenError {
	const { code, error_description: msg } = answer;
	if (typeof code !== 'number' || code === 0) return endedLogin();
	const body = JSON.stringify({ code, msg });
	const outcome = readAnswer({ status: 200, headers: {}, body });
	return outcome.ok ? endedLogin() : refusedToken(outcome.failure);
}

function answerIn(error: unknown): { body?: JsonObject; status: number } {
	if (!isObject(error)) return { status: 0 };
	const { body, response } = error;
	if (isObject(body)) return { body, status: 400 };
	if (!isObject(response)) return { status: 0 };
	const { data, status } = response;
	return { body: isObject(data) ? data : parseObject(text(data)), status: Number(status) || 0 };
}
