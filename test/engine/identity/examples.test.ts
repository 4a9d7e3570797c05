/** The examples of other identities than an app's; a real n8n runs them as well. */
import { addStoreApp } from '../../../demo/identities';
import { usePlatform, type CredentialRef } from '../../support/engine';
import { runExample, stepOf } from '../../support/engine/example';
import { signedIn } from '../../support/engine/people';

const platform = usePlatform();

const SCOPES = [
	'offline_access',
	'im:message',
	'im:message.send_as_user',
	'im:chat:read',
	'im:message.group_msg:get_as_user',
];

const chosen = (credential: CredentialRef, type: string) => ({ ...credential, type });

test('send-as-a-person writes as the person, in a group of theirs', async () => {
	const { credential } = await signedIn(platform, SCOPES.join(' '));
	const { items, error } = await runExample('send-as-a-person', chosen(credential, 'feishuOAuth2Api'));
	expect(error).toBeUndefined();
	const [sent] = items('Send as Me');
	const { sender, chat_id } = platform.message(sent?.message_id);
	expect(sender).toEqual({ id: platform.user.open_id, id_type: 'open_id', sender_type: 'user' });
	expect(platform.store.chats.get(chat_id)?.members).toContain(platform.user.open_id);
	expect(items('What Stands There')).toMatchObject([{ message_id: sent?.message_id }]);
});

test('store-app-two-tenants writes to a group of each organization', async () => {
	const data = await addStoreApp(platform.simulator);
	const credential = platform.keep('feishuStoreAppApi', data, String(data.appSecret), String(data.ticketToken));
	const { jsCode } = stepOf('store-app-two-tenants', 'Organizations').parameters;
	const tenants = [...String(jsCode).matchAll(/tenant_key: '(\w+)'/g)].map(([, key]) => key ?? '');
	expect(tenants).toHaveLength(2);
	const Organizations = tenants.map((tenant_key) => ({ tenant_key }));
	const app = chosen(credential, 'feishuStoreAppApi');
	const { items, error } = await runExample('store-app-two-tenants', app, { Organizations });
	expect(error).toBeUndefined();
	const sent = items('Send the Alert');
	expect(sent).toHaveLength(2);
	for (const [index, tenant] of tenants.entries())
		expect(platform.store.companies.get(tenant)?.messages.get(String(sent[index]?.message_id))).toMatchObject({
			sender: { id: data.appId, sender_type: 'app' },
		});
});
