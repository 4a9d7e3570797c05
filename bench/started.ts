import type { N8nApi } from '../demo/api';

const POLL_MS = 100;
const DEADLINE_MS = 180_000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, POLL_MS));

/** How many executions the workflow has, or how many of a status. */
export async function executionsOf(api: N8nApi, workflowId: string, status?: readonly string[]): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, ...(status && { status }) }));
	const { count } = await api.request<{ count: number }>('GET', `/rest/executions?limit=1&filter=${filter}`);
	return count;
}

/** Resolves when no execution of the workflow is under way. */
export async function settled(api: N8nApi, workflowId: string): Promise<void> {
	const deadline = Date.now() + DEADLINE_MS;
	while ((await executionsOf(api, workflowId, ['new', 'running'])) > 0) {
		if (Date.now() > deadline) throw new Error(`Executions of ${workflowId} are still under way`);
		await pause();
	}
}

/** Resolves with the time at which the workflow has so many executions; milliseconds since 1970. */
export async function reached(api: N8nApi, workflowId: string, wanted: number): Promise<number> {
	const deadline = Date.now() + DEADLINE_MS;
	for (;;) {
		const count = await executionsOf(api, workflowId);
		if (count >= wanted) return Date.now();
		if (Date.now() > deadline) throw new Error(`Only ${count} of ${wanted} executions were started`);
		await pause();
	}
}
