/** Who posts what to a trigger of n8n: the platforms' requests, as their servers make them. */
import { createHmac, randomUUID } from 'node:crypto';

import type { INode, INodeParameters } from 'n8n-workflow';

import { fetchAnew } from '../demo/fetchAnew';
import type { CredentialRef, WorkflowFile } from '../demo/api';
import { encrypt, signature } from '../simulator/events/crypto';
import { newId } from '../simulator/platform/ids';

export interface Post {
	body: string;
	headers: Record<string, string>;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** A message as n8n's own Webhook node gets it: as it is. */
export const plainPost = (): Post => ({ body: JSON.stringify({ event: message('oc_bench') }), headers: JSON_TYPE });

/** A message in Slack, signed. */
export function slackPost(secret: string): Post {
	const event = { type: 'message', channel: 'C0BENCH', user: 'U0BENCH', text: 'hello', ts: String(Date.now() / 1000) };
	const body = JSON.stringify({ type: 'event_callback', event_id: randomUUID(), event });
	const timestamp = String(Math.floor(Date.now() / 1000));
	const signed = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
	const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signed}` };
	return { body, headers: { ...JSON_TYPE, ...headers } };
}

/** A message in Feishu, new each time and in a chat of its own. */
export function feishuEvent(appId: string): object {
	const now = String(Date.now());
	const header = { event_id: newId.event(), event_type: MESSAGE, create_time: now, token: '', app_id: appId };
	return { schema: '2.0', header: { ...header, tenant_key: 'bench' }, event: message(`oc_${randomUUID()}`) };
}

/** The same, encrypted and signed. @param signedWith another key, and the post is a forged one */
export function feishuPost(appId: string, encryptKey: string, signedWith = encryptKey): Post {
	const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(feishuEvent(appId)), encryptKey) });
	const timestamp = String(Math.floor(Date.now() / 1000));
	const nonce = randomUUID();
	const headers = {
		'x-lark-request-timestamp': timestamp,
		'x-lark-request-nonce': nonce,
		'x-lark-signature': signature(timestamp, nonce, signedWith, body),
	};
	return { body, headers: { ...JSON_TYPE, ...headers } };
}

export const MESSAGE = 'im.message.receive_v1';

function message(chatId: string): object {
	const now = String(Date.now());
	return {
		sender: { sender_id: { open_id: 'ou_bench', union_id: 'on_bench' }, sender_type: 'user', tenant_key: 'bench' },
		message: {
			message_id: `om_${randomUUID().replaceAll('-', '')}`,
			chat_id: chatId,
			chat_type: 'group',
			message_type: 'text',
			create_time: now,
			content: JSON.stringify({ text: 'hello' }),
		},
	};
}

/** n8n answers nobody for the moment. */
export class NotReady extends Error {}

/** Milliseconds until the answer. Fails when it has another status. */
export async function timed(url: string, { body, headers }: Post, status = 200): Promise<number> {
	const from = performance.now();
	const response = await fetchAnew(url, { method: 'POST', body, headers });
	const text = await response.text();
	const ms = Math.round((performance.now() - from) * 10) / 10;
	if (response.status === 503) throw new NotReady(text);
	if (response.status !== status) throw new Error(`${url} answered ${response.status} instead of ${status}: ${text}`);
	return ms;
}

export const FEISHU_WEBHOOK = 'n8n-nodes-feishu-openapi.feishuWebhookTrigger';
export const FEISHU_CONNECTION = 'n8n-nodes-feishu-openapi.feishuTrigger';

interface Trigger {
	type: string;
	typeVersion?: number;
	parameters: INodeParameters;
	credentials?: Record<string, CredentialRef>;
}

/** A workflow of that trigger and a step that does nothing. */
export function startedBy(name: string, { typeVersion = 1, ...trigger }: Trigger): WorkflowFile {
	const nodes: INode[] = [
		{ id: 'trigger', name: 'Trigger', typeVersion, position: [0, 0], webhookId: randomUUID(), ...trigger },
		{ id: 'end', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
	];
	return {
		name,
		nodes,
		connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
