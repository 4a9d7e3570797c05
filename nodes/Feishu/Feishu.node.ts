import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { authenticationFields, credentialsFor } from '../shared/client/authentication';
import { requestOptionsField } from '../shared/fields/requestOptions';
import { OperationSet } from '../shared/operation/operationSet';
import { operationSubtitle } from '../shared/operation/subtitle';
import { runOperations } from '../shared/operation/runOperations';
import { answerResume, resumeWebhooks } from '../shared/im/sendAndWait/resumeWebhook';
import { app } from './resources/app';
import { batchMessage } from './resources/batchMessage';
import { bot } from './resources/bot';
import { callback } from './resources/callback';
import { card } from './resources/card';
import { event } from './resources/event';
import { media } from './resources/media';
import { message } from './resources/message';
import { pin } from './resources/pin';
import { reaction } from './resources/reaction';
import { streamingCard } from './resources/streamingCard';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet(
	[message, streamingCard, card, media, reaction, pin, bot, app, event, callback, batchMessage],
	[requestOptionsField],
	'message',
);

/** Messages, cards and files. */
export class Feishu implements INodeType {
	static readonly operations = operations.rows('Feishu');

	description: INodeTypeDescription = {
		displayName: 'Feishu',
		name: 'feishu',
		icon: { light: 'file:../../icons/feishu.svg', dark: 'file:../../icons/feishu.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({ streamText: 'Stream AI Output' }),
		description: 'Send messages, cards and files in Feishu or Lark, and ask people in the chat',
		defaults: { name: 'Feishu' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: credentialsFor(),
		webhooks: resumeWebhooks,
		waitingNodeTooltip:
			'={{ $parameter["operation"] !== "sendAndWait" ? "" : "The workflow goes on with the answer." + ($parameter["answerIn"] === "link" ? "" : " Clicks in the card need an active Feishu Trigger of the same app.") }}',
		properties: [...authenticationFields(), ...operations.properties()],
	};

	methods = operations.methods();

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, operations);
	}

	/** An answer to Send and Wait. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerResume.call(this);
	}
}
