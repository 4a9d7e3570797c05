import './environment';

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Container } from '@n8n/di';
import { parse, stringify } from 'flatted';
import { InstanceSettings, validateUrlSignature, WebhookContext, WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRun,
	type IRunExecutionData,
	type IWebhookData,
} from 'n8n-workflow';

import { Feishu } from '../../../nodes/Feishu/Feishu.node';
import { additionalData, type CredentialRef } from './execute';
import { sourceNode, type ItemSpec } from './source';
import { until } from './until';
import { witness } from './witness';

const SOURCE = 'Source';
/** The name of the node that waits: one that must not end an expression, or a text in it. */
export const NODE = 'Ask "us" }} \\ \'请求\'';

interface Stored {
	nodes: INode[];
	/** As the database has it. */
	data: string;
	status: 'running' | 'waiting' | 'success' | 'error';
	credential: CredentialRef;
}

/** What an address answered. */
export interface Page {
	status: number;
	body: string;
}

/**
 * Executions that wait, as n8n handles them: stored as text when they begin to wait, found by the number in their
 * address, refused without its signature, and gone on with once only.
 */
export class WaitingExecutions {
	readonly executions = new Map<string, Stored>();

	/** Every request to an address, and what it was answered. */
	readonly asked: Array<{ method: string; url: string; status: number }> = [];

	/** Milliseconds before each answer. */
	latencyMs = 0;

	/** So many requests are read before n8n goes on with the first of them. */
	private together = 1;

	private readCount = 0;

	/** @param makeNode the node that waits */
	constructor(private readonly makeNode: () => INodeType & Required<Pick<INodeType, 'webhook'>> = () => new Feishu()) {}

	private readonly server = createServer((request, response) => void this.serve(request, response));

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** Runs until the node waits, or to the end. */
	async begin(
		parameters: INodeParameters,
		credential: CredentialRef,
		items: readonly ItemSpec[] = [{}],
		type: 'feishu' | 'feishuTool' = 'feishu',
	): Promise<{ id: string; run: IRun }> {
		const id = String(this.executions.size + 1);
		const nodes = [
			place(SOURCE, 'source', {}),
			{ ...place(NODE, type, parameters), credentials: { feishuApi: { id: credential.id, name: 'Feishu' } } },
		];
		const stored: Stored = { nodes, data: '', status: 'running', credential };
		this.executions.set(id, stored);
		const workflow = workflowOf(this.makeNode, nodes, items);
		const engine = new WorkflowExecute(this.surroundings(id, workflow), 'webhook');
		const run = await engine.run({ workflow, startNode: workflow.getNode(SOURCE) ?? undefined });
		this.keep(stored, run);
		return { id, run };
	}

	/** The next requests come at the same moment. */
	meet(requests: number): void {
		this.readCount = 0;
		this.together = requests;
	}

	status(id: string): Stored['status'] {
		return this.of(id).status;
	}

	/** What the node gave in the end. */
	output(id: string): INodeExecutionData[] {
		const { resultData } = parse(this.of(id).data) as IRunExecutionData;
		witness(resultData);
		return resultData.runData[NODE]?.at(-1)?.data?.main?.[0] ?? [];
	}

	/** What the node has kept, as nodes behind it see it. */
	kept(id: string): IDataObject {
		const { executionData } = parse(this.of(id).data) as IRunExecutionData;
		return executionData?.contextData[`node:${NODE}`] as IDataObject;
	}

	/** Goes on without an answer, as n8n does at the end of the time. */
	async timeOut(id: string): Promise<void> {
		await this.goOn(id);
	}

	private of(id: string): Stored {
		const stored = this.executions.get(id);
		if (!stored) throw new Error(`There is no execution ${id}`);
		return stored;
	}

	private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const answer = await this.answer(request, response).catch((error: unknown) => {
			witness(error);
			return { status: 500, body: JSON.stringify({ code: 0, message: 'There was a problem executing the workflow' }) };
		});
		if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
		this.asked.push({
			method: request.method ?? '',
			url: request.url ?? '',
			status: answer?.status ?? response.statusCode,
		});
		if (answer) response.writeHead(answer.status).end(answer.body);
		else if (!response.writableEnded) response.end();
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<Page | undefined> {
		const url = new URL(request.url ?? '', this.url);
		const [, , id = ''] = url.pathname.split('/');
		const stored = this.executions.get(id);
		if (!isSigned(url, stored)) return { status: 401, body: '<html>Invalid token</html>' };
		if (!stored) return { status: 404, body: JSON.stringify({ message: `The execution "${id}" does not exist.` }) };
		if (stored.status === 'running')
			return { status: 409, body: JSON.stringify({ message: `The execution "${id}" is running already.` }) };
		if (stored.status === 'error') return { status: 409, body: JSON.stringify({ message: 'finished with error' }) };
		if (stored.status === 'success') return { status: 200, body: '<html>No action required</html>' };

		const written: Page = { status: 0, body: '' };
		const result = await this.webhook(id, stored, await read(request), expressed(response, written));
		this.readCount += 1;
		await until(() => this.readCount >= this.together, 'the other request');
		if (result.workflowData) {
			// n8n: update … where status is 'waiting'; whoever comes second is told that something went wrong.
			if (this.status(id) !== 'waiting') throw new Error('Execution is already being resumed by another process');
			await this.goOn(id, result.workflowData);
		}
		if (result.noWebhookResponse) return written;
		const body: unknown = result.webhookResponse;
		return { status: 200, body: typeof body === 'string' ? body : JSON.stringify(body) };
	}

	private async webhook(id: string, stored: Stored, httpRequest: object, httpResponse: object) {
		const data = parse(stored.data) as IRunExecutionData;
		const workflow = workflowOf(this.makeNode, stored.nodes, []);
		const node = workflow.getNode(NODE);
		if (!node) throw new Error('No node');
		const surroundings = { ...this.surroundings(id, workflow), httpRequest, httpResponse };
		const webhook = { webhookDescription: this.makeNode().description.webhooks?.[0] } as IWebhookData;
		const context = new WebhookContext(workflow, node, surroundings, 'webhook', webhook, [], data);
		try {
			return await this.makeNode().webhook.call(context);
		} catch (error) {
			// n8n ends the execution with it.
			stored.status = 'error';
			throw error;
		}
	}

	private async goOn(id: string, answer?: INodeExecutionData[][]): Promise<void> {
		const stored = this.of(id);
		stored.status = 'running';
		const data = parse(stored.data) as IRunExecutionData;
		data.waitTill = undefined;
		const [entry] = data.executionData?.nodeExecutionStack ?? [];
		if (!entry) throw new Error('Nothing to go on with');
		entry.node.disabled = true;
		if (answer) entry.data.main = answer;
		data.resultData.runData[NODE]?.pop();
		const workflow = workflowOf(this.makeNode, stored.nodes, []);
		const engine = new WorkflowExecute(this.surroundings(id, workflow), 'webhook', data);
		this.keep(stored, await engine.processRunExecutionData(workflow));
	}

	private keep(stored: Stored, run: IRun): void {
		stored.data = stringify(run.data);
		stored.status = run.waitTill ? 'waiting' : run.data.resultData.error ? 'error' : 'success';
	}

	private surroundings(executionId: string, workflow: Workflow) {
		const { credential } = this.of(executionId);
		const webhookWaitingBaseUrl = `${this.url}/webhook-waiting`;
		return { ...additionalData(credential.helper, workflow), executionId, webhookWaitingBaseUrl };
	}
}

/** n8n signs the address of Send and Wait, and checks all others by a token of the execution. */
function isSigned(url: URL, stored: Stored | undefined): boolean {
	const signature = url.searchParams.get('signature') ?? '';
	if (stored?.nodes.some(({ parameters }) => parameters.operation === 'sendAndWait') ?? true)
		return validateUrlSignature(signature, url, Container.get(InstanceSettings).hmacSignatureSecret);
	return signature === (parse(stored?.data ?? '') as IRunExecutionData).resumeToken;
}

function place(name: string, type: string, parameters: INodeParameters): INode {
	return { id: `id-of-${name}`, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function workflowOf(makeNode: () => INodeType, nodes: INode[], items: readonly ItemSpec[]): Workflow {
	const types: Record<string, INodeType> = { source: sourceNode(items), feishu: makeNode(), feishuTool: makeNode() };
	const byName = (type: string) => {
		const found = types[type];
		if (!found) throw new Error(`Unknown node type ${type}`);
		return found;
	};
	const connections: IConnections = { [SOURCE]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } };
	return new Workflow({
		id: 'workflow-1',
		name: 'Under test',
		active: false,
		nodes: parse(stringify(nodes)) as INode[],
		connections,
		nodeTypes: { getByName: byName, getByNameAndVersion: byName, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1' },
	});
}

/** The request as n8n hands it to a node. */
async function read(request: IncomingMessage): Promise<IDataObject> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { method = 'GET', headers, url = '' } = request;
	const contentType = headers['content-type'] ?? '';
	const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
	// n8n reads no body unless one is sent.
	let body: IDataObject | undefined;
	if (contentType.startsWith('multipart/form-data')) {
		const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': contentType } }).formData();
		body = { data: Object.fromEntries(form) as IDataObject, files: {} };
	}
	return { method, headers: headers as IDataObject, query, params: {}, body };
}

/** The parts of Express's response that a node may use; what is written is sent in the end. */
function expressed(response: ServerResponse, written: Page): object {
	return Object.assign(response, {
		status(status: number) {
			written.status = status;
			return response;
		},
		send(body: string) {
			written.status ||= 200;
			written.body = body;
		},
		render(template: string, data: object) {
			written.status ||= 200;
			written.body = JSON.stringify({ template, data });
		},
	});
}
