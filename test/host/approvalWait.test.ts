/** A workflow that starts an approval and waits, in a real n8n: the event of the decision goes on with it, also after a restart. */
import type { INode } from 'n8n-workflow';

import { itemsOf, type SavedWorkflow } from '../../demo/api';
import { fetchAnew } from '../../demo/fetchAnew';
import { webhookPath } from '../../demo/workflows';
import { EXPENSE_CODE } from '../../simulator/seed/approval';
import { byLogin } from '../../simulator/seed/contact';
import { listeningWorkflow } from '../support/host/approvals';
import { byId, feishuStep, useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost({ longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0 } } });

const NODE = "Ask 'them'";

const place = { typeVersion: 1, position: [0, 0] as [number, number] };
const link = (from: string, to: string) => ({ [from]: { main: [[{ node: to, type: 'main' as const, index: 0 }]] } });

async function waitingWorkflow(path: string): Promise<SavedWorkflow> {
	const step = feishuStep(context, NODE, {
		resource: 'approvalInstance',
		operation: 'createAndWait',
		approvalDefinition: byId(EXPENSE_CODE),
		starter: byId(byLogin(context.platform.store, 'alice').open_id),
		approvalForm: {
			mappingMode: 'defineBelow',
			value: {
				...{ widgetReason: path, widgetKind: 'kind-2', widgetTotal: '30 USD' },
				widgetItems: JSON.stringify([{ widgetItem: 'Pen', widgetPrice: 15, widgetQuantity: 2 }]),
			},
		},
	} as INode['parameters']);
	const workflow = await context.api.createWorkflow({
		name: `Waits: ${path}`,
		nodes: [
			{
				...place,
				id: `${path}-start`,
				name: 'Start',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
			},
			{ ...place, id: `${path}-ask`, ...step, type: 'n8n-nodes-feishu-openapi.feishuApproval' },
			{ ...place, id: `${path}-after`, name: 'After', type: 'n8n-nodes-base.noOp', parameters: {} },
		],
		connections: { ...link('Start', NODE), ...link(NODE, 'After') },
		settings: { executionOrder: 'v1' },
	});
	await context.api.activate(workflow);
	return workflow;
}

/** Starts it, and waits until it waits. */
async function begun(path: string) {
	const workflow = await waitingWorkflow(path);
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

async function decide({ instance }: Begun, deed: 'approve' | 'reject') {
	while (instance.status === 'PENDING') {
		const { id: task_id, open_id } = instance.tasks.find(({ status }) => status === 'PENDING') ?? {};
		const path = `${context.simulator}/_sim/approvals/instances/${instance.instance_code}/decisions`;
		const body = JSON.stringify({ deed, task_id, open_id, comment: 'Well' });
		expect((await fetch(path, { method: 'POST', body })).ok).toBe(true);
	}
}

async function outcome({ executionId }: Begun) {
	const execution = await context.api.waitForExecution(executionId);
	expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
	return itemsOf(execution, 'After');
}

describe.each(['feishuTrigger', 'feishuWebhookTrigger'])('a decision that comes in through %s', (type) => {
	let listener: SavedWorkflow;
	beforeAll(async () => {
		listener = await listeningWorkflow(context, type);
		await context.feishu.sendEventsTo(type === 'feishuTrigger' ? '' : context.editor + webhookPath(listener));
	});
	afterAll(async () => {
		await context.api.deactivate(listener.id);
	});

	test('goes on with the workflow', async () => {
		const one = await begun(`waits-${type.toLowerCase()}`);
		const post = `${context.editor}/webhook-waiting/${one.executionId}/approval`;
		expect((await fetchAnew(post, { method: 'POST' })).status).toBe(401);
		await decide(one, 'reject');
		expect(await outcome(one)).toEqual([
			expect.objectContaining({ decision: 'rejected', instance_code: one.instance.instance_code }),
		]);
		expect(await context.api.executions(listener.id)).toEqual([]);
	});
});

test('a decision after n8n was started again goes on with the workflow', async () => {
	await context.feishu.sendEventsTo('');
	await listeningWorkflow(context, 'feishuTrigger');
	const one = await begun('waits-restart');
	await context.restart();
	await eventually('the connection', async () => context.platform.longConnection.list().length > 0);
	await decide(one, 'approve');
	expect(await outcome(one)).toEqual([
		expect.objectContaining({
			decision: 'approved',
			history: expect.stringContaining('approved: Well') as string,
		}),
	]);
});
