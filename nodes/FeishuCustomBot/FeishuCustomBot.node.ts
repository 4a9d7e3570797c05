import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { CUSTOM_BOT_ENDPOINT } from '../../feishu/im/customBot';
import type { OperationRow } from '../shared/operation/operationSet';
import { inWords } from '../shared/operation/subtitle';
import { output, properties, send } from './send';

const row: OperationRow = {
	node: 'Feishu Custom Bot',
	resource: 'Message',
	operation: 'send',
	name: 'Send',
	action: 'Send a message to the group of a custom bot',
	endpoint: CUSTOM_BOT_ENDPOINT,
	calls: [],
	schema: output.schema,
};

/** Messages to a group by its custom bot: no app, no review. */
export class FeishuCustomBot implements INodeType {
	static readonly operations = [row];

	description: INodeTypeDescription = {
		displayName: 'Feishu Custom Bot',
		name: 'feishuCustomBot',
		icon: { light: 'file:../../icons/feishuCustomBot.svg', dark: 'file:../../icons/feishuCustomBot.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: `={{ ${inWords('$parameter["messageType"]')} }}`,
		description: "Send messages and cards to a Feishu or Lark group by the webhook of the group's custom bot",
		defaults: { name: 'Feishu Custom Bot' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'feishuCustomBotApi', required: true }],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await send(this)];
	}
}
