import type { CredentialRef, N8nApi } from '../demo/api';
import { MEASURED, type Contender } from './contenders';
import type { Result } from './report';

/**
 * Runs every contender in every round, in turns, so that whatever else the machine does hits them all.
 * The first round warms up (tokens, compiled code, caches) and does not count.
 */
export async function rounds(
	api: N8nApi,
	credential: CredentialRef,
	contenders: readonly Contender[],
	count: number,
): Promise<Result[]> {
	const results: Result[] = contenders.map(({ name }) => ({ name, ms: [] }));
	for (let round = 0; round <= count; round += 1) {
		for (const [index, contender] of contenders.entries()) {
			const ms = await measure(api, contender, credential);
			if (round > 0) results[index]?.ms.push(ms);
		}
		process.stdout.write(round === 0 ? '  warmed up\n' : `  round ${round} of ${count}\n`);
	}
	return results;
}

/** Milliseconds that the contender's own node took. */
async function measure(api: N8nApi, contender: Contender, credential: CredentialRef): Promise<number> {
	const workflow = await api.createWorkflow(contender.workflow(credential));
	const execution = await api.run(workflow);
	if (execution.status !== 'success')
		throw new Error(`${contender.name}: ${execution.error?.message ?? execution.status}`);
	const run = execution.runData[MEASURED]?.[0];
	const sent = run?.data?.main?.[0]?.length ?? 0;
	if (!run || sent !== contender.messages)
		throw new Error(`${contender.name} sent ${sent} messages instead of ${contender.messages}`);
	return run.executionTime;
}
