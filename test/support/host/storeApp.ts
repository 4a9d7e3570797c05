import type { INode } from 'n8n-workflow';

import type { CredentialRef, SavedWorkflow } from '../../../demo/api';
import { webhookPath } from '../../../demo/workflows';
import { byId, type HostContext } from './context';
import { eventually } from './eventually';
import type { ChatState, MessageState, State } from './simulator';

/** An organization that has installed the app. */
export interface Tenant {
	key: string;
	/** One of its groups, with the bot in it. */
	chat: ChatState;
}

export interface StoreApp {
	appId: string;
	credential: CredentialRef;
	tenants: Tenant[];
	/** Answers who writes to the bot, in whichever organization. */
	listener: SavedWorkflow;
}

/** An app of the app directory in two organizations; its events come to a published workflow, and with them the ticket. */
export async function storeApp(context: HostContext): Promise<StoreApp> {
	const { api, feishu, platform } = context;
	const app = await feishu.request<{ app_id: string; app_secret: string }>('POST', '/apps', {
		name: 'Store Bot',
		type: 'store',
	});
	const keys = [platform.store.tenantKey];
	keys.push((await feishu.request<{ tenant_key: string }>('POST', '/companies', { name: 'Other Company' })).tenant_key);
	for (const key of keys) await feishu.request('PUT', `/apps/${app.app_id}/installs/${key}`, { groups: true });
	const credential = await api.saveCredential('A store app', 'feishuStoreAppApi', {
		region: 'custom',
		baseUrl: platform.url,
		appId: app.app_id,
		appSecret: app.app_secret,
		encryptSecretKey: platform.store.apps.get(app.app_id)?.encrypt_key ?? '',
		verificationToken: platform.store.apps.get(app.app_id)?.verification_token ?? '',
	});
	const tenants = await Promise.all(keys.map(async (key) => ({ key, chat: await groupOf(context, key, app.app_id) })));
	const listener = await api.createWorkflow(listening(credential));
	await api.activate(listener);
	const event_url = context.editor + webhookPath(listener);
	await feishu.request('PUT', `/apps/${app.app_id}`, { event_url, scopes: null });
	return { appId: app.app_id, credential, tenants, listener };
}

const stateOf = ({ feishu }: HostContext, tenant: string): Promise<State> =>
	feishu.request('GET', `/companies/${tenant}/state`);

async function groupOf(context: HostContext, tenant: string, appId: string): Promise<ChatState> {
	const { chats } = await stateOf(context, tenant);
	const chat = chats.find((one) => one.chat_type === 'group' && one.members.length > 0);
	if (!chat) throw new Error(`${appId} is in no group of ${tenant}`);
	return chat;
}

/** Somebody writes in the group of an organization; gives the bot's answer. */
export async function answered(context: HostContext, { key, chat }: Tenant, text: string): Promise<MessageState> {
	const { message_id: id } = await context.feishu.request<{ message_id: string }>(
		'POST',
		`/companies/${key}/chats/${chat.chat_id}/messages`,
		{ open_id: chat.members[0], text },
	);
	return await eventually(`the answer to "${text}"`, async () =>
		(await stateOf(context, key)).messages.find(({ parent_id: parent }) => parent === id),
	);
}

/** The platform pushes a new ticket, and n8n has taken it. */
export async function newTicket(context: HostContext, appId: string): Promise<void> {
	await context.feishu.request('POST', `/apps/${appId}/ticket`, {});
	await eventually('the ticket to be taken', async () => {
		const pushed = await context.feishu.request<Array<{ status: string }>>(
			'GET',
			`/deliveries?app_id=${appId}&event_type=app_ticket`,
		);
		return pushed.at(-1)?.status === 'delivered';
	});
}

type Step = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

/** A step that acts as the app in the organization of the item. */
export const storeAppStep = (
	credential: CredentialRef,
	name: string,
	parameters: INode['parameters'],
	type = 'feishu',
): Step => ({
	name,
	type: `n8n-nodes-feishu-openapi.${type}`,
	typeVersion: 1,
	parameters: { authentication: 'storeApp', tenantKey: '={{ $json.tenant_key }}', ...parameters },
	credentials: { feishuStoreAppApi: credential },
});

function listening(credential: CredentialRef) {
	const trigger = storeAppStep(credential, 'Messages', { events: ['im.message.receive_v1'] }, 'feishuWebhookTrigger');
	const reply = storeAppStep(credential, 'Reply', {
		resource: 'message',
		operation: 'reply',
		messageId: byId('={{ $json.message_id }}'),
		messageType: 'text',
		text: '={{ "You wrote: " + $json.text }}',
	} as INode['parameters']);
	return {
		name: 'A bot of several organizations',
		nodes: [
			{ id: 'messages', position: [0, 0] as [number, number], webhookId: 'store-app-messages', ...trigger },
			{ id: 'reply', position: [220, 0] as [number, number], ...reply },
		],
		connections: { Messages: { main: [[{ node: 'Reply', type: 'main' as const, index: 0 }]] } },
		settings: { executionOrder: 'v1' as const },
	};
}
