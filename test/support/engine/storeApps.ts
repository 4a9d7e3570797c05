import type { CredentialRef } from './execute';
import type { Platform } from './platform';
import { keepSecret } from './witness';

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
	platform: Platform,
	set: { tenantKey?: number; ticket?: string } = {},
): Promise<StoreApp> {
	const { simulator } = platform;
	const control = async <T>(method: string, path: string, body: object): Promise<T> => {
		const answer = await fetch(`${simulator.url}/_sim${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
		return (await answer.json()) as T;
	};
	const app = await control<{ app_id: string; app_secret: string }>('POST', '/apps', {
		name: 'Store Bot',
		type: 'store',
	});
	await control('PUT', `/apps/${app.app_id}`, { scopes: null });
	const { tenant_key: other } = await control<{ tenant_key: string }>('POST', '/companies', { name: 'Other Company' });
	const tenants = [platform.store.tenantKey, other];
	for (const tenant of tenants) await control('PUT', `/apps/${app.app_id}/installs/${tenant}`, { groups: true });
	const groups = tenants.map((tenant) => {
		const { chats } = tenant === platform.store.tenantKey ? platform.store : companyOf(platform, tenant);
		return [...chats.values()]
			.filter(({ chat_type, bots }) => chat_type === 'group' && bots.includes(app.app_id))
			.map(({ chat_id }) => chat_id);
	});
	await control('POST', `/apps/${app.app_id}/ticket`, {});
	const ticket = set.ticket ?? platform.store.accounts.tickets.get(app.app_id)?.sent.at(-1) ?? '';
	keepSecret(app.app_secret);
	const credential = platform.keep(
		'feishuStoreAppApi',
		{
			appId: app.app_id,
			appSecret: app.app_secret,
			tenantKey: set.tenantKey === undefined ? '' : (tenants[set.tenantKey] ?? ''),
			ticketToken: ticket,
		},
		app.app_secret,
	);
	return { credential, appId: app.app_id, tenants, groups };
}

function companyOf({ store }: Platform, tenant: string) {
	const company = store.companies.get(tenant);
	if (!company) throw new Error(`There is no company ${tenant}`);
	return company;
}
