import type { CredentialRef } from './execute';
import type { Platform } from './platform';

export interface StoreApp {
	credential: CredentialRef;
	appId: string;
	/** The keys of the organizations that have installed it. */
	tenants: string[];
	/** The groups that it is in, of each of them. */
	groups: string[][];
}

/** An app of the app directory in two organizations, and a credential for it. @param set `tenantKey`: which of them the credential names */
export async function storeApp(
	{ simulator, keep, store }: Platform,
	set: { tenantKey?: number; ticket?: string } = {},
): Promise<StoreApp> {
	void keep;
	throw new Error(`${simulator.url} ${store.apps.size} ${JSON.stringify(set)}`);
}
