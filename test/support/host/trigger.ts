import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { CredentialRef, WorkflowFile } from '../../../demo/api';

/** Counts what workflows tell it: `POST /<who>/<what>`. */
export class Counter {
	/** What each has told, in order. */
	readonly told = new Map<string, string[]>();

	private constructor(private readonly server: Server) {}

	static async start(): Promise<Counter> {
		const server = createServer((request, response) => {
			const [, who = '', what = ''] = decodeURIComponent(request.url ?? '').split('/');
			counter.told.set(who, [...counter.of(who), what]);
			response.setHeader('content-type', 'application/json');
			response.end('{}');
		});
		const counter = new Counter(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return counter;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	of(who: string): string[] {
		return this.told.get(who) ?? [];
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

/** A workflow with the trigger alone. */
export function triggerWorkflow(name: string, feishuApi: CredentialRef, parameters: object = {}): WorkflowFile {
	return {
		name,
		nodes: [
			{
				id: 'trigger-node',
				name: 'Feishu Trigger',
				type: 'n8n-nodes-feishu-openapi.feishuTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: { events: ['im.message.receive_v1'], ...parameters },
				credentials: { feishuApi },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

/** The same, and each execution tells the counter the ID of its message. */
export function countingWorkflow(name: string, feishuApi: CredentialRef, counter: Counter): WorkflowFile {
	const workflow = triggerWorkflow(name, feishuApi);
	return {
		...workflow,
		nodes: [
			...workflow.nodes,
			{
				id: 'tell-node',
				name: 'Tell',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [220, 0],
				parameters: {
					method: 'POST',
					url: `={{ "${counter.url}/" + $workflow.id + "/" + $json.event.message.message_id }}`,
				},
			},
		],
		connections: { 'Feishu Trigger': { main: [[{ node: 'Tell', type: 'main', index: 0 }]] } },
	};
}

/** A text message of a person, as the platform reports it. */
export function messageEvent(messageId: string, chatId: string, text = messageId): object {
	return {
		sender: { sender_id: { open_id: 'ou_person' }, sender_type: 'user', tenant_key: 'tenant' },
		message: {
			message_id: messageId,
			chat_id: chatId,
			chat_type: 'group',
			message_type: 'text',
			create_time: String(Date.now()),
			content: JSON.stringify({ text }),
		},
	};
}
