import * as fs from 'node:fs';
import * as path from 'node:path';

import { N8nApi, type CredentialRef } from '../demo/api';
import { CACHE, installPackage, packedTarball, startHost } from '../demo/host';
import { startSimulator } from '../simulator/index';
import { BASELINE, contenders, type Contender } from './contenders';
import { median, ratioTable, type Result } from './report';

const ANSWER_MS = 50;
const ROUNDS = 5;

/**
 * `npm run bench`: 200 messages to 20 chats, answered after 50 ms, in a real n8n. Every contender runs
 * in every round, in turns, so that whatever else the machine does hits them all; figures are ratios.
 */
async function main(): Promise<void> {
	const userFolder = path.join(CACHE, 'bench-n8n');
	fs.rmSync(userFolder, { recursive: true, force: true });
	const simulator = await startSimulator({ rateLimits: false, latencyMs: ANSWER_MS });
	installPackage(userFolder, packedTarball());
	const host = await startHost({ userFolder });
	try {
		const api = new N8nApi(host.url);
		await api.signIn();
		const credential = await api.saveCredential('Bench', 'feishuApi', {
			region: 'custom',
			baseUrl: simulator.url,
			appId: simulator.appId,
			appSecret: simulator.appSecret,
		});
		const list = contenders(simulator);
		const results: Result[] = list.map(({ name }) => ({ name, ms: [] }));
		for (let round = 0; round <= ROUNDS; round += 1) {
			for (const [index, contender] of list.entries()) {
				const ms = await measure(api, contender, credential);
				// The first round warms up: tokens, compiled code, caches.
				if (round > 0) results[index]?.ms.push(ms);
			}
			process.stdout.write(round === 0 ? 'warmed up\n' : `round ${round} of ${ROUNDS}\n`);
		}
		process.stdout.write(`\n200 messages to 20 chats, answers after ${ANSWER_MS} ms, median of ${ROUNDS} rounds\n`);
		process.stdout.write(ratioTable(results, median(results.find(({ name }) => name === BASELINE)?.ms ?? [])));
	} finally {
		await host.stop();
		await simulator.close();
	}
}

/** Milliseconds that the contender's own node took. */
async function measure(api: N8nApi, contender: Contender, credential: CredentialRef): Promise<number> {
	const workflow = await api.createWorkflow(contender.workflow(credential));
	const execution = await api.run(workflow);
	if (execution.status !== 'success')
		throw new Error(`${contender.name}: ${execution.error?.message ?? execution.status}`);
	const run = execution.runData[contender.node]?.[0];
	const sent = run?.data?.main?.[0]?.length ?? 0;
	if (!run || sent !== 200) throw new Error(`${contender.name} sent ${sent} messages instead of 200`);
	return run.executionTime;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
