/** Workflows that start an approval and wait for what becomes of it, in whichever n8n is under test. */
import type { INode } from 'n8n-workflow';

import { itemsOf, type SavedWorkflow, type WorkflowFile } from '../../../demo/api';
import { fetchAnew } from '../../../demo/fetchAnew';
import { EXPENSE_CODE } from '../../../simulator/seed/approval';
import { byLogin } from '../../../simulator/seed/contact';
import { webhookPath } from '../../../demo/workflows';
import { listeningWorkflow } from './approvals';
import { byId, feishuStep, type HostContext } from './context';
import { eventually } from './eventually';

export const NODE = "Ask 'them'";

const place = { typeVersion: 1, position: [0, 0] as [number, number] };

/** A node of n8n's own. */
export const own = (name: string, type: string, parameters: INode['parameters'] = {}, typeVersion = 1): INode => ({
	...place,
	...{ id: name.toLowerCase().replace(/\W/g, '-'), name, type: `n8n-nodes-base.${type}`, typeVersion, parameters },
});

/** What a post to `/webhook/<path>` starts. */
export const posted = (path: string): INode => ({
	...own('Start', 'webhook', { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }, 2),
	webhookId: path,
});

/** The node that waits. @param reason what stands in the form */
export function asking(context: HostContext, reason: string, more: INode['parameters'] = {}): INode {
	const step = feishuStep(context, NODE, {
		resource: 'approvalInstance',
		operation: 'createAndWait',
		approvalDefinition: byId(EXPENSE_CODE),
		starter: byId(byLogin(context.platform.store, 'alice').open_id),
		approvalForm: {
			mappingMode: 'defineBelow',
			value: {
				...{ widgetReason: reason, widgetKind: 'kind-2', widgetTotal: '30 USD' },
				widgetItems: JSON.stringify([{ widgetItem: 'Pen', widgetPrice: 15, widgetQuantity: 2 }]),
			},
		},
		...more,
	} as INode['parameters']);
	return { ...place, id: 'ask', ...step, type: 'n8n-nodes-feishu-openapi.feishuApproval' };
}

/** Published. @param links of which output of which node leads where */
export async function published(
	{ api }: HostContext,
	name: string,
	{ nodes, links }: { nodes: INode[]; links: ReadonlyArray<[from: string, to: string, output?: number]> },
): Promise<SavedWorkflow> {
	const connections: WorkflowFile['connections'] = {};
	for (const [from, to, output = 0] of links) {
		const main = ((connections[from] ??= { main: [] }).main ??= []);
		while (main.length <= output) main.push([]);
		main[output]?.push({ node: to, type: 'main', index: 0 });
	}
	const workflow = await api.createWorkflow({ name, nodes, connections, settings: { executionOrder: 'v1' } });
	await api.activate(workflow);
	return workflow;
}

/** Starts a workflow that begins an approval, and waits until it waits. */
export async function begun(context: HostContext, path: string, more: INode['parameters'] = {}) {
	const workflow = await published(context, `Waits: ${path}`, {
		nodes: [posted(path), asking(context, path, more), own('After', 'noOp')],
		links: [
			['Start', NODE],
			[NODE, 'After'],
		],
	});
	const { instances } = context.platform.store.approvals;
	const before = new Set(instances.keys());
	await fetchAnew(`${context.editor}/webhook/${path}`, { method: 'POST' });
	const executionId = await eventually('the execution to wait', async () => {
		const [execution] = await context.api.executions(workflow.id);
		if (execution && !['running', 'new', 'waiting'].includes(execution.status))
			throw new Error((await context.api.execution(execution.id)).error?.message ?? execution.status);
		return execution?.status === 'waiting' && execution.id;
	});
	const instance = [...instances.values()].find((one) => !before.has(one.instance_code));
	if (!instance) throw new Error('Nothing was started');
	return { executionId, instance };
}

type Begun = Awaited<ReturnType<typeof begun>>;

export async function decide(
	{ platform }: HostContext,
	{ instance }: Pick<Begun, 'instance'>,
	deed: 'approve' | 'reject',
) {
	while (instance.status === 'PENDING') {
		const { id: task_id, open_id } = instance.tasks.find(({ status }) => status === 'PENDING') ?? {};
		const path = `${platform.url}/_sim/approvals/instances/${instance.instance_code}/decisions`;
		const body = JSON.stringify({ deed, task_id, open_id, comment: 'Well' });
		expect((await fetch(path, { method: 'POST', body })).ok).toBe(true);
	}
}

export async function outcome({ api }: HostContext, { executionId }: Pick<Begun, 'executionId'>, timeoutMs?: number) {
	const execution = await api.waitForExecution(executionId, timeoutMs);
	expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	return itemsOf(execution, 'After');
}

/** In a `describe`: a trigger is active meanwhile through which decisions come in. @returns its workflow, once it is */
export function hearDecisions(context: HostContext, type: string): () => SavedWorkflow {
	let listener: SavedWorkflow | undefined;
	const active = () => {
		if (!listener) throw new Error('The trigger is not active yet');
		return listener;
	};
	beforeAll(async () => {
		listener = await listeningWorkflow(context, type);
		const address = type === 'feishuTrigger' ? '' : context.editor + webhookPath(listener);
		await context.feishu.sendEventsTo(address);
	});
	afterAll(async () => await context.api.deactivate(active().id));
	return active;
}
