import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { requestOptionsField } from '../shared/fields/requestOptions';
import { OperationSet } from '../shared/resource';
import { runOperations } from '../shared/run';
import { chat } from './resources/chat';
import { media } from './resources/media';
import { message } from './resources/message';
import { user } from './resources/user';

const operations = new OperationSet([chat, media, message, user], [requestOptionsField], 'message');

/** Messages, chats, people and files. */
export class Feishu implements INodeType {
	static readonly operations = operations.rows('Feishu');

	description: INodeTypeDescription = {
		displayName: 'Feishu',
		name: 'feishu',
		icon: { light: 'file:../../icons/feishu.svg', dark: 'file:../../icons/feishu.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send messages, cards and files in Feishu or Lark, and read chats and people',
		defaults: { name: 'Feishu' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'feishuApi', required: true }],
		properties: operations.properties(),
	};

	methods = { listSearch: operations.listSearch() };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, operations);
	}
}
