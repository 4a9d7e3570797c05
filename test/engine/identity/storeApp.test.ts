/** Nodes of an app of the app directory: tickets, and a token for each organization. */
import { usePlatform, type CredentialRef, type ItemSpec } from '../../support/engine';
import { storeApp } from '../../support/engine/storeApps';
import { until } from '../../support/engine/until';

const platform = usePlatform();

const run = async (credential: CredentialRef, tenantKey: string, items: ItemSpec[] = [{}]) => {
	const parameters = { resource: 'chat', operation: 'getAll', tenantKey, returnAll: true };
	return await platform.run({ node: 'feishuChat', parameters, items, credential });
};

test('each item has the organization that it names, with one token for each', async () => {
	const { credential, tenants, groups } = await storeApp(platform);
	platform.simulator.requests.length = 0;
	const items = [...tenants, ...tenants].map((tenant_key) => ({ json: { tenant_key } }));
	const { error, items: out } = await run(credential, '={{ $json.tenant_key }}', items);
	expect(error).toBeUndefined();
	const of = (index: number) =>
		out.filter(({ pairedItem }) => (pairedItem as { item: number }).item === index).map(({ json }) => json.chat_id);
	expect([of(0), of(1)]).toEqual(groups);
	expect([of(2), of(3)]).toEqual(groups);
	const tokens = platform.tokenRequests.map(({ path }) => path.replace('/open-apis/auth/v3/', ''));
	expect(tokens.filter((path) => path === 'tenant_access_token')).toHaveLength(2);
	expect(tokens.filter((path) => path === 'app_access_token').length).toBeLessThanOrEqual(2);
});

test('the tokens are kept from run to run, of all organizations', async () => {
	const { credential, tenants } = await storeApp(platform);
	const items = tenants.map((tenant_key) => ({ json: { tenant_key } }));
	await run(credential, '={{ $json.tenant_key }}', items);
	platform.simulator.requests.length = 0;
	for (const item of items) {
		const { error } = await run(credential, '={{ $json.tenant_key }}', [item]);
		expect(error).toBeUndefined();
	}
	expect(platform.tokenRequests).toEqual([]);
	expect(platform.calls.filter(({ code }) => code !== 0)).toEqual([]);
});

test('the organization of the credential is taken where an item names none', async () => {
	const { credential, tenants, groups } = await storeApp(platform, { tenantKey: 1 });
	const { error, items } = await run(credential, '={{ $json.tenant_key }}');
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.chat_id)).toEqual(groups[1]);
	expect(tenants).toHaveLength(2);
});

test('without any organization it is refused before any call', async () => {
	const { credential } = await storeApp(platform);
	platform.simulator.requests.length = 0;
	const { error } = await run(credential, '');
	expect(error?.message).toContain("'Tenant Key' is empty");
	expect(error?.description).toContain('$json.tenant_key');
	expect(platform.simulator.requests).toEqual([]);
});

test('without a ticket one is asked for, and the error says where it comes', async () => {
	const { credential, tenants } = await storeApp(platform, { ticket: '' });
	platform.simulator.requests.length = 0;
	const { error } = await platform.run({
		node: 'feishuChat',
		parameters: {
			resource: 'chat',
			operation: 'getAll',
			tenantKey: tenants[0] ?? '',
			requestOptions: { longestWait: 0 },
		},
		credential,
	});
	expect(`${error?.message} ${error?.description}`).toContain('There is no valid app ticket');
	expect(`${error?.message} ${error?.description}`).toContain('Feishu Webhook Trigger');
	expect(platform.tokenRequests.map(({ path }) => path)).toContain('/open-apis/auth/v3/app_ticket/resend');
});

test('a ticket that comes while the workflow waits for it is used', async () => {
	const { credential, tenants, groups, appId } = await storeApp(platform, { ticket: '' });
	platform.simulator.requests.length = 0;
	const waited = new AbortController();
	const clock = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(waited.signal);
	try {
		const running = run(credential, tenants[0] ?? '');
		await until(() => clock.mock.calls.length > 0, 'the wait for the ticket');
		const ticketToken = platform.store.accounts.tickets.get(appId)?.sent.at(-1) ?? '';
		credential.helper.add(credential.id, { ...credential.helper.stored(credential.id), ticketToken });
		waited.abort();
		const { error, items } = await running;
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.chat_id)).toEqual(groups[0]);
		expect(platform.tokenRequests.filter(({ path }) => path.endsWith('/resend'))).toHaveLength(1);
	} finally {
		clock.mockRestore();
	}
});

test('a token that is refused is fetched again with a new app token', async () => {
	const { credential, tenants, groups } = await storeApp(platform, { tenantKey: 0 });
	await run(credential, '');
	platform.store.tokens.length = 0;
	platform.simulator.requests.length = 0;
	const { error, items } = await run(credential, tenants[0] ?? '');
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.chat_id)).toEqual(groups[0]);
	expect(platform.tokenRequests.map(({ path }) => path.replace('/open-apis/auth/v3/', ''))).toEqual([
		'app_access_token',
		'tenant_access_token',
	]);
});

test('an app token that is refused is fetched again, for an organization of which there was no token yet', async () => {
	const { credential, tenants, groups } = await storeApp(platform);
	await run(credential, tenants[0] ?? '');
	platform.simulator.revokeTokens();
	platform.simulator.requests.length = 0;
	const { error, items } = await run(credential, tenants[1] ?? '');
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.chat_id)).toEqual(groups[1]);
	expect(platform.tokenRequests.map(({ path }) => path.replace('/open-apis/auth/v3/', ''))).toEqual([
		'tenant_access_token',
		'app_access_token',
		'tenant_access_token',
	]);
});

test('an organization that has removed the app says so', async () => {
	const { credential, tenants, appId } = await storeApp(platform, { tenantKey: 0 });
	await run(credential, '');
	await fetch(`${platform.simulator.url}/_sim/apps/${appId}/installs/${tenants[0] ?? ''}`, { method: 'DELETE' });
	const { error } = await run(credential, '');
	expect(`${error?.message} ${error?.description}`).toMatch(/not installed in this organization/);
});
