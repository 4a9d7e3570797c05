import type { INode, INodeParameters } from 'n8n-workflow';

import type { CredentialRef, WorkflowFile } from '../demo/api';
import type { Simulator } from '../simulator/index';

export const BASELINE = "n8n's HTTP Request";

const MESSAGES = 200;
const CHATS = 20;

export interface Contender {
	name: string;
	/** The node that is measured. */
	node: string;
	workflow(credential: CredentialRef): WorkflowFile;
}

/** The same 200 messages, sent by n8n's HTTP Request node and by ours with several numbers of items at once. */
export function contenders(simulator: Simulator): Contender[] {
	const items = messages(simulator);
	return [
		contender(BASELINE, items, httpRequest(simulator.url)),
		...[20, 10, 40, 1].map((itemsAtOnce) =>
			contender(
				itemsAtOnce === 1 ? 'Feishu, one at a time' : `Feishu, ${itemsAtOnce} at once`,
				items,
				feishu(itemsAtOnce),
			),
		),
	];
}

function messages(simulator: Simulator): string {
	const now = Date.now();
	const chats = Array.from({ length: CHATS }, (_, index) => `oc_bench${index}`);
	for (const [index, chat_id] of chats.entries()) {
		const name = `Bench ${index}`;
		simulator.store.chats.set(chat_id, {
			chat_id,
			name,
			description: '',
			chat_type: 'group',
			members: [],
			bots: [simulator.appId],
			create_time: now,
			active_time: now,
		});
	}
	return JSON.stringify(
		Array.from({ length: MESSAGES }, (_, index) => ({ chat: chats[index % CHATS], text: `Message ${index}` })),
	);
}

type Measured = Pick<INode, 'type' | 'typeVersion'> & { parameters: INodeParameters };

function feishu(itemsAtOnce: number): Measured {
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
			requestOptions: { itemsAtOnce },
		},
	};
}

function httpRequest(url: string): Measured {
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

function contender(name: string, items: string, measured: Measured): Contender {
	const node = 'Measured';
	return {
		name,
		node,
		workflow: (credential) => ({
			name,
			nodes: [
				step('Start', [0, 0], { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }),
				step('Messages', [200, 0], {
					type: 'n8n-nodes-base.code',
					typeVersion: 2,
					parameters: { jsCode: `return ${items}.map((json) => ({ json }));` },
				}),
				{ ...step(node, [400, 0], measured), credentials: { feishuApi: credential } },
			],
			connections: {
				Start: { main: [[{ node: 'Messages', type: 'main', index: 0 }]] },
				Messages: { main: [[{ node, type: 'main', index: 0 }]] },
			},
			settings: { executionOrder: 'v1' },
		}),
	};
}

function step(name: string, position: [number, number], measured: Measured): INode {
	return { id: name.toLowerCase(), name, position, ...measured };
}
