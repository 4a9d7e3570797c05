/** How soon a webhook is acknowledged, beside n8n's own Webhook node and Slack Trigger. */
import { randomUUID } from 'node:crypto';

import type { CredentialRef, N8nApi } from '../demo/api';
import { webhookPath } from '../demo/workflows';
import type { Simulator } from '../simulator/index';
import { median, ratioTable, type Result } from './report';
import { FEISHU_WEBHOOK, feishuPost, NotReady, plainPost, slackPost, startedBy, timed, type Post } from './senders';
import { settled } from './started';

const SINGLE = 20;
const BURSTS = 4;
const BURST = 40;
const BASELINE = "n8n's Webhook";

interface Target {
	name: string;
	workflowId: string;
	url: string;
	/** New each time. */
	post: () => Post;
	/** The status of the answer. */
	status?: number;
	/** Whether each post starts an execution. */
	starts?: false;
	/** Posts one after the other, of which the middle one counts: what is kept from one to the next shows. */
	inARow?: number;
}

/**
 * One post at a time, then bursts: every contender in every round, in turns, and none before n8n has run all that the
 * last one started. The first round of each kind warms up.
 */
export async function webhook(api: N8nApi, simulator: Simulator, credential: CredentialRef): Promise<void> {
	const targets = await activate(api, simulator, credential);
	process.stdout.write('\nOne post at a time, until its answer\n');
	await compared(api, targets, SINGLE, async ({ url, post, status, inARow = 1 }) => {
		const ms: number[] = [];
		for (let index = 0; index < inARow; index += 1) ms.push(await timed(url, post(), status));
		return median(ms);
	});
	process.stdout.write(`\n${BURST} posts at once, until the last answer\n`);
	await compared(api, targets, BURSTS, async ({ url, post, status }) => {
		const posts = Array.from({ length: BURST }, post);
		return Math.max(...(await Promise.all(posts.map(async (one) => await timed(url, one, status)))));
	});
	for (const id of new Set(targets.map(({ workflowId }) => workflowId))) await api.deactivate(id);
}

async function activate(api: N8nApi, simulator: Simulator, credential: CredentialRef): Promise<Target[]> {
	const { appId, encryptKey } = simulator;
	const secret = randomUUID();
	const slack = await api.saveCredential('Bench Slack', 'slackApi', { accessToken: 'none', signatureSecret: secret });
	const open = async (name: string, trigger: Parameters<typeof startedBy>[1]) => {
		const workflow = await api.createWorkflow(startedBy(name, trigger));
		await api.activate(workflow);
		return { workflowId: workflow.id, path: webhookPath(workflow) };
	};
	const path = `bench-${randomUUID()}`;
	const theirs = await open(BASELINE, {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		parameters: { httpMethod: 'POST', path, options: {} },
	});
	// Only for its own node, and only without expressions, n8n starts no isolate for a request.
	const expressive = await open('Webhook with an expression', {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		parameters: { httpMethod: 'POST', path: `${path}-2`, options: { responseData: '={{ "received" }}' } },
	});
	const slacks = await open('Slack Trigger', {
		type: 'n8n-nodes-base.slackTrigger',
		parameters: { trigger: ['any_event'], watchWorkspace: true, options: {} },
		credentials: { slackApi: slack },
	});
	const ours = await open('Feishu Webhook Trigger', {
		type: FEISHU_WEBHOOK,
		parameters: { events: ['im.message.receive_v1'] },
		credentials: { feishuApi: credential },
	});
	const at = ({ workflowId, path: where }: typeof ours) => ({ workflowId, url: api.url + where });
	return [
		{ name: BASELINE, ...at({ ...theirs, path: `/webhook/${path}` }), post: plainPost },
		{
			name: `${BASELINE}, an expression`,
			...at({ ...expressive, path: `/webhook/${path}-2` }),
			post: plainPost,
		},
		{ name: 'Slack Trigger, an event', ...at(slacks), post: () => slackPost(secret) },
		{
			name: 'Slack Trigger, forged',
			...at(slacks),
			post: () => slackPost('other'),
			status: 401,
			starts: false,
			inARow: 5,
		},
		{ name: 'Feishu, an event', ...at(ours), post: () => feishuPost(appId, encryptKey) },
		{
			name: 'Feishu, forged',
			...at(ours),
			post: () => feishuPost(appId, encryptKey, 'other'),
			status: 401,
			starts: false,
			inARow: 5,
		},
	];
}

async function compared(
	api: N8nApi,
	targets: readonly Target[],
	rounds: number,
	measure: (target: Target) => Promise<number>,
): Promise<void> {
	const results: Result[] = targets.map(({ name }) => ({ name, ms: [] }));
	for (let round = 0; round <= rounds; round += 1) {
		for (const [index, target] of targets.entries()) {
			const ms = await measure(target).catch(async (error: unknown) => {
				// A busy n8n is not in touch with its database for a moment, and then answers nobody.
				if (!(error instanceof NotReady)) throw error;
				process.stdout.write(`  ${target.name}: n8n was not ready, once more\n`);
				await settled(api, target.workflowId);
				return await measure(target);
			});
			if (round > 0) results[index]?.ms.push(Math.round(ms));
			if (target.starts !== false) await settled(api, target.workflowId);
		}
	}
	process.stdout.write(ratioTable(results, median(results[0]?.ms ?? [])));
}
