/** The trigger node inside n8n-core's own contexts, with one credential and one request. */
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { FeishuApi } from '../../credentials/FeishuApi.credentials';
import type { EventSecrets } from '../../feishu/events/receive';
import { SECRET_FIELDS } from '../../nodes/shared/events/secrets';
import { FeishuWebhookTrigger } from '../../nodes/FeishuWebhookTrigger/FeishuWebhookTrigger.node';
import type { Post } from '../unit/feishu/events.helpers';

export interface Answer extends IWebhookResponseData {
	/** What was written to the response directly. */
	status?: number;
	json?: unknown;
	/** What was written to n8n's log. */
	logged?: string;
}

export class TriggerInWorkflow {
	readonly node = new FeishuWebhookTrigger();

	readonly workflow: Workflow;

	constructor(
		parameters: INode['parameters'],
		private readonly secrets: EventSecrets,
		{ id = 'workflow-1', staticData = {} } = {},
	) {
		const types = { getByNameAndVersion: () => this.node, getByName: () => this.node, getKnownTypes: () => ({}) };
		this.workflow = new Workflow({
			id,
			active: true,
			nodes: [
				{
					id: 'node-1',
					name: 'Feishu Webhook Trigger',
					type: 'n8n-nodes-feishu-openapi.feishuWebhookTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters,
					credentials: { feishuApi: { id: '1', name: 'Feishu' } },
					webhookId: 'e5d4d2a0-0000-4000-8000-000000000000',
				},
			],
			connections: {},
			nodeTypes: types,
			staticData,
		});
	}

	async post({ body, headers }: Post, mode: WorkflowExecuteMode = 'webhook'): Promise<Answer> {
		const written: Answer = {};
		const response = {
			status(status: number) {
				written.status = status;
				return response;
			},
			json(json: unknown) {
				written.json = json;
			},
		};
		const context = new WebhookContext(
			this.workflow,
			this.startNode(),
			this.additionalData({
				httpRequest: { rawBody: body, headers, body: {}, params: {}, query: {} },
				httpResponse: response,
			}),
			mode,
			{ webhookDescription: this.node.description.webhooks?.[0] } as IWebhookData,
			[],
			null,
		);
		const warn = (...parts: unknown[]) => {
			written.logged = JSON.stringify(parts);
		};
		Object.defineProperty(context, 'logger', { value: { warn } });
		return { ...(await this.node.webhook.call(context)), ...written };
	}

	hook(mode: WorkflowExecuteMode = 'trigger') {
		return new HookContext(this.workflow, this.startNode(), this.additionalData({}), mode, 'activate');
	}

	private startNode(): INode {
		const [node] = Object.values(this.workflow.nodes);
		if (!node) throw new Error('The workflow has no node');
		return node;
	}

	/** The credential as n8n hands it out: with the fields of its type, and no others. */
	private credential(): IDataObject {
		const fields = new Set(new FeishuApi().properties.map(({ name }) => name));
		const data = Object.entries(SECRET_FIELDS).map(
			([secret, field]) => [field, this.secrets[secret as keyof EventSecrets]] as const,
		);
		return Object.fromEntries(data.filter(([field]) => fields.has(field)));
	}

	private additionalData(parts: object): IWorkflowExecuteAdditionalData {
		return {
			credentialsHelper: { isCredentialUsableByNode: () => true, getDecrypted: async () => this.credential() },
			webhookBaseUrl: 'http://127.0.0.1/webhook',
			webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
			...parts,
		} as unknown as IWorkflowExecuteAdditionalData;
	}
}
