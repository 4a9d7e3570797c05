import type { N8nApi } from '../../../demo/api';
import { eventually } from './eventually';

/** What stands in n8n, in words. */
export async function leftIn(api: N8nApi): Promise<string[]> {
	const [workflows, credentials] = [await api.workflows(), await api.credentials()];
	return [
		...workflows.map(({ name }) => `the workflow "${name}"`),
		...credentials.map(({ name }) => `the credential "${name}"`),
	];
}

/** Takes all workflows with their executions, and all credentials, out of n8n. */
export async function clearN8n(api: N8nApi): Promise<void> {
	for (const { id, name, isArchived } of await api.workflows()) {
		if (!isArchived) await api.request('POST', `/rest/workflows/${id}/archive`);
		// n8n takes back what is published after it has answered, and deletes nothing before.
		await eventually(`the end of the workflow "${name}"`, async () => await deleted(api, id));
	}
	for (const { id } of await api.credentials()) await api.request('DELETE', `/rest/credentials/${id}`);
}

async function deleted(api: N8nApi, workflowId: string): Promise<boolean> {
	try {
		await api.request('DELETE', `/rest/workflows/${workflowId}`);
		return true;
	} catch (error) {
		if ((error as Error).message.startsWith('n8n answered 409 ')) return false;
		throw error;
	}
}
