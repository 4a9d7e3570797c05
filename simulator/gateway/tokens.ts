import type { App, Install, Token } from '../state/apps';
import type { User } from '../state/contact';
import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import type { Clock } from '../platform/clock';
import { PlatformError } from '../platform/envelope';
import { newId } from '../platform/ids';

const MISSING = 'Missing access token for authorization. Please make a request with token attached.';
const INVALID = 'Invalid access token for authorization. Please make a test attempt with another token.';

/** An app token of a self-built app is its tenant token, under another name; that of a store app is a token of its own. */
export type TokenKind = 'tenant' | 'user' | 'app';

/** For endpoints that people and apps may call. */
export const BOTH: readonly TokenKind[] = ['tenant', 'user'];

/** Who calls, and the company in which that happens. */
export interface Caller {
	by: Operator;
	store: Store;
	/** The company has switched the app off. */
	stopped: boolean;
}

/** By how a token begins. */
const FORMS: readonly { form: RegExp; kind: TokenKind; code: number }[] = [
	{ form: /^(u-|eyJ)/, kind: 'user', code: 99991668 },
	{ form: /^t-/, kind: 'tenant', code: 99991663 },
	{ form: /^a-/, kind: 'app', code: 99991664 },
];

const formOf = (token: string) => FORMS.find(({ form }) => form.test(token));
const isOfPerson = ({ token }: Token) => formOf(token)?.kind === 'user';

/** The tokens of apps and people. */
export class Tokens {
	constructor(
		private readonly store: Store,
		private readonly clock: Clock,
		private readonly lifetimeSeconds: number,
	) {}

	/**
	 * One token is handed out again until a quarter of its life is left (30 minutes of 2 hours), then a new one, and both stay
	 * good to their own end. `expire` is the remaining life in seconds.
	 * Source: https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal
	 */
	issue(
		app: App,
		{ kind = 'tenant', tenantKey }: { kind?: 'tenant' | 'app'; tenantKey?: string } = {},
	): { token: string; expire: number } {
		const now = this.clock.now();
		const fresh = this.store.apps.tokens.filter(
			(entry) =>
				entry.app_id === app.app_id &&
				entry.tenant_key === tenantKey &&
				formOf(entry.token)?.kind === kind &&
				!entry.revoked &&
				entry.expires_at - now >= this.lifetimeSeconds * 250,
		);
		const kept = fresh[fresh.length - 1];
		if (kept) return { token: kept.token, expire: Math.floor((kept.expires_at - now) / 1000) };
		const token = kind === 'app' ? newId.appToken() : newId.tenantToken();
		this.keep({ token, app_id: app.app_id, tenant_key: tenantKey }, this.lifetimeSeconds);
		return { token, expire: this.lifetimeSeconds };
	}

	/** A token of a person, as the end of a consent gives it; the older endpoints give short ones. */
	issueTo(
		app: App,
		user: User,
		scopes: readonly string[] | null = null,
		{ older = true }: { older?: boolean } = {},
	): string {
		const token = older ? newId.userToken() : newId.signedToken();
		const home = this.store.homeOf(user.open_id)?.tenantKey;
		this.keep({ token, app_id: app.app_id, open_id: user.open_id, tenant_key: home, scopes }, this.userSeconds());
		return token;
	}

	/** For how long a person's token is good. */
	userSeconds(): number {
		return this.store.settings.userTokenSeconds ?? this.lifetimeSeconds;
	}

	/**
	 * Whom an Authorization header stands for; throws 99991661, 99991671, and the code of an invalid token of its kind, also
	 * for a kind that the endpoint doesn't take.
	 */
	check(authorization: string | undefined, kinds: readonly TokenKind[] = ['tenant']): Caller {
		const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
		if (token === undefined) throw new PlatformError(99991661, MISSING);
		const form = formOf(token);
		if (!form) throw new PlatformError(99991671, `${INVALID} (the token is not of a known shape)`);
		const { kind, code } = form;
		const entry = this.store.apps.tokens.find((candidate) => candidate.token === token);
		const app = entry && this.store.apps.get(entry.app_id);
		const store = this.store.companies.get(entry?.tenant_key ?? this.store.tenantKey);
		if (!entry || !app || !store || entry.revoked) throw new PlatformError(code, INVALID);
		if (!isTaken(kind, kinds, app))
			throw new PlatformError(code, kind === 'user' ? 'user access token not support' : INVALID);
		if (entry.expires_at <= this.clock.now()) throw this.ended(kind, code);
		const stopped = kind !== 'app' && this.requireInstalled(app, store) === 'stopped';
		return { by: kind === 'user' ? this.person(app, store, entry) : { app, scopes: app.scopes }, store, stopped };
	}

	/** Every token so far, of one app or of all. */
	revoke(appId?: string): void {
		for (const entry of this.store.apps.tokens) if (appId === undefined || entry.app_id === appId) entry.revoked = true;
	}

	/** Those of a person at an app. */
	revokeOf(appId: string, openId: string): void {
		for (const entry of this.store.apps.tokens)
			if (entry.app_id === appId && entry.open_id === openId) entry.revoked = true;
	}

	/** The token of a request ends: a person's has expired then, an app's is no longer known. */
	revokeHeader(authorization: string | undefined): void {
		const token = authorization?.replace(/^Bearer /, '');
		for (const entry of this.store.apps.tokens) {
			if (entry.token !== token) continue;
			if (isOfPerson(entry)) entry.expires_at = this.clock.now();
			else entry.revoked = true;
		}
	}

	private keep(token: Omit<Token, 'expires_at' | 'revoked'>, seconds: number): void {
		this.store.apps.tokens.push({ ...token, expires_at: this.clock.now() + seconds * 1000, revoked: false });
	}

	private ended(kind: TokenKind, code: number): PlatformError {
		if (kind !== 'user') return new PlatformError(code, INVALID);
		return new PlatformError(99991677, 'Authentication token expired', { http: this.store.settings.expiredUserToken });
	}

	private requireInstalled(app: App, store: Store): Install {
		const install = store.installOf(app);
		if (install === undefined) throw new PlatformError(99991673, 'unauthorized app');
		return install;
	}

	private person(app: App, store: Store, { open_id: openId, scopes = null }: Token): Operator {
		const { users } = store.contact;
		const user = openId === undefined ? users.values().next().value : users.get(openId);
		if (!user) throw new PlatformError(99991668, INVALID);
		return { app, user, scopes };
	}
}

/** A token of a self-built app's company is one of the app as well. */
const isTaken = (kind: TokenKind, kinds: readonly TokenKind[], { installs }: App) =>
	kinds.includes(kind) || (kind === 'tenant' && kinds.includes('app') && installs === undefined);
