import type { Page } from 'playwright-core';

import { picture, scrollToParameter, type Studio } from './picture';

/** High enough for a card with its blocks. */
const HIGH = { width: 1280, height: 1120 };

async function openStep(page: Page, workflowId: string, step: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id=execute-workflow-button]').click();
	const node = page.locator(`[data-test-id=canvas-node][data-node-name="${step}"]`);
	await node.locator('[data-test-id=canvas-node-status-success]').waitFor();
	await page.locator('[data-test-id=execute-workflow-button]').getByText('Execute workflow').waitFor();
	await node.dblclick();
	await page.locator('[data-test-id=fixed-collection-blocks]').waitFor();
}

/** The card composer of Message → Send, and that of a custom bot. */
export async function composer({ page, workflows }: Studio): Promise<void> {
	const size = page.viewportSize();
	await page.setViewportSize(HIGH);
	await openStep(page, workflows['alert-to-group'].id, 'Send the Alert');
	await scrollToParameter(page, 'messageType');
	await picture(page, 'message-composer');
	await openStep(page, workflows['custom-bot'].id, 'Write to the Group');
	await picture(page, 'custom-bot');
	if (size) await page.setViewportSize(size);
}
