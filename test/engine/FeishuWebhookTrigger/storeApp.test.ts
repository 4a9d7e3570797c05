/** What comes to the Request URL of a store app: tickets are kept with the credential, for every process. */
import { createHash } from 'node:crypto';

import { usePlatform, type CredentialRef } from '../../support/engine';
import { storeApp } from '../../support/engine/storeApps';
import { TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const platform = usePlatform();

const TOKEN = 'a-verification-token';

/** An event as the platform posts it without an Encrypt Key. */
function post(event: Record<string, unknown>, more: Record<string, unknown> = {}) {
	const body = Buffer.from(
		JSON.stringify({
			ts: String(Date.now() / 1000),
			uuid: createHash('md5').update(JSON.stringify(event)).digest('hex'),
			token: TOKEN,
			type: 'event_callback',
			event,
			...more,
		}),
	);
	return { body, headers: { 'content-type': 'application/json' } };
}

const trigger = (credential: CredentialRef) =>
	new TriggerInWorkflow({ authentication: 'storeApp', events: ['*'] }, {}, {
		credential,
	});

function withToken({ helper, id }: CredentialRef): void {
	helper.add(id, { ...helper.stored(id), verificationToken: TOKEN });
}

test('a ticket is stored with the credential, starts no workflow, and serves the next call', async () => {
	const { credential, appId, tenants, groups } = await storeApp(platform, { ticket: '' });
	withToken(credential);
	const ticket = platform.store.accounts.tickets.get(appId)?.sent.at(-1) ?? '';
	platform.simulator.requests.length = 0;
	const answer = await trigger(credential).post(post({ app_id: appId, app_ticket: ticket, type: 'app_ticket' }));
	expect(answer.workflowData).toBeUndefined();
	expect(answer.webhookResponse).toEqual({});
	expect(credential.helper.stored(credential.id).ticketToken).toBe(ticket);
	expect(platform.simulator.requests).toEqual([]);
	const { error, items } = await platform.run({
		node: 'feishuChat',
		parameters: { resource: 'chat', operation: 'getAll', tenantKey: tenants[1] ?? '', returnAll: true },
		credential,
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.chat_id)).toEqual(groups[1]);
});

test('a ticket that is known is not stored again', async () => {
	const { credential, appId } = await storeApp(platform);
	withToken(credential);
	const { writes } = credential.helper.used;
	const app_ticket = String(credential.helper.stored(credential.id).ticketToken);
	await trigger(credential).post(post({ app_id: appId, app_ticket, type: 'app_ticket' }));
	expect(credential.helper.used.writes).toBe(writes);
});

test('a forged ticket is refused', async () => {
	const { credential, appId } = await storeApp(platform);
	withToken(credential);
	const before = credential.helper.stored(credential.id).ticketToken;
	const answer = await trigger(credential).post(
		post({ app_id: appId, app_ticket: 'forged', type: 'app_ticket' }, { token: 'another' }),
	);
	expect(answer.status).toBe(401);
	expect(credential.helper.stored(credential.id).ticketToken).toBe(before);
});

test('an event says which organization it is from', async () => {
	const { credential, appId, tenants } = await storeApp(platform);
	withToken(credential);
	const answer = await trigger(credential).post(
		post({ app_id: appId, type: 'app_open', tenant_key: tenants[1], open_id: 'ou_x' }),
	);
	expect(answer.workflowData?.[0]?.[0]?.json).toMatchObject({ tenant_key: tenants[1] });
});
