import type { Page } from 'playwright-core';

import { panelItem, searchNodePanel } from '../../demo/browser';
import { CHAT, execute, fileOf, picture, took, type Studio } from './picture';

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

/** The Send operation, filled in and executed. */
async function sendMessage(page: Page): Promise<void> {
	await searchNodePanel(page, '飞书');
	await panelItem(page, 'Feishu').click();
	// n8n shows a node and its trigger as one; in an empty workflow the triggers are unfolded.
	await page
		.locator('[data-test-id=node-creator-category-item]')
		.getByText(/^Actions/)
		.click();
	await panelItem(page, 'Send a message').click();
	await page.locator('[data-test-id=resource-locator-chat] [data-test-id=rlc-input]').click();
	await page.locator('[data-test-id=rlc-item]').filter({ hasText: CHAT }).click();
	await page
		.locator('[data-test-id=parameter-input-text] textarea')
		.fill('Deployment finished: version 2.4 is live. 🎉');
	await execute(page);
	await page.locator('[data-test-id=output-panel]').getByText('message_id').first().waitFor();
	await picture(page, 'send-message');
}

async function webhookTrigger(page: Page, workflowId: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id=canvas-node][data-node-name="Feishu Webhook Trigger"]').dblclick();
	await page.locator('[data-test-id=node-parameters]').waitFor();
	await picture(page, 'webhook-trigger');
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
	took('chat-page', await page.screenshot({ path: fileOf('chat-page'), animations: 'disabled' }));
}

/** A first workflow, a message by hand, the webhook trigger and the chat page. */
export async function editor({ page, chatPage: url, workflows }: Studio): Promise<void> {
	await executedWorkflow(page, workflows['first-steps'].id);
	await sendMessage(page);
	await webhookTrigger(page, workflows['webhook-echo'].id);
	await chatPage(page, url);
}
