import { PlatformError } from './envelope';

type Refusal = readonly [http: number, error: string, description: string];

/**
 * How the OAuth endpoints refuse. Source: https://open.feishu.cn/document/authentication-management/access-token/get-user-access-token
 * and …/refresh-user-access-token; the pages name no `error` but `server_error`, so the others are those of RFC 6749.
 */
const OAUTH_ERRORS = {
	20001: [400, 'invalid_request', 'The request is missing a required parameter.'],
	20002: [400, 'invalid_client', 'The client secret is invalid.'],
	20003: [
		400,
		'invalid_grant',
		'The authorization code is not found. Please note that an authorization code can only be used once.',
	],
	20004: [400, 'invalid_grant', 'The authorization code has expired.'],
	20008: [400, 'invalid_grant', 'The user does not exist.'],
	20009: [400, 'unauthorized_client', 'The specified app is not installed.'],
	20010: [400, 'invalid_grant', 'The user does not have permission to use this app.'],
	20024: [
		400,
		'invalid_grant',
		'The provided authorization code or refresh token does not match the provided client ID.',
	],
	20026: [400, 'invalid_grant', 'The refresh token passed is invalid. Please check the value.'],
	20036: [400, 'unsupported_grant_type', 'The specified grant_type is not supported.'],
	20037: [400, 'invalid_grant', 'The refresh token passed has expired. Please generate a new one.'],
	20046: [400, 'invalid_client', 'Brand inconsistency'],
	20048: [400, 'invalid_client', 'The specified app does not exist.'],
	20049: [400, 'invalid_grant', 'PKCE code challenge failed.'],
	20050: [500, 'server_error', 'An unexpected server error occurred. Please retry your request.'],
	20063: [400, 'invalid_request', 'The request is malformed. Please check your request.'],
	20064: [
		400,
		'invalid_grant',
		'The refresh token has been revoked. Please note that a refresh token can only be used once.',
	],
	20065: [
		400,
		'invalid_grant',
		'The authorization code has been used. Please note that an authorization code can only be used once.',
	],
	20066: [400, 'invalid_grant', 'The user status is invalid.'],
	20067: [
		400,
		'invalid_scope',
		'The provided scope list contains duplicate scopes. Please ensure all scopes are unique.',
	],
	20068: [
		400,
		'invalid_scope',
		'The provided scope list contains scopes that are not permitted. Please ensure all scopes are allowed.',
	],
	20069: [400, 'unauthorized_client', 'The specified app is not enabled.'],
	20070: [400, 'invalid_request', 'Multiple authentication methods were provided. Please only use one to proceed.'],
	20071: [400, 'invalid_grant', 'The provided redirect URI does not match the one used during authorization.'],
	20072: [503, 'temporarily_unavailable', 'The server is temporarily unavailable. Please retry your request.'],
	20073: [
		400,
		'invalid_grant',
		'The refresh token has been used. Please note that a refresh token can only be used once.',
	],
	20074: [400, 'unauthorized_client', 'The specified app is not allowed to refresh token.'],
} as const satisfies Record<number, Refusal>;

export type OAuthCode = keyof typeof OAUTH_ERRORS;

/** The refusal of a code, in the shape of the OAuth endpoints. */
export function oauthError(code: OAuthCode): PlatformError {
	const [http, oauth, description] = OAUTH_ERRORS[code];
	return new PlatformError(code, description, { http, oauth });
}

/** What a test lets go wrong, in the same shape: its own status and words, else those of the code. */
export function oauthFault({ code, http, msg }: { code: number; http?: number; msg?: string }): PlatformError {
	const known: Refusal | undefined = Object.hasOwn(OAUTH_ERRORS, code) ? OAUTH_ERRORS[code as OAuthCode] : undefined;
	const [usual, oauth, description] = known ?? [400, 'server_error', 'simulated fault'];
	return new PlatformError(code, msg ?? description, { http: http ?? usual, oauth });
}
