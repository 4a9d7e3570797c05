import type { SavedWorkflow, WorkflowFile } from '../../demo/api';
import { itemsOf } from '../../demo/api';
import { tasksAddress } from '../../demo/platform';
import { loadExample } from '../../demo/workflows';
import { useHost } from '../support/host/context';
import { eventually } from '../support/host/eventually';

const context = useHost({ longConnection: { clientConfig: { ReconnectInterval: 1, ReconnectNonce: 0 } } });

/** What people do in the table of tasks. */
const tasks = () => {
	for (const { app_token, tables } of context.platform.store.bases.all.values())
		for (const table of tables.values()) if (table.name.includes('Tasks')) return { app_token, table };
	throw new Error('The simulator has no tasks');
};
const person = () => [...context.platform.store.users.values()][0]?.open_id ?? '';
const write = async (method: string, path: string, body: object) => {
	const { app_token, table } = tasks();
	const response = await fetch(`${context.simulator}/_sim/bases/${app_token}/tables/${table.table_id}/records${path}`, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ open_id: person(), ...body }),
	});
	expect(response.ok).toBe(true);
	return (await response.json()) as { records: Array<{ record_id: string }> };
};
const create = async (task: string) =>
	(await write('POST', '', { records: [{ '任务 Task': task, '状态 Status': '待办 To do' }] })).records[0]?.record_id ??
	'';

const workflows: SavedWorkflow[] = [];
afterEach(async () => {
	for (const { id } of workflows.splice(0)) await context.api.deactivate(id);
});
const activate = async (file: WorkflowFile) => {
	const workflow = await context.api.createWorkflow(file);
	workflows.push(workflow);
	await context.api.activate(workflow);
	return workflow;
};
/** Longer than a minute, after which n8n polls again. */
const PATIENCE_MS = 100_000;
const executed = async ({ id }: SavedWorkflow, count: number) =>
	await eventually(
		`execution ${count}`,
		async () => {
			const all = await context.api.executions(id);
			return all.length >= count && all;
		},
		PATIENCE_MS,
	);
const latestOf = async (workflow: SavedWorkflow, count: number) => {
	const [latest] = await executed(workflow, count);
	return await context.api.waitForExecution(String(latest?.id));
};

test('base-status-answers tells the one who changed a status', async () => {
	const id = await create('Sign the contract');
	const base = tasksAddress(context.platform);
	const workflow = await activate(loadExample('base-status-answers', context.credentials, context.simulator, base));
	await write('PUT', `/${id}`, { fields: { '状态 Status': '完成 Done' } });
	const execution = await latestOf(workflow, 1);
	expect([execution.status, execution.mode]).toEqual(['success', 'trigger']);
	const { content } = await context.feishu.message(itemsOf(execution, 'Tell Who Changed It')[0]?.message_id);
	expect(JSON.stringify(content)).toContain('Sign the contract: 待办 To do → 完成 Done');
});

/** The polling trigger alone; n8n polls once a minute at most, and once when it activates the workflow. */
const polling = (): WorkflowFile => ({
	name: 'Polls',
	nodes: [
		{
			id: 'polling-node',
			name: 'Poll',
			type: 'n8n-nodes-feishu-openapi.feishuBasePollingTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {
				pollTimes: { item: [{ mode: 'everyMinute' }] },
				base: { __rl: true, mode: 'url', value: tasksAddress(context.platform) ?? '' },
			},
			credentials: context.credentials.feishuApi ? { feishuApi: context.credentials.feishuApi } : {},
		},
	],
	connections: {},
	settings: { executionOrder: 'v1' },
});

test('polling starts nothing at first, and gives each change once over a restart of n8n', async () => {
	const workflow = await activate(polling());
	expect(await context.api.executions(workflow.id)).toEqual([]);
	await create('While n8n is away');
	await context.restart();
	const execution = await latestOf(workflow, 1);
	expect(execution.status).toBe('success');
	expect(itemsOf(execution, 'Poll')).toMatchObject([{ event: 'created', '任务 Task': 'While n8n is away' }]);
	await create('Afterwards');
	const next = await latestOf(workflow, 2);
	expect(itemsOf(next, 'Poll')).toMatchObject([{ event: 'created', '任务 Task': 'Afterwards' }]);
	expect(await context.api.executions(workflow.id)).toHaveLength(2);
}, 300_000);
