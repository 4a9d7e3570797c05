import { createHash } from 'node:crypto';
import { type OAuthCode, oauthError } from '../platform/oauthErrors';
import type { Platform } from '../gateway/platform';
import type { AuthorizationCode, RefreshToken } from '../state/accounts';
import type { App } from '../state/apps';
import type { User } from '../state/contact';
import { narrowed } from './askedScopes';
import type { Fields } from './fields';
import { refreshTokenFor } from './grants';
import { ALWAYS_GRANTED, OFFLINE } from './knownScopes';
import { type Trouble, troubleOf } from './standing';
import type { TokenRequest } from './tokenRequest';

/** How the newer endpoints tell what keeps a person from an app. */
const TROUBLES: Readonly<Record<Trouble, OAuthCode>> = {
	unknown: 20008,
	resigned: 20066,
	frozen: 20066,
	unregistered: 20066,
	notInstalled: 20009,
	unavailable: 20010,
};

/** The person of a login, who may still use the app. */
function personOf({ store }: Platform, app: App, openId: string): User {
	const user = store.homeOf(openId)?.contact.users.get(openId);
	const trouble = troubleOf(store, app, user);
	if (trouble || !user) throw oauthError(TROUBLES[trouble ?? 'unknown']);
	return user;
}

const VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/;

function isProved({ challenge }: AuthorizationCode, verifier: string | undefined): boolean {
	if (!challenge) return true;
	if (verifier === undefined || !VERIFIER.test(verifier)) return false;
	const hashed = () => createHash('sha256').update(verifier).digest('base64url');
	return challenge.value === (challenge.method === 'S256' ? hashed() : verifier);
}

function scopesFor(granted: readonly string[], { scope }: Fields, permitted?: readonly string[]): readonly string[] {
	const read = narrowed(granted, scope, permitted);
	if ('code' in read) throw oauthError(read.code);
	return read.scopes;
}

/** What an exchange gives: a token of the person and, as far as that is granted, one for the next. */
function tokensOf(
	platform: Platform,
	app: App,
	user: User,
	scopes: readonly string[],
	refresh?: string,
	seconds?: number,
) {
	return {
		oauth: {
			access_token: platform.tokens.issueTo(app, user, scopes, { older: false }),
			expires_in: platform.tokens.userSeconds(),
			...(refresh !== undefined && { refresh_token: refresh, refresh_token_expires_in: seconds }),
			token_type: 'Bearer',
			scope: [...scopes].sort().join(' '),
		},
	};
}

/** Source: https://open.feishu.cn/document/authentication-management/access-token/get-user-access-token */
export function exchangeCode(platform: Platform, { app, fields }: TokenRequest) {
	const { store, clock } = platform;
	if (fields.code === undefined) throw oauthError(20001);
	const code = store.accounts.codes.get(fields.code);
	if (!code) throw oauthError(20003);
	if (code.app_id !== app.app_id) throw oauthError(20024);
	if (code.used) throw oauthError(20065);
	if (code.expires_at <= clock.now()) throw oauthError(20004);
	if (fields.redirect_uri !== undefined && fields.redirect_uri !== code.redirect_uri) throw oauthError(20071);
	if (!isProved(code, fields.code_verifier)) throw oauthError(20049);
	const user = personOf(platform, app, code.open_id);
	const consent = store.accounts.consentOf(code);
	const asked = [ALWAYS_GRANTED, ...code.asked];
	// Of what was granted another time all comes along, but for the right to stay signed in, which is asked for each time.
	const granted = (consent?.scopes ?? asked).filter((scope) => scope !== OFFLINE || asked.includes(OFFLINE));
	const scopes = scopesFor(granted, fields, asked);
	code.used = true;
	const { app_id, tenant_key, open_id } = code;
	const granted_at = consent?.granted_at ?? clock.now();
	const grant = { app_id, tenant_key, open_id, scopes, granted_at, version: 2 } as const;
	const refresh = refreshTokenFor(platform, grant);
	return tokensOf(platform, app, user, scopes, refresh?.token, refresh?.seconds);
}

function usableToken({ store, clock }: Platform, app: App, token: string): RefreshToken {
	const found = store.accounts.refreshTokens.get(token);
	if (!found || found.version === 1) throw oauthError(20026);
	if (found.app_id !== app.app_id) throw oauthError(20024);
	if (found.state === 'revoked') throw oauthError(20064);
	if (found.state === 'used') throw oauthError(store.settings.usedRefreshToken === 'used' ? 20073 : 20064);
	if (found.expires_at <= clock.now()) throw oauthError(20037);
	return found;
}

/**
 * The old refresh token ends at once, the old token of the person at its own end.
 * Source: https://open.feishu.cn/document/authentication-management/access-token/refresh-user-access-token
 */
export function exchangeRefreshToken(platform: Platform, { app, fields }: TokenRequest) {
	if (fields.refresh_token === undefined) throw oauthError(20001);
	if (!app.allow_refresh_token) throw oauthError(20074);
	const old = usableToken(platform, app, fields.refresh_token);
	const user = personOf(platform, app, old.open_id);
	const scopes = scopesFor(old.scopes, fields);
	if (platform.store.settings.refreshAnswers === 'kept') return tokensOf(platform, app, user, scopes);
	old.state = 'used';
	const refresh = refreshTokenFor(platform, old);
	return tokensOf(platform, app, user, scopes, refresh?.token, refresh?.seconds);
}
