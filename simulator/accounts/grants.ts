import { idsFor } from '../events/eventIds';
import { newId } from '../platform/ids';
import { platformOf } from '../gateway/company';
import type { Platform } from '../gateway/platform';
import type { AuthorizationCode, RefreshToken } from '../state/accounts';
import type { App } from '../state/apps';
import type { User } from '../state/contact';
import type { Store } from '../state/store';
import { ALWAYS_GRANTED, OFFLINE } from './knownScopes';

const CODE_SECONDS = 300;
/** A consent is good for so long, however often its tokens are refreshed. */
const GRANT_SECONDS = 365 * 24 * 3600;
/** Of the older endpoints. */
const OLDER_REFRESH_SECONDS = 30 * 24 * 3600;

/** What an app asks a person for. */
export interface Ask {
	redirect_uri: string;
	scopes: readonly string[];
	challenge?: AuthorizationCode['challenge'];
}

const homeKey = (store: Store, { open_id: openId }: User) => store.homeOf(openId)?.tenantKey ?? store.tenantKey;

/** A person consents: what is granted is added to what was granted before. The code is good for 5 minutes and one use. */
export function consent({ store, clock }: Platform, app: App, user: User, ask: Ask): string {
	const whose = { app_id: app.app_id, open_id: user.open_id, tenant_key: homeKey(store, user) };
	const now = clock.now();
	store.accounts.grant({ ...whose, scopes: [ALWAYS_GRANTED, ...ask.scopes], granted_at: now });
	const code = newId.authorizationCode();
	const { redirect_uri, challenge, scopes } = ask;
	const expires_at = now + CODE_SECONDS * 1000;
	store.accounts.codes.set(code, { ...whose, code, redirect_uri, challenge, asked: scopes, expires_at, used: false });
	store.changed();
	return code;
}

type Grant = Pick<RefreshToken, 'app_id' | 'tenant_key' | 'open_id' | 'scopes' | 'granted_at' | 'version'>;

/** A new refresh token of a grant; `seconds` is its life. The newer endpoints give none without the scope for it. */
export function refreshTokenFor(
	{ store, clock }: Platform,
	grant: Grant,
): { token: string; seconds: number } | undefined {
	if (grant.version === 2 && !grant.scopes.includes(OFFLINE)) return undefined;
	const now = clock.now();
	const usual = grant.version === 1 ? OLDER_REFRESH_SECONDS : store.settings.refreshTokenSeconds;
	const expires_at = Math.min(now + usual * 1000, grant.granted_at + GRANT_SECONDS * 1000);
	const token = grant.version === 1 ? newId.olderRefreshToken() : newId.signedToken();
	store.accounts.refreshTokens.set(token, { ...grant, token, expires_at, state: 'good' });
	return { token, seconds: Math.floor((expires_at - now) / 1000) };
}

/** By whom a consent was taken back, in the words of the event. */
export const REVOKE_REASONS = {
	unknown: 'Revoked by unknown action.',
	user: 'Revoked by user action.',
	administrator: 'Revoked by administrator action.',
	security: 'Revoked by security and risk control action.',
	restriction: 'Revoked by restriction action.',
} as const;

export type RevokedBy = keyof typeof REVOKE_REASONS;

/**
 * Takes back what a person has granted to an app: its tokens are refused from now on, and the app is told.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/authentication-management/auth-v4/user_access_token/events/revoked
 */
export function revoke(platform: Platform, app: App, user: User, by: RevokedBy = 'user'): void {
	const { store, tokens } = platform;
	const whose = { app_id: app.app_id, open_id: user.open_id };
	const isTheirs = (one: typeof whose) => one.app_id === whose.app_id && one.open_id === whose.open_id;
	const refreshable = [...store.accounts.refreshTokens.values()].filter(
		(token) => isTheirs(token) && token.state === 'good',
	);
	for (const token of refreshable) token.state = 'revoked';
	for (const code of store.accounts.codes.values()) if (isTheirs(code)) store.accounts.codes.delete(code.code);
	tokens.revokeOf(app.app_id, user.open_id);
	store.accounts.forget(whose);
	const home = store.homeOf(user.open_id) ?? store;
	platformOf(platform, home).push.event(app.app_id, 'auth.user_access_token.revoked_v4', {
		revoke_token_type: refreshable.length > 0 ? 'user_access_token refresh_token' : 'user_access_token',
		revoke_reason: REVOKE_REASONS[by],
		...idsFor(home, app, user.open_id),
	});
	store.changed();
}
