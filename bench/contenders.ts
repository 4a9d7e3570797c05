import type { INode, INodeParameters } from 'n8n-workflow';

import type { CredentialRef, WorkflowFile } from '../demo/api';
import type { Simulator } from '../simulator/index';

export interface Contender {
	name: string;
	/** Items that it gives: a message, or a record, each. */
	messages: number;
	workflow(credential: CredentialRef): WorkflowFile;
}

/** The node that is measured in every workflow. */
export const MEASURED = 'Measured';

/** Adds groups to the simulator and gives messages for them in turn, as JSON. */
export function messagesFor(simulator: Simulator, messages: number, chats: number): string {
	const now = Date.now();
	const ids = Array.from({ length: chats }, (_, index) => `oc_bench${index}`);
	for (const [index, chat_id] of ids.entries()) {
		simulator.store.chats.set(chat_id, {
			chat_id,
			name: `Bench ${index}`,
			description: '',
			chat_type: 'group',
			members: [],
			bots: [simulator.appId],
			create_time: now,
			active_time: now,
		});
	}
	return JSON.stringify(
		Array.from({ length: messages }, (_, index) => ({ chat: ids[index % chats], text: `Message ${index}` })),
	);
}

export type Measured = Pick<INode, 'type' | 'typeVersion'> & { parameters: INodeParameters };

export function feishu(requestOptions: INodeParameters): Measured {
	return {
		type: 'n8n-nodes-feishu-openapi.feishu',
		typeVersion: 1,
		parameters: {
			resource: 'message',
			operation: 'send',
			sendTo: 'chat',
			chat: { __rl: true, mode: 'id', value: '={{ $json.chat }}' },
			messageType: 'text',
			text: '={{ $json.text }}',
			requestOptions,
		},
	};
}

export function httpRequest(url: string): Measured {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: `${url}/open-apis/im/v1/messages?receive_id_type=chat_id`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'feishuApi',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ { receive_id: $json.chat, msg_type: "text", content: JSON.stringify({ text: $json.text }) } }}',
			options: {},
		},
	};
}

/** A workflow that makes the messages and has the measured node send them. */
export function contender(name: string, items: string, measured: Measured): Contender {
	return {
		name,
		messages: (JSON.parse(items) as unknown[]).length,
		workflow: (credential) => ({
			name,
			nodes: [
				step('Start', [0, 0], { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }),
				step('Messages', [200, 0], {
					type: 'n8n-nodes-base.code',
					typeVersion: 2,
					parameters: { jsCode: `return ${items}.map((json) => ({ json }));` },
				}),
				{ ...step(MEASURED, [400, 0], measured), credentials: { feishuApi: credential } },
			],
			connections: {
				Start: { main: [[{ node: 'Messages', type: 'main', index: 0 }]] },
				Messages: { main: [[{ node: MEASURED, type: 'main', index: 0 }]] },
			},
			settings: { executionOrder: 'v1' },
		}),
	};
}

/** A node of a workflow. */
export function step(name: string, position: [number, number], measured: Measured): INode {
	return { id: name.toLowerCase(), name, position, ...measured };
}
