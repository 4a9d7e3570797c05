import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { requestOptionsField } from '../shared/fields/requestOptions';
import { OperationSet } from '../shared/operation/operationSet';
import { runOperations } from '../shared/operation/runOperations';
import { answerResume, resumeWebhooks } from '../shared/im/sendAndWait/resumeWebhook';
import { batchMessage } from './resources/batchMessage';
import { bot } from './resources/bot';
import { callback } from './resources/callback';
import { card } from './resources/card';
import { chat } from '../FeishuChat/resources/chat';
import { chatMenu } from '../FeishuChat/resources/chatMenu';
import { chatTab } from '../FeishuChat/resources/chatTab';
import { department } from '../FeishuContact/resources/department';
import { event } from './resources/event';
import { media } from './resources/media';
import { message } from './resources/message';
import { pin } from './resources/pin';
import { reaction } from './resources/reaction';
import { streamingCard } from './resources/streamingCard';
import { user } from '../FeishuContact/resources/user';
import { userGroup } from '../FeishuContact/resources/userGroup';

const operations = new OperationSet(
	[
		batchMessage,
		bot,
		callback,
		card,
		chat,
		chatMenu,
		chatTab,
		department,
		event,
		media,
		message,
		pin,
		reaction,
		streamingCard,
		user,
		userGroup,
	],
	[requestOptionsField],
	'message',
);

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
		webhooks: resumeWebhooks,
		waitingNodeTooltip:
			'={{ $parameter["operation"] === "sendAndWait" ? "The workflow goes on with the answer" : "" }}',
		properties: operations.properties(),
	};

	methods = { listSearch: operations.listSearch() };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, operations);
	}

	/** An answer to Send and Wait. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerResume.call(this);
	}
}
