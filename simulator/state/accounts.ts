/** What a person has been asked for, before it is exchanged for tokens. */
export interface AuthorizationCode {
	code: string;
	app_id: string;
	tenant_key: string;
	/** In the store, as all open_ids here. */
	open_id: string;
	redirect_uri: string;
	/** What was asked for this time, beside what was granted before. */
	asked: readonly string[];
	challenge?: { value: string; method: 'S256' | 'plain' };
	expires_at: number;
	used: boolean;
}

export interface RefreshToken {
	token: string;
	app_id: string;
	tenant_key: string;
	open_id: string;
	/** What was granted when the person consented, of which a refresh may take less. */
	scopes: readonly string[];
	/** The older endpoints give tokens that the newer ones don't know, and the other way round. */
	version: 1 | 2;
	/** When the person consented: a year later no refresh helps. */
	granted_at: number;
	expires_at: number;
	state: 'good' | 'used' | 'revoked';
}

/** What a person has granted to an app, over all times. */
export interface Consent {
	app_id: string;
	tenant_key: string;
	open_id: string;
	scopes: readonly string[];
	granted_at: number;
}

const keyOf = ({ app_id: appId, open_id: openId }: Pick<Consent, 'app_id' | 'open_id'>) => `${appId} ${openId}`;

/** What a store app has been sent to prove that it is the app. */
export interface Tickets {
	/** The newest one last. */
	sent: string[];
	/** When the last one went out. */
	at: number;
	/** When one that was asked for goes out. */
	due?: number;
}

/** The consents of people, and what came of them; the tickets of store apps. */
export class Accounts {
	/** By app_id. */
	readonly tickets = new Map<string, Tickets>();
	readonly codes = new Map<string, AuthorizationCode>();
	readonly refreshTokens = new Map<string, RefreshToken>();
	private readonly all = new Map<string, Consent>();

	consents(): Consent[] {
		return [...this.all.values()];
	}

	consentOf(whose: Pick<Consent, 'app_id' | 'open_id'>): Consent | undefined {
		return this.all.get(keyOf(whose));
	}

	/** Adds to what was granted before. */
	grant(given: Consent): Consent {
		const before = this.consentOf(given)?.scopes ?? [];
		const consent = { ...given, scopes: [...new Set([...before, ...given.scopes])] };
		this.all.set(keyOf(given), consent);
		return consent;
	}

	forget(whose: Pick<Consent, 'app_id' | 'open_id'>): void {
		this.all.delete(keyOf(whose));
	}
}
