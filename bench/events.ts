/** How many events a second start executions, and how soon each is acknowledged, with both triggers. */
import type { CredentialRef, N8nApi } from '../demo/api';
import { webhookPath } from '../demo/workflows';
import type { Simulator } from '../simulator/index';
import {
	FEISHU_CONNECTION,
	FEISHU_WEBHOOK,
	feishuEvent,
	feishuPost,
	MESSAGE,
	plainPost,
	startedBy,
	timed,
} from './senders';
import { executionsOf, reached, settled } from './started';

/** Events a second, and how many of them. */
const LOADS = [
	{ perSecond: 1, events: 10 },
	{ perSecond: 10, events: 50 },
	{ perSecond: 100, events: 100 },
] as const;

interface Source {
	name: string;
	workflowId: string;
	/** Brings one event; milliseconds until it is acknowledged. */
	bring: () => Promise<number>;
}

interface Row {
	name: string;
	perSecond: number;
	acknowledged: number[];
	startedPerSecond: number;
}

export async function events(api: N8nApi, simulator: Simulator, credential: CredentialRef): Promise<void> {
	process.stdout.write('\nEvents into started executions, beside posts to n8n’s Webhook\n');
	const sources = await activate(api, simulator, credential);
	for (const source of sources) await source.bring();
	const rows: Row[] = [];
	for (const load of LOADS) for (const source of sources) rows.push(await under(api, source, load));
	for (const { workflowId } of sources) await api.deactivate(workflowId);
	process.stdout.write(table(rows));
}

async function activate(api: N8nApi, simulator: Simulator, credential: CredentialRef): Promise<Source[]> {
	const { appId, encryptKey } = simulator;
	const open = async (name: string, trigger: Parameters<typeof startedBy>[1]) => {
		const workflow = await api.createWorkflow(startedBy(name, trigger));
		await api.activate(workflow);
		return workflow;
	};
	const settings = { parameters: { events: [MESSAGE] }, credentials: { feishuApi: credential } };
	const path = `bench-events-${Date.now()}`;
	const theirs = await open("n8n's Webhook", {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		parameters: { httpMethod: 'POST', path, options: {} },
	});
	const posted = await open('Feishu Webhook Trigger', { type: FEISHU_WEBHOOK, ...settings });
	const connected = await open('Feishu Trigger', { type: FEISHU_CONNECTION, ...settings });
	const url = api.url + webhookPath(posted);
	return [
		{ name: theirs.name, workflowId: theirs.id, bring: () => timed(`${api.url}/webhook/${path}`, plainPost()) },
		{ name: posted.name, workflowId: posted.id, bring: () => timed(url, feishuPost(appId, encryptKey)) },
		{ name: connected.name, workflowId: connected.id, bring: () => overConnection(simulator) },
	];
}

/** The platform brings an event to one of the app's connections, and hears of it from there. */
async function overConnection({ longConnection, appId }: Simulator): Promise<number> {
	const from = performance.now();
	const { status, error } = await longConnection.deliver(appId, JSON.stringify(feishuEvent(appId)));
	if (status !== 200) throw new Error(`An event was not acknowledged: ${status} ${error ?? ''}`);
	return performance.now() - from;
}

async function under(api: N8nApi, { name, workflowId, bring }: Source, load: (typeof LOADS)[number]): Promise<Row> {
	const before = await executionsOf(api, workflowId);
	const from = Date.now();
	const under: Array<Promise<number>> = [];
	for (let index = 0; index < load.events; index += 1) {
		await until(from + (index * 1000) / load.perSecond);
		under.push(bring());
	}
	const acknowledged = await Promise.all(under);
	const seconds = ((await reached(api, workflowId, before + load.events)) - from) / 1000;
	await settled(api, workflowId);
	return { name, perSecond: load.perSecond, acknowledged, startedPerSecond: load.events / seconds };
}

async function until(time: number): Promise<void> {
	const ms = time - Date.now();
	if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

function table(rows: readonly Row[]): string {
	const head = ['', 'sent a second', 'started a second', 'acknowledged, 50th', '99th'];
	const cells = rows.map(({ name, perSecond, acknowledged, startedPerSecond }) => [
		name,
		String(perSecond),
		startedPerSecond.toFixed(1),
		`${Math.round(percentile(acknowledged, 0.5))} ms`,
		`${Math.round(percentile(acknowledged, 0.99))} ms`,
	]);
	return [head, ['---', '---', '---', '---', '---'], ...cells].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
