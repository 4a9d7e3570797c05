import './environment';

import { Container } from '@n8n/di';
import {
	BinaryDataConfig,
	BinaryDataService,
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	Workflow,
	type ExecutionError,
	type ExecutionStatus,
	type ILoadOptionsFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type OnError,
} from 'n8n-workflow';

import { Feishu } from '../../../nodes/Feishu/Feishu.node';
import { FeishuCalendar } from '../../../nodes/FeishuCalendar/FeishuCalendar.node';
import { FeishuTask } from '../../../nodes/FeishuTask/FeishuTask.node';
import { FeishuApproval } from '../../../nodes/FeishuApproval/FeishuApproval.node';
import { FeishuAily } from '../../../nodes/FeishuAily/FeishuAily.node';
import { FeishuBase } from '../../../nodes/FeishuBase/FeishuBase.node';
import { FeishuDocs } from '../../../nodes/FeishuDocs/FeishuDocs.node';
import { FeishuDrive } from '../../../nodes/FeishuDrive/FeishuDrive.node';
import { FeishuSheets } from '../../../nodes/FeishuSheets/FeishuSheets.node';
import { FeishuWiki } from '../../../nodes/FeishuWiki/FeishuWiki.node';
import { FeishuChat } from '../../../nodes/FeishuChat/FeishuChat.node';
import { FeishuContact } from '../../../nodes/FeishuContact/FeishuContact.node';
import { FeishuCustomBot } from '../../../nodes/FeishuCustomBot/FeishuCustomBot.node';
import { FeishuOpenApi } from '../../../nodes/FeishuOpenApi/FeishuOpenApi.node';
import { readHtml } from '../panelHtml';
import type { StoredCredentials } from './credentials';
import { binaryFolder } from './environment';
import { sourceNode, type ItemSpec } from './source';
import { witness } from './witness';

export const NODES = {
	feishu: new Feishu(),
	feishuBase: new FeishuBase(),
	feishuCalendar: new FeishuCalendar(),
	feishuTask: new FeishuTask(),
	feishuApproval: new FeishuApproval(),
	feishuAily: new FeishuAily(),
	feishuDocs: new FeishuDocs(),
	feishuDrive: new FeishuDrive(),
	feishuSheets: new FeishuSheets(),
	feishuWiki: new FeishuWiki(),
	feishuChat: new FeishuChat(),
	feishuContact: new FeishuContact(),
	feishuCustomBot: new FeishuCustomBot(),
	feishuOpenApi: new FeishuOpenApi(),
} satisfies Record<string, INodeType>;

export type NodeName = keyof typeof NODES;

/** The operations of all nodes that have some, with the node's name. */
export const OPERATIONS = [
	Feishu,
	FeishuChat,
	FeishuContact,
	FeishuBase,
	FeishuDocs,
	FeishuDrive,
	FeishuSheets,
	FeishuWiki,
	FeishuCalendar,
	FeishuTask,
	FeishuApproval,
	FeishuAily,
].flatMap(({ operations, name }) =>
	operations.map((row) => ({ ...row, nodeName: (name.charAt(0).toLowerCase() + name.slice(1)) as NodeName })),
);

/** The node that has the resource; Feishu where the parameters name none. */
function nodeWith(parameters: INodeParameters): NodeName {
	return OPERATIONS.find(({ resource }) => resource === parameters.resource)?.nodeName ?? 'feishu';
}

/** A credential in a store of credentials. */
export interface CredentialRef {
	helper: StoredCredentials;
	id: string;
	/** An app's unless given. */
	type?: string;
}

/** Which choice of Authentication takes the credential. */
const AUTHENTICATIONS: Readonly<Record<string, string>> = {
	feishuOAuth2Api: 'person',
	feishuStoreAppApi: 'storeApp',
	feishuAccessTokenApi: 'accessToken',
};

const authenticationOf = ({ type }: CredentialRef) => AUTHENTICATIONS[type ?? ''] ?? 'app';

export interface RunRequest {
	/** One of ours, or a node that a test has made. */
	node?: NodeName | INodeType;
	parameters: INodeParameters;
	/** One empty item unless given. */
	items?: readonly ItemSpec[];
	credential: CredentialRef;
	onError?: OnError;
	/** Nodes that come after it, and are not run. */
	after?: readonly FurtherNode[];
}

/** A node of ours that only stands there. */
export interface FurtherNode {
	node: NodeName;
	parameters: INodeParameters;
	disabled?: boolean;
	/** Set where nothing leads to it. */
	apart?: true;
}

export interface Run {
	/** What came out of the node's first output. */
	items: INodeExecutionData[];
	/** What came out of its error output. */
	errorItems: INodeExecutionData[];
	/** The error with which the node ended. */
	error?: ExecutionError;
	executionStatus?: ExecutionStatus;
	/** What it told beside its output. */
	hints: string[];
	/** Of the whole workflow. */
	status: IRun['status'];
}

/** A workflow that is running. */
export interface Running {
	done: Promise<Run>;
	/** What the Stop button does. */
	cancel(): void;
}

const SOURCE = 'Source';
const NODE = 'Feishu';

let executions = 0;

/** Runs source → node in n8n's own engine, to its end. */
export async function execute(request: RunRequest): Promise<Run> {
	return await start(request).done;
}

export function start({
	parameters,
	node = nodeWith(parameters),
	items = [{}],
	credential,
	onError,
	after,
}: RunRequest): Running {
	const workflow = workflowOf(node, parameters, items, credential, { onError, after });
	const engine = new WorkflowExecute(additionalData(credential.helper, workflow), 'manual');
	const destinationNode = after && { nodeName: NODE, mode: 'inclusive' as const };
	const run = engine.run({ workflow, startNode: workflow.getNode(SOURCE) ?? undefined, destinationNode });
	return { done: outcome(run), cancel: () => run.cancel() };
}

/** The context in which the editor fills a list. @param parameters what the panel holds so far */
export function listContext(
	node: NodeName,
	credential: CredentialRef,
	parameters: INodeParameters = {},
): ILoadOptionsFunctions {
	const workflow = workflowOf(node, parameters, [], credential);
	const target = workflow.getNode(NODE);
	if (!target) throw new Error('The workflow has no node');
	// The editor's panel holds the choice from the beginning, and n8n goes by it.
	const currentNodeParameters = { authentication: authenticationOf(credential), ...parameters };
	const additional = { ...additionalData(credential.helper, workflow), currentNodeParameters };
	return new LoadOptionsContext(workflow, target, additional, 'parameters.chat');
}

/** Where n8n keeps files: in the items, or in a folder from which they are streamed. */
export async function keepBinaries(where: 'memory' | 'stored'): Promise<void> {
	const config = Container.get(BinaryDataConfig);
	const service = Container.get(BinaryDataService);
	config.localStoragePath = binaryFolder;
	config.mode = 'filesystem';
	await service.init();
	if (where === 'memory') (service as unknown as { mode: string }).mode = 'default';
}

async function outcome(running: PromiseLike<IRun>): Promise<Run> {
	const run = await running;
	const [task] = run.data.resultData.runData[NODE] ?? [];
	const source = run.data.resultData.runData[SOURCE]?.[0];
	if (source?.error) throw new Error('The source failed', { cause: source.error });
	witness(run.data.resultData.runData[NODE], run.data.resultData.error);
	return {
		items: task?.data?.main?.[0] ?? [],
		errorItems: task?.data?.main?.[1] ?? [],
		error: task?.error && asRead(task.error),
		executionStatus: task?.executionStatus,
		hints: (task?.hints ?? []).map(({ message }) => message),
		status: run.status,
	};
}

/** The description as somebody reads it, who sees no HTML: links by where they lead. */
function asRead(error: ExecutionError): ExecutionError {
	const { description } = error;
	if (description) error.description = readHtml(description);
	return error;
}

function workflowOf(
	node: NodeName | INodeType,
	parameters: INodeParameters,
	items: readonly ItemSpec[],
	credential: CredentialRef,
	{ onError, after = [] }: Pick<RunRequest, 'onError' | 'after'> = {},
): Workflow {
	const type = typeof node === 'string' ? NODES[node] : node;
	const { name, credentials } = type.description;
	const hasChoice = type.description.properties.some((one) => one.name === 'authentication');
	const types: Record<string, INodeType> = { ...NODES, source: sourceNode(items), [name]: type };
	const further = after.map(({ node: kind, parameters: own, disabled, apart }, index) => ({
		node: { ...place(`After ${index}`, kind, own), disabled },
		apart,
	}));
	const byName = (wanted: string) => {
		const known = types[wanted];
		if (!known) throw new Error(`Unknown node type ${wanted}`);
		return known;
	};
	executions += 1;
	return new Workflow({
		id: `workflow-${executions}`,
		active: false,
		nodes: [
			place(SOURCE, 'source', {}),
			{
				...place(NODE, name, hasChoice ? { authentication: authenticationOf(credential), ...parameters } : parameters),
				credentials: { [credential.type ?? credentials?.[0]?.name ?? '']: { id: credential.id, name: 'Feishu' } },
				onError,
			},
			...further.map(({ node: one }) => one),
		],
		connections: {
			[SOURCE]: { main: [[{ node: NODE, type: 'main', index: 0 }]] },
			[NODE]: {
				main: [
					further.filter(({ apart }) => !apart).map(({ node: one }) => ({ node: one.name, type: 'main', index: 0 })),
				],
			},
		},
		nodeTypes: { getByName: byName, getByNameAndVersion: byName, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1' },
	});
}

function place(name: string, type: string, parameters: INodeParameters): INode {
	return { id: name.toLowerCase(), name, type, typeVersion: 1, position: [0, 0], parameters };
}

export function additionalData(
	credentialsHelper: StoredCredentials,
	workflow: Workflow,
): IWorkflowExecuteAdditionalData {
	const executionId = String(executions);
	return {
		executionId,
		workflowId: workflow.id,
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks('manual', executionId, {
			id: workflow.id,
			name: '',
			active: false,
			activeVersionId: null,
			isArchived: false,
			createdAt: new Date(0),
			updatedAt: new Date(0),
			nodes: [],
			connections: {},
		}),
		currentNodeExecutionIndex: 0,
		variables: {},
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		restApiUrl: 'http://127.0.0.1/rest',
		instanceBaseUrl: 'http://127.0.0.1',
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}
