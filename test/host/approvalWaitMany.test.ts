/** Several items, each with an approval that is waited for: what the node advises, as it refuses them in one execution. */
import { itemsOf, type SavedWorkflow } from '../../demo/api';
import { fetchAnew } from '../../demo/fetchAnew';
import { listeningWorkflow } from '../support/host/approvals';
import { asking, decide, NODE, outcome, own, posted, published } from '../support/host/approvalWaits';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost({ longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0 } } });

const LOOP = 'Loop Over Items';
const split = () => own('Split', 'splitOut', { fieldToSplitOut: 'body.orders', options: {} });
const loop = () => own(LOOP, 'splitInBatches', { batchSize: 1, options: {} }, 3);
const INTO_LOOP: Array<[string, string]> = [
	['Start', 'Split'],
	['Split', LOOP],
];

beforeAll(async () => {
	await context.feishu.sendEventsTo('');
	await listeningWorkflow(context, 'feishuTrigger');
});

const order = async (path: string) => {
	const body = JSON.stringify({ orders: [{ order: 'one' }, { order: 'two' }] });
	const headers = { 'content-type': 'application/json' };
	await fetchAnew(`${context.editor}/webhook/${path}`, { method: 'POST', headers, body });
};

const instances = () => [...context.platform.store.approvals.instances.values()];

/** The instance with this in its form, as soon as it is started. */
const startedFor = async (reason: string) =>
	await eventually(`the approval for ${reason}`, async () =>
		instances().find(({ form }) => JSON.stringify(form).includes(reason)),
	);

const waitingIn = async ({ id }: SavedWorkflow, count: number) =>
	await eventually(`${count} executions that wait`, async () => {
		const waiting = (await context.api.executions(id)).filter(({ status }) => status === 'waiting');
		return waiting.length === count && waiting;
	});

test('together they are refused, and nothing is started', async () => {
	const before = instances().length;
	const workflow = await published(context, 'Together', {
		nodes: [posted('together'), split(), asking(context, 'together')],
		links: [
			['Start', 'Split'],
			['Split', NODE],
		],
	});
	await order('together');
	const { id } = await eventually('the execution', async () => (await context.api.executions(workflow.id))[0]);
	const { status, error } = await context.api.waitForExecution(id);
	expect([status, error?.message]).toEqual(['error', expect.stringContaining('gets 2 items')]);
	expect(error?.description).toContain(LOOP);
	expect(instances()).toHaveLength(before);
});

test('one after the other in a loop, one execution waits for each', async () => {
	const workflow = await published(context, 'In turn', {
		nodes: [posted('in-turn'), split(), loop(), asking(context, '={{ "turn " + $json.order }}'), own('After', 'noOp')],
		links: [...INTO_LOOP, [LOOP, 'After'], [LOOP, NODE, 1], [NODE, LOOP]],
	});
	await order('in-turn');
	for (const [reason, deed] of [
		['turn one', 'reject'],
		['turn two', 'approve'],
	] as const) {
		const instance = await startedFor(reason);
		await waitingIn(workflow, 1);
		await decide(context, { instance }, deed);
	}
	const [{ id: executionId } = { id: '' }] = await context.api.executions(workflow.id);
	expect(await outcome(context, { executionId })).toEqual([
		expect.objectContaining({ decision: 'rejected' }),
		expect.objectContaining({ decision: 'approved' }),
	]);
});

test('at the same time in sub-workflows, each goes on when it is decided', async () => {
	const sub = await published(context, 'Each', {
		nodes: [
			own('Start', 'executeWorkflowTrigger', { inputSource: 'passthrough' }, 1.1),
			asking(context, '={{ "each " + $json.order }}'),
			own('After', 'noOp'),
		],
		links: [
			['Start', NODE],
			[NODE, 'After'],
		],
	});
	const workflowId = { __rl: true, mode: 'id', value: sub.id };
	const each = { workflowId, mode: 'once', options: { waitForSubWorkflow: false } };
	const main = await published(context, 'Starts each', {
		nodes: [posted('each'), split(), loop(), own('Run', 'executeWorkflow', each, 1.2)],
		links: [...INTO_LOOP, [LOOP, 'Run', 1], ['Run', LOOP]],
	});
	await order('each');
	await waitingIn(sub, 2);
	await decide(context, { instance: await startedFor('each two') }, 'reject');
	const [{ id: left } = { id: '' }] = await waitingIn(sub, 1);
	await decide(context, { instance: await startedFor('each one') }, 'approve');
	expect(await outcome(context, { executionId: left })).toEqual([expect.objectContaining({ decision: 'approved' })]);
	const decisions = await Promise.all(
		(await context.api.executions(sub.id)).map(async ({ id }) => await outcome(context, { executionId: id })),
	);
	expect(
		decisions
			.flat()
			.map(({ decision }) => decision)
			.sort(),
	).toEqual(['approved', 'rejected']);
	expect(
		itemsOf(await context.api.execution((await context.api.executions(main.id))[0]?.id ?? ''), 'Run'),
	).toHaveLength(2);
});
