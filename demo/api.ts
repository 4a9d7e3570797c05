import { parse } from 'flatted';
import type { IDataObject, INode, INodeCredentialTestResult, IRunData, IWorkflowBase } from 'n8n-workflow';

import { fetchAnew } from './fetchAnew';

export const OWNER = {
	email: 'demo@example.com',
	password: 'Demo-password-1',
	firstName: 'Demo',
	lastName: 'Owner',
} as const;
const ENDED = new Set(['success', 'error', 'crashed', 'canceled']);
const POLL_MS = 150;

export type WorkflowFile = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections'> &
	Partial<Pick<IWorkflowBase, 'settings' | 'pinData'>>;
export interface SavedWorkflow extends WorkflowFile {
	id: string;
	versionId: string;
	active: boolean;
}
export interface ExecutionError {
	message: string;
	description?: string | null;
	httpCode?: string | null;
	name?: string;
	node?: { name: string };
}
export interface Execution {
	id: string;
	status: string;
	mode: string;
	workflowId: string;
	runData: IRunData;
	error?: ExecutionError;
}
export interface CredentialRef {
	id: string;
	name: string;
}
interface Publication {
	status: string;
	triggers: Array<{ status: string; errorMessage: string | null }>;
}
export interface ListResult {
	results: Array<{ name: string; value: string; url?: string }>;
	paginationToken?: string;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, POLL_MS));

/** The JSON of every item that a node put out, over all its runs. `output` 1 is the error output where a node has one. */
export function itemsOf(execution: Execution, nodeName: string, output = 0): IDataObject[] {
	return (execution.runData[nodeName] ?? []).flatMap((run) =>
		(run.data?.main?.[output] ?? []).map((item) => item.json),
	);
}

/** n8n's REST interface, as its own editor uses it. Every method throws with n8n's answer when that is not a success. */
export class N8nApi {
	private cookie = '';

	constructor(readonly url: string) {}

	async request<T>(method: string, path: string, body?: unknown): Promise<T> {
		const parsed = JSON.parse(await this.page(method, path, body)) as unknown;
		// Most answers are wrapped in `data`; static files such as types/nodes.json are not.
		return (
			parsed !== null && typeof parsed === 'object' && 'data' in parsed && !Array.isArray(parsed) ? parsed.data : parsed
		) as T;
	}

	/** The same for what answers with a page. */
	async page(method: string, path: string, body?: unknown): Promise<string> {
		const response = await fetchAnew(this.url + path, {
			method,
			headers: {
				'content-type': 'application/json',
				'browser-id': 'feishu-demo',
				...(this.cookie ? { cookie: this.cookie } : {}),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const cookies = response.headers.getSetCookie();
		if (cookies.length > 0) this.cookie = cookies.map((line) => line.split(';')[0]).join('; ');
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n answered ${response.status} to ${method} ${path}: ${text.slice(0, 500)}`);
		return text;
	}

	/** Creates the owner on a new instance, signs in on a known one. */
	async signIn(): Promise<void> {
		const settings = await this.request<{ userManagement: { showSetupOnFirstLoad?: boolean } }>(
			'GET',
			'/rest/settings',
		);
		if (settings.userManagement.showSetupOnFirstLoad) await this.request('POST', '/rest/owner/setup', OWNER);
		await this.request('POST', '/rest/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
	}

	nodeTypes(): Promise<Array<{ name: string; displayName: string }>> {
		return this.request('GET', '/types/nodes.json');
	}

	credentials(): Promise<Array<CredentialRef & { type: string }>> {
		return this.request('GET', '/rest/credentials');
	}

	/** Creates the credential, or gives the one of that name and type the new data. */
	async saveCredential(name: string, type: string, data: IDataObject): Promise<CredentialRef> {
		const known = (await this.credentials()).find((credential) => credential.name === name && credential.type === type);
		const saved = await this.request<CredentialRef>(
			known ? 'PATCH' : 'POST',
			`/rest/credentials${known ? `/${known.id}` : ''}`,
			{ name, type, data },
		);
		return { id: saved.id, name: saved.name };
	}

	/** The test button of a saved credential's dialog, with these values in its fields. */
	testCredential(saved: CredentialRef, type: string, data: IDataObject): Promise<INodeCredentialTestResult> {
		return this.request('POST', '/rest/credentials/test', { credentials: { ...saved, type, data } });
	}

	/** All of them, those in the archive too. */
	workflows(): Promise<Array<{ id: string; name: string; isArchived: boolean }>> {
		return this.request('GET', '/rest/workflows');
	}

	async findWorkflow(name: string): Promise<SavedWorkflow | undefined> {
		const all = await this.request<Array<{ id: string; name: string }>>(
			'GET',
			`/rest/workflows?filter=${encodeURIComponent(JSON.stringify({ name }))}`,
		);
		const found = all.find((workflow) => workflow.name === name);
		return found ? await this.request<SavedWorkflow>('GET', `/rest/workflows/${found.id}`) : undefined;
	}

	createWorkflow(workflow: WorkflowFile): Promise<SavedWorkflow> {
		return this.request('POST', '/rest/workflows', workflow);
	}

	updateWorkflow(id: string, workflow: WorkflowFile): Promise<SavedWorkflow> {
		return this.request('PATCH', `/rest/workflows/${id}?forceSave=true`, workflow);
	}

	/** Publishes a workflow and waits until its triggers listen, which n8n does after it has answered. */
	async activate({ id, versionId }: SavedWorkflow, timeoutMs = 30_000): Promise<void> {
		await this.request('POST', `/rest/workflows/${id}/activate`, { versionId });
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const { status, triggers } = await this.request<Publication>('GET', `/rest/workflows/${id}/publication-status`);
			const failed = triggers.find((trigger) => trigger.errorMessage);
			if (failed) throw new Error(`A trigger could not be activated: ${failed.errorMessage}`);
			if (status === 'published' && triggers.every((trigger) => trigger.status === 'activated')) return;
			if (Date.now() > deadline) throw new Error(`The workflow is still "${status}" after ${timeoutMs / 1000} s`);
			await pause();
		}
	}

	deactivate(id: string): Promise<unknown> {
		return this.request('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/** Runs a saved workflow from its first trigger and waits for the end. */
	async run(workflow: SavedWorkflow, timeoutMs = 120_000): Promise<Execution> {
		// What is switched off for now starts nothing.
		const trigger = workflow.nodes.find((node) => node.type.endsWith('Trigger') && node.disabled !== true);
		if (!trigger) throw new Error(`The workflow "${workflow.name}" has no trigger`);
		const { executionId } = await this.request<{ executionId: string }>('POST', `/rest/workflows/${workflow.id}/run`, {
			triggerToStartFrom: { name: trigger.name },
		});
		return await this.waitForExecution(executionId, timeoutMs);
	}

	async waitForExecution(id: string, timeoutMs = 60_000): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const execution = await this.execution(id);
			if (ENDED.has(execution.status)) return execution;
			if (Date.now() > deadline)
				throw new Error(`Execution ${id} is still "${execution.status}" after ${timeoutMs / 1000} s`);
			await pause();
		}
	}

	async execution(id: string): Promise<Execution> {
		const raw = await this.request<{ id: string; status: string; mode: string; workflowId: string; data?: string }>(
			'GET',
			`/rest/executions/${id}`,
		);
		// Empty while the execution has not begun.
		const data = raw.data
			? (parse(raw.data) as { resultData?: { runData?: IRunData; error?: ExecutionError } } | undefined)
			: undefined;
		const { runData = {}, error } = data?.resultData ?? {};
		return {
			id: raw.id,
			status: raw.status,
			mode: raw.mode,
			workflowId: raw.workflowId,
			runData,
			...(error ? { error } : {}),
		};
	}

	/** The newest executions of a workflow, newest first. */
	async executions(workflowId: string): Promise<Array<{ id: string; status: string; mode: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		return (
			await this.request<{ results: Array<{ id: string; status: string; mode: string }> }>(
				'GET',
				`/rest/executions?limit=50&filter=${filter}`,
			)
		).results;
	}

	/** What the From List mode of a resource locator offers. */
	searchList(
		node: Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>,
		parameter: string,
		methodName: string,
		filter?: string,
	): Promise<ListResult> {
		return this.request('POST', '/rest/dynamic-node-parameters/resource-locator-results', {
			path: `parameters.${parameter}`,
			nodeTypeAndVersion: { name: node.type, version: node.typeVersion },
			currentNodeParameters: node.parameters,
			credentials: node.credentials,
			methodName,
			...(filter ? { filter } : {}),
		});
	}
}
