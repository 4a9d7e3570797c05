import type { IDataObject } from 'n8n-workflow';

import type { Simulator } from '../simulator';

/** The organization beside the simulator's own that the example of a store app names. */
const OTHER_TENANT = '2ed263bf32cf1651';

/** What the credential of a person holds who has not signed in yet. */
export function personCredential({ url, accountsUrl, appId, appSecret }: Simulator): IDataObject {
	return {
		region: 'custom',
		baseUrl: url,
		accountsUrl,
		clientId: appId,
		clientSecret: appSecret,
		useFor: ['message', 'contact', 'calendar', 'task', 'approval'],
	};
}

/**
 * Adds an app of the store, which two organizations have installed and whose bot is in their groups.
 * @returns what its credential holds, with a ticket that is good for an hour
 */
export async function addStoreApp({ url, store }: Simulator): Promise<Record<string, string>> {
	const control = async <T>(method: string, path: string, body: object = {}): Promise<T> => {
		const response = await fetch(`${url}/_sim${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`The simulator answered ${response.status} to ${path}: ${await response.text()}`);
		return (await response.json()) as T;
	};
	const { app_id: appId, app_secret: appSecret } = await control<{ app_id: string; app_secret: string }>(
		'POST',
		'/apps',
		{ name: 'Store Bot', type: 'store' },
	);
	await control('POST', '/companies', { name: 'Other Company', tenant_key: OTHER_TENANT });
	for (const tenant of [store.tenantKey, OTHER_TENANT])
		await control('PUT', `/apps/${appId}/installs/${tenant}`, { groups: true });
	await control('POST', `/apps/${appId}/ticket`);
	const ticketToken = store.accounts.tickets.get(appId)?.sent.at(-1) ?? '';
	return { region: 'custom', baseUrl: url, appId, appSecret, tenantKey: '', ticketToken };
}
