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
import { approvalComment } from './resources/approvalComment';
import { approvalDefinition } from './resources/approvalDefinition';
import { approvalInstance } from './resources/approvalInstance';
import { approvalMessage } from './resources/approvalMessage';
import { approvalTask } from './resources/approvalTask';
import { externalApproval } from './resources/externalApproval';
import { answerDecision, decisionWebhooks } from './waiting/answerDecision';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet(
	[approvalInstance, approvalTask, approvalComment, approvalDefinition, externalApproval, approvalMessage],
	[requestOptionsField],
	approvalInstance.value,
);

/** Approvals (审批): their forms, their instances, and who decides. */
export class FeishuApproval implements INodeType {
	static readonly operations = operations.rows('FeishuApproval');

	description: INodeTypeDescription = {
		displayName: 'Feishu Approval',
		name: 'feishuApproval',
		icon: { light: 'file:../../icons/feishuApproval.svg', dark: 'file:../../icons/feishuApproval.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({ externalApproval: 'Third-Party' }),
		description: 'Start, read, decide and wait for approvals (审批) in Feishu or Lark',
		defaults: { name: 'Feishu Approval' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: credentialsFor(),
		webhooks: decisionWebhooks,
		waitingNodeTooltip:
			'={{ $parameter["operation"] !== "createAndWait" ? "" : "The workflow goes on when the approval is decided, of which an active Feishu Trigger of the same app hears." }}',
		properties: [...authenticationFields(), ...operations.properties()],
	};

	methods = operations.methods();

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, operations);
	}

	/** An approval that was waited for may be decided. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerDecision.call(this);
	}
}
