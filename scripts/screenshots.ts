// Takes the pictures of the documentation from a real n8n and the simulator's page: npm run screenshots
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Page } from 'playwright-core';

import { N8nApi } from '../demo/api';
import { openEditor, panelItem, searchNodePanel } from '../demo/browser';
import { CACHE, installPackage, packedTarball, ROOT, startHost } from '../demo/host';
import { openPlatform } from '../demo/platform';
import { saveExamples, webhookPath } from '../demo/workflows';

const IMAGES = path.join(ROOT, 'docs', 'images');
const LARGEST_BYTES = 200 * 1024;
const CHAT = 'n8n Demo 演示群';

async function picture(page: Page, name: string): Promise<void> {
	// Not before the last fonts, icons and animations are there.
	await page.waitForLoadState('networkidle');
	const file = path.join(IMAGES, `${name}.png`);
	await page.mouse.move(0, 0);
	const bytes = await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
	console.log(`${path.relative(ROOT, file)}  ${Math.ceil(bytes.length / 1024)} KB`);
	if (bytes.length > LARGEST_BYTES) throw new Error(`${name}.png is larger than ${LARGEST_BYTES / 1024} KB`);
}

async function nodePanel(page: Page): Promise<void> {
	await searchNodePanel(page, '飞书');
	await panelItem(page, 'Feishu Open API').waitFor();
	await picture(page, 'node-panel');
}

/** The Send operation, filled in and executed, and the credential behind it. */
async function sendAndCredential(page: Page): Promise<void> {
	await panelItem(page, 'Feishu').click();
	await panelItem(page, 'Send a message').click();
	await page.locator('[data-test-id=resource-locator-chat] [data-test-id=rlc-input]').click();
	await page.locator('[data-test-id=rlc-item]').filter({ hasText: CHAT }).click();
	await page
		.locator('[data-test-id=parameter-input-text] textarea')
		.fill('Deployment finished: version 2.4 is live. 🎉');
	await page.locator('[data-test-id=node-execute-button]').click();
	await page.locator('[data-test-id=output-panel]').getByText('message_id').first().waitFor();
	await picture(page, 'send-message');

	await page.locator('[data-test-id=credential-edit-button]').click();
	await page.locator('[data-test-id=credential-edit-dialog], [data-test-id=editCredential-modal]').first().waitFor();
	await page.getByText('App Secret').first().waitFor();
	await picture(page, 'credential');
}

async function webhookTrigger(page: Page, workflowId: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id=canvas-node][data-node-name="Feishu Webhook Trigger"]').dblclick();
	await page.locator('[data-test-id=node-parameters]').waitFor();
	await picture(page, 'webhook-trigger');
}

async function executedWorkflow(page: Page, workflowId: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id=execute-workflow-button]').click();
	await page
		.locator('[data-test-id=canvas-node][data-node-name="Recall It"] [data-test-id=canvas-node-status-success]')
		.waitFor();
	// The button and the lines between the nodes say a little later that it is over.
	await page.locator('[data-test-id=execute-workflow-button]').getByText('Execute workflow').waitFor();
	await page.getByText('1 item', { exact: true }).nth(10).waitFor();
	await page.locator('[data-test-id=zoom-to-fit]').click();
	await picture(page, 'workflow');
}

async function chatPage(page: Page, url: string): Promise<void> {
	await page.goto(url, { waitUntil: 'load' });
	await page.getByText(CHAT).first().click();
	await page.getByText('A card sent by n8n').first().waitFor();
	await page.getByPlaceholder(`Message ${CHAT}`).fill('When is the next release?');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await page.getByText('You wrote: When is the next release?').first().waitFor();
	// The page keeps a stream of changes open, so it is never idle: wait for its pictures instead.
	await page.waitForFunction('[...document.images].every((image) => image.complete && image.naturalWidth > 0)');
	const file = path.join(IMAGES, 'chat-page.png');
	const bytes = await page.screenshot({ path: file, animations: 'disabled' });
	console.log(`${path.relative(ROOT, file)}  ${Math.ceil(bytes.length / 1024)} KB`);
}

async function main(): Promise<void> {
	fs.mkdirSync(IMAGES, { recursive: true });
	const userFolder = path.join(CACHE, 'screenshots-n8n');
	fs.rmSync(userFolder, { recursive: true, force: true });
	installPackage(userFolder, packedTarball());
	const platform = await openPlatform({});
	const host = await startHost({ userFolder, preferredPort: 5678 });
	try {
		const api = new N8nApi(host.url);
		await api.signIn();
		const workflows = await saveExamples(api, platform, path.join(userFolder, 'workflows.json'));
		await api.activate(workflows['webhook-echo']);
		await platform.sendEventsTo?.(host.url + webhookPath(workflows['webhook-echo']));
		const editor = await openEditor(host.url, { width: 1280, height: 800 });
		const { page } = editor;
		try {
			await executedWorkflow(page, workflows['first-steps'].id);
			await nodePanel(page);
			await sendAndCredential(page);
			await webhookTrigger(page, workflows['webhook-echo'].id);
			await chatPage(page, platform.chatPage ?? '');
		} catch (error) {
			await page.screenshot({ path: path.join(CACHE, 'screenshot-failed.png') });
			throw error;
		} finally {
			await editor.close();
		}
	} finally {
		await host.stop();
		await platform.close();
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
