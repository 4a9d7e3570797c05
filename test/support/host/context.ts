import type { IDataObject, INode } from 'n8n-workflow';

import { N8nApi, type CredentialRef, type Execution, type WorkflowFile } from '../../../demo/api';
import { simulatorCredentials } from '../../../demo/platform';
import { saveCredentials, type Credentials } from '../../../demo/workflows';
import type { Simulator } from '../../../simulator';
import { SimulatorClient } from './simulator';

const ENVIRONMENT = 'FEISHU_HOST_UNDER_TEST';

/** What the set-up hands to the test files. */
export interface HostUnderTest {
	editor: string;
	simulator: string;
	credential: CredentialRef;
	/** All of them, by their type. */
	credentials: Credentials;
	credentialData: IDataObject & { appId: string; encryptSecretKey: string };
}

export interface HostContext extends HostUnderTest {
	api: N8nApi;
	feishu: SimulatorClient;
}

/** Signs in, saves the simulator's credentials and tells the tests: jest's workers share its environment and nothing else with it. */
export async function publishHost(editor: string, simulator: Simulator): Promise<void> {
	const api = new N8nApi(editor);
	await api.signIn();
	const data = simulatorCredentials(simulator);
	const credentials = await saveCredentials(api, { name: 'under test', credentials: data });
	process.env[ENVIRONMENT] = JSON.stringify({
		editor,
		simulator: simulator.url,
		credential: credentials.feishuApi,
		credentials,
		credentialData: data.feishuApi,
	});
}

export async function hostContext(): Promise<HostContext> {
	const found = process.env[ENVIRONMENT];
	if (!found) throw new Error('The host is not up. Run these tests through jest, whose "host" project starts it.');
	const context = JSON.parse(found) as HostUnderTest;
	const api = new N8nApi(context.editor);
	await api.signIn();
	return { ...context, api, feishu: new SimulatorClient(context.simulator, context.credentialData.appId) };
}

/** Asks again until there is an answer. Fails with `what` when there is none in time. */
export async function eventually<T>(
	what: string,
	ask: () => Promise<T | undefined | false>,
	timeoutMs = 30_000,
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
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
