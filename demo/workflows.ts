import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

import type { CredentialRef, N8nApi, SavedWorkflow, WorkflowFile } from './api';
import { ROOT } from './host';
import type { Platform } from './platform';

const CREDENTIAL_NAMES: Readonly<Record<string, string>> = {
	feishuApi: 'Feishu',
	feishuCustomBotApi: 'Feishu custom bot',
	feishuOAuth2Api: 'Feishu account (person)',
	feishuStoreAppApi: 'Feishu store app',
};
const FEISHU_ORIGIN = 'https://open.feishu.cn';
/** What stands in an example for a base of the reader's own. */
const YOUR_BASE = 'https://example.feishu.cn/base/YourBaseHere?table=tblYourTable';

/** The ready workflows, in the order in which a newcomer should read them. */
export const EXAMPLES = [
	'first-steps',
	'custom-bot',
	'alert-to-group',
	'daily-digest',
	'overdue-tasks-card',
	'file-delivery',
	'message-gallery',
	'onboarding-department',
	'ai-reply-streamed',
	'bot-that-answers',
	'approval',
	'approval-to-erp',
	'base-status-answers',
	'webhook-echo',
	'form-to-base',
	'articles-to-base',
	'database-to-base',
	'picture-to-base',
	'figures-and-chart-to-sheet',
	'report-to-wiki',
	'files-to-drive-and-sheet',
	'base-to-excel-by-mail',
	'meeting-from-chat',
	'assistant-in-a-card',
	'first-week-of-a-colleague',
	'form-to-calendar-and-task',
	'send-as-a-person',
	'store-app-two-tenants',
	'call-endpoint',
	'http-request',
	'custom-request',
] as const;
export type ExampleName = (typeof EXAMPLES)[number];

/** Saved credentials by their type. */
export type Credentials = Readonly<Record<string, CredentialRef>>;

/**
 * An example as it is imported: with the credential chosen in each node, and the platform's address in plain requests.
 * @param base the address of a table for examples that work in one
 */
export function loadExample(
	example: ExampleName,
	credentials: Credentials,
	origin: string,
	base = YOUR_BASE,
): WorkflowFile {
	const text = fs.readFileSync(path.join(ROOT, 'examples', `${example}.json`), 'utf8');
	const workflow = JSON.parse(text.replaceAll(FEISHU_ORIGIN, origin).replaceAll(YOUR_BASE, base)) as WorkflowFile;
	for (const node of workflow.nodes) {
		for (const type of Object.keys(node.credentials ?? {})) {
			const credential = credentials[type];
			if (node.credentials && credential) node.credentials[type] = credential;
		}
	}
	return workflow;
}

/** The path under n8n's `/webhook/` where an active workflow's webhook trigger listens. */
export function webhookPath(workflow: WorkflowFile): string {
	const trigger = workflow.nodes.find((node) => node.webhookId !== undefined);
	if (!trigger?.webhookId) throw new Error(`The workflow "${workflow.name}" has no webhook`);
	return `/webhook/${trigger.webhookId}/webhook`;
}

/**
 * Saves a workflow unless it is there already as it was saved last time, so that what a person changed in the editor stays
 * until the example itself changes. `memory` is a file that holds what was saved.
 */
async function saveWorkflow(api: N8nApi, workflow: WorkflowFile, memory: string): Promise<SavedWorkflow> {
	const saved = fs.existsSync(memory) ? (JSON.parse(fs.readFileSync(memory, 'utf8')) as Record<string, string>) : {};
	const stamp = createHash('sha256').update(JSON.stringify(workflow)).digest('hex');
	const known = await api.findWorkflow(workflow.name);
	if (known && saved[workflow.name] === stamp) return known;
	const result = known ? await api.updateWorkflow(known.id, workflow) : await api.createWorkflow(workflow);
	fs.writeFileSync(memory, `${JSON.stringify({ ...saved, [workflow.name]: stamp }, null, '\t')}\n`);
	return result;
}

/** Saves a credential of each type that the platform has. */
export async function saveCredentials(
	api: N8nApi,
	platform: Pick<Platform, 'name' | 'credentials'>,
): Promise<Credentials> {
	const saved: Record<string, CredentialRef> = {};
	for (const [type, data] of Object.entries(platform.credentials)) {
		saved[type] = await api.saveCredential(`${CREDENTIAL_NAMES[type] ?? type} (${platform.name})`, type, data);
	}
	return saved;
}

/** Saves the credentials for the platform and every example with them. */
export async function saveExamples(
	api: N8nApi,
	platform: Platform,
	memory: string,
): Promise<Record<ExampleName, SavedWorkflow>> {
	const credentials = await saveCredentials(api, platform);
	const saved: Partial<Record<ExampleName, SavedWorkflow>> = {};
	for (const example of EXAMPLES) {
		saved[example] = await saveWorkflow(api, loadExample(example, credentials, platform.origin, platform.base), memory);
	}
	return saved as Record<ExampleName, SavedWorkflow>;
}
