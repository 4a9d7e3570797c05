/** What one node does with many items in a running n8n. */
import type { CredentialRef, N8nApi } from '../demo/api';
import type { Simulator } from '../simulator/index';
import { contender, MEASURED, type Measured } from './contenders';

/** One by one takes minutes on a busy machine. */
const LONGEST_MS = 600_000;

export interface Figures {
	ms: number;
	requests: number;
}

/** Runs a node with items, and counts what it asks one product of the platform. @param domain of its paths @throws where it gives not as many items as expected */
export const measuredIn =
	(domain: string) =>
	async (
		api: N8nApi,
		simulator: Simulator,
		credential: CredentialRef,
		name: string,
		items: string,
		node: Measured,
		expected = (JSON.parse(items) as unknown[]).length,
	): Promise<Figures> => {
		simulator.requests.length = 0;
		const workflow = await api.createWorkflow(contender(name, items, node).workflow(credential));
		const execution = await api.run(workflow, LONGEST_MS);
		const run = execution.runData[MEASURED]?.[0];
		const given = run?.data?.main?.[0]?.length ?? 0;
		if (execution.status !== 'success' || !run || given !== expected)
			throw new Error(
				`${name} gave ${given} items of ${expected}: ${execution.error?.message ?? execution.status} (codes ${codesOf(simulator)})`,
			);
		const requests = simulator.requests.filter(({ path }) => path.startsWith(`/open-apis/${domain}/`)).length;
		return { ms: run.executionTime, requests };
	};

const codesOf = ({ requests }: Simulator) => [...new Set(requests.map(({ code }) => code))].join(', ');

export function told(name: string, { ms, requests }: Figures, baseline: number): void {
	say(`  ${name}: ${requests} requests, ${ms} ms, ${(ms / baseline).toFixed(3)} × of one by one`);
}

export function keep(requests: number, most: number): void {
	if (requests > most) throw new Error(`${requests} requests, more than ${most}`);
}

export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
