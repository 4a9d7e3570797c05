import type { IDataObject, INode } from 'n8n-workflow';

import { N8nApi, type CredentialRef, type Execution, type WorkflowFile } from '../../../demo/api';
import { simulatorCredentials } from '../../../demo/platform';
import { saveCredentials, type Credentials } from '../../../demo/workflows';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../../simulator';
import { clearN8n, leftIn } from './clear';
import { restartN8n, sharedN8n } from './sharedN8n';
import { SimulatorClient } from './simulator';

export interface HostContext {
	/** n8n's address, which stays over a restart. */
	editor: string;
	api: N8nApi;
	/** The simulator's address. */
	simulator: string;
	platform: Simulator;
	feishu: SimulatorClient;
	credential: CredentialRef;
	/** All of them, by their type. */
	credentials: Credentials;
	credentialData: IDataObject & { appId: string; encryptSecretKey: string };
	/** Stops n8n, in whatever state it is, and starts it again. */
	restart(): Promise<void>;
}

/** Longer than the waits for n8n inside of it. */
const HOOK_MS = 120_000;

/**
 * The n8n that all files share, with a Feishu, an app and credentials of this file's own, so that nothing which one file
 * sets or leaves reaches another: whatever it puts into n8n is taken out at its end. To be called once, at the top of the
 * file; what it gives is filled in before the first test.
 */
export function useHost(options: SimulatorOptions = {}): HostContext {
	const context = {} as HostContext;
	let platform: Simulator | undefined;

	beforeAll(async () => {
		const { editor } = sharedN8n();
		const api = new N8nApi(editor);
		await api.signIn();
		const left = await leftIn(api);
		if (left.length > 0) throw new Error(`Another file has left this in n8n: ${left.join(', ')}`);
		platform = await startSimulator({ rateLimits: false, ...options });
		Object.assign(context, await hostContext(api, platform));
	}, HOOK_MS);

	afterAll(async () => {
		if (context.api) await clearN8n(context.api);
		await platform?.close();
	}, HOOK_MS);

	return context;
}

async function hostContext(api: N8nApi, platform: Simulator): Promise<HostContext> {
	const data = simulatorCredentials(platform);
	const credentials = await saveCredentials(api, { name: 'under test', credentials: data });
	const { feishuApi: credential } = credentials;
	if (!credential) throw new Error('The simulator has no app');
	return {
		editor: api.url,
		api,
		simulator: platform.url,
		platform,
		feishu: new SimulatorClient(platform.url, platform.appId),
		credential,
		credentials,
		credentialData: data.feishuApi as HostContext['credentialData'],
		async restart() {
			await restartN8n();
			await api.signIn();
		},
	};
}

type Step = Pick<INode, 'name' | 'type' | 'parameters'> & Partial<INode>;

export const byId = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

export function feishuStep(
	context: HostContext,
	name: string,
	parameters: INode['parameters'],
	extra: Partial<INode> = {},
): Step {
	return {
		name,
		type: 'n8n-nodes-feishu-openapi.feishu',
		parameters,
		credentials: { feishuApi: context.credential },
		...extra,
	};
}

export const sendText = (
	context: HostContext,
	name: string,
	chatId: string,
	text: string,
	extra: Partial<INode> = {},
): Step =>
	feishuStep(
		context,
		name,
		{
			resource: 'message',
			operation: 'send',
			sendTo: 'chat',
			chat: byId(chatId),
			messageType: 'text',
			text,
		} as INode['parameters'],
		extra,
	);

/** A workflow that starts by hand and runs the steps one after the other. */
export function manualWorkflow(name: string, steps: Step[]): WorkflowFile {
	const start: Step = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
	const nodes = [start, ...steps].map((step, index) => ({
		id: `node-${index}`,
		typeVersion: 1,
		position: [index * 220, 0] as [number, number],
		...step,
	}));
	const links = nodes
		.slice(0, -1)
		.map((node, index) => [
			node.name,
			{ main: [[{ node: nodes[index + 1]?.name ?? '', type: 'main' as const, index: 0 }]] },
		]);
	return {
		name,
		nodes,
		connections: Object.fromEntries(links) as WorkflowFile['connections'],
		settings: { executionOrder: 'v1' },
	};
}

export async function runSteps(context: HostContext, name: string, steps: Step[]): Promise<Execution> {
	return await context.api.run(await context.api.createWorkflow(manualWorkflow(name, steps)));
}
