/** The trigger node inside n8n-core's own contexts, with one credential and one request. */
import './environment';

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

import { FeishuApi } from '../../../credentials/FeishuApi.credentials';
import { APP_FIELDS } from '../../../feishu/api/app';
import type { EventSecrets } from '../../../feishu/events/readPost';
import { FeishuWebhookTrigger } from '../../../nodes/FeishuWebhookTrigger/FeishuWebhookTrigger.node';
import type { Post } from '../events';
import type { CredentialRef } from '.';

export interface Answer extends IWebhookResponseData {
	/** What was written to the response directly. */
	status?: number;
	json?: unknown;
	/** What was written to n8n's log. */
	logged?: string;
	/** The HTTP response, in which n8n may write what the workflow hands over. */
	readonly response: FakeResponse;
}

/** As much of Express's response as n8n uses; a second answer is an error, as there. */
export class FakeResponse {
	headersSent = false;

	statusCode = 200;

	constructor(
		private readonly written: { status?: number; json?: unknown },
		private readonly onEnd: () => void = () => undefined,
	) {}

	status(status: number) {
		this.statusCode = status;
		this.written.status = status;
		return this;
	}

	json(json: unknown) {
		return this.end(Buffer.from(JSON.stringify(json)));
	}

	setHeader(): this {
		if (this.headersSent) throw new Error('ERR_HTTP_HEADERS_SENT');
		return this;
	}

	setHeaders(): this {
		return this.setHeader();
	}

	end(bytes?: Buffer): this {
		if (this.headersSent) return this;
		this.headersSent = true;
		this.onEnd();
		this.written.json = bytes ? (JSON.parse(bytes.toString()) as unknown) : '';
		return this;
	}
}

export class TriggerInWorkflow {
	readonly node = new FeishuWebhookTrigger();

	readonly workflow: Workflow;

	private readonly credentialRef: CredentialRef | undefined;

	constructor(
		parameters: INode['parameters'],
		private readonly secrets: EventSecrets,
		{
			id = 'workflow-1',
			staticData = {},
			credential,
		}: { id?: string; staticData?: IDataObject; credential?: CredentialRef } = {},
	) {
		this.credentialRef = credential;
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
					credentials: { [credential?.type ?? 'feishuApi']: { id: credential?.id ?? '1', name: 'Feishu' } },
					webhookId: 'e5d4d2a0-0000-4000-8000-000000000000',
				},
			],
			connections: {},
			nodeTypes: types,
			staticData,
		});
	}

	/** @param onAnswer called when the response is written directly */
	async post({ body, headers }: Post, mode: WorkflowExecuteMode = 'webhook', onAnswer?: () => void): Promise<Answer> {
		const written: { status?: number; json?: unknown; logged?: string } = {};
		const response = new FakeResponse(written, onAnswer);
		// No part of what tests compare.
		Object.defineProperty(written, 'response', { value: response });
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
		return Object.assign(written, await this.node.webhook.call(context)) as Answer;
	}

	/** As n8n calls it: a webhook is made in the mode `manual` for a test, and removed in the mode `internal` either way. */
	hook(mode: WorkflowExecuteMode = 'trigger', isTest = mode === 'manual') {
		const webhook = { isTest, webhookDescription: this.node.description.webhooks?.[0] } as IWebhookData;
		return new HookContext(this.workflow, this.startNode(), this.additionalData({}), mode, 'activate', webhook);
	}

	private startNode(): INode {
		const [node] = Object.values(this.workflow.nodes);
		if (!node) throw new Error('The workflow has no node');
		return node;
	}

	/** The credential as n8n hands it out: with the fields of its type, and no others. */
	private credential(): IDataObject {
		const fields = new Set(new FeishuApi().properties.map(({ name }) => name));
		const data = Object.entries(APP_FIELDS).map(
			([secret, field]) => [field, this.secrets[secret as keyof EventSecrets]] as const,
		);
		return Object.fromEntries(data.filter(([field]) => fields.has(field)));
	}

	private additionalData(parts: object): IWorkflowExecuteAdditionalData {
		const fixed = { isCredentialUsableByNode: () => true, getDecrypted: async () => this.credential() };
		return {
			credentialsHelper: this.credentialRef?.helper ?? fixed,
			webhookBaseUrl: 'http://127.0.0.1/webhook',
			webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
			...parts,
		} as unknown as IWorkflowExecuteAdditionalData;
	}
}
