import type { App, Token } from '../state/apps';
import type { User } from '../state/contact';
import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import type { Clock } from '../platform/clock';
import { PlatformError } from '../platform/envelope';
import { newId } from '../platform/ids';

const MISSING = 'Missing access token for authorization. Please make a request with token attached.';
const INVALID = 'Invalid access token for authorization. Please make a test attempt with another token.';

/** An app token of a self-built app is its tenant token, under another name. */
export type TokenKind = 'tenant' | 'user' | 'app';

/** For endpoints that people and apps may call. */
export const BOTH: readonly TokenKind[] = ['tenant', 'user'];

const isUserToken = (token: string) => /^(u-|eyJ)/.test(token);

/**
 * Tenant tokens. One token is handed out again until a quarter of its life is left (30 minutes of 2 hours), then a
 * new one, and both stay good to their own end.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal
 */
export class Tokens {
	constructor(
		private readonly store: Store,
		private readonly clock: Clock,
		private readonly lifetimeSeconds: number,
	) {}

	/** `expire` is the remaining life in seconds. */
	issue(app: App): { token: string; expire: number } {
		const now = this.clock.now();
		const fresh = this.store.apps.tokens.filter(
			(entry) =>
				entry.app_id === app.app_id &&
				!isUserToken(entry.token) &&
				!entry.revoked &&
				entry.expires_at - now >= this.lifetimeSeconds * 250,
		);
		const kept = fresh[fresh.length - 1];
		if (kept) return { token: kept.token, expire: Math.floor((kept.expires_at - now) / 1000) };
		const token = newId.tenantToken();
		this.store.apps.tokens.push({
			token,
			app_id: app.app_id,
			expires_at: now + this.lifetimeSeconds * 1000,
			revoked: false,
		});
		return { token, expire: this.lifetimeSeconds };
	}

	/**
	 * Whom an Authorization header stands for; throws 99991661, 99991663, 99991668 or 99991671. A token of a kind that the
	 * endpoint doesn't take gets the code of an invalid one of its kind. User tokens are those in the store that begin
	 * as user tokens do.
	 */
	check(authorization: string | undefined, kinds: readonly TokenKind[] = ['tenant']): Operator {
		const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
		if (token === undefined) throw new PlatformError(99991661, MISSING);
		const isUser = isUserToken(token);
		if (!isUser && !token.startsWith('t-'))
			throw new PlatformError(99991671, `${INVALID} (the token is not of a known shape)`);
		const entry = this.store.apps.tokens.find((candidate) => candidate.token === token);
		const app = entry && this.store.apps.get(entry.app_id);
		const taken = isUser ? kinds.includes('user') : kinds.includes('tenant') || kinds.includes('app');
		if (!entry || !app || !taken || entry.revoked || entry.expires_at <= this.clock.now())
			throw new PlatformError(isUser ? 99991668 : 99991663, INVALID);
		return isUser ? { app, user: this.personOf(entry), scopes: entry.scopes ?? null } : { app, scopes: app.scopes };
	}

	/** A token of a person, as the end of a consent gives it. */
	issueTo(app: App, user: User, scopes: readonly string[] | null = null): string {
		const token = newId.userToken();
		const expires_at = this.clock.now() + this.lifetimeSeconds * 1000;
		this.store.apps.tokens.push({
			token,
			app_id: app.app_id,
			open_id: user.open_id,
			scopes,
			expires_at,
			revoked: false,
		});
		return token;
	}

	private personOf({ open_id: openId }: Token): User | undefined {
		const { users } = this.store.contact;
		return openId === undefined ? users.values().next().value : users.get(openId);
	}

	/** Every token so far, of one app or of all. */
	revoke(appId?: string): void {
		for (const entry of this.store.apps.tokens) if (appId === undefined || entry.app_id === appId) entry.revoked = true;
	}

	revokeHeader(authorization: string | undefined): void {
		const token = authorization?.replace(/^Bearer /, '');
		for (const entry of this.store.apps.tokens) if (entry.token === token) entry.revoked = true;
	}
}
