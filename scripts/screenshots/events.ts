import type { Page } from 'playwright-core';

import { fileOf, picture, took, type Studio } from './picture';

/** A group in which nothing else has been said. */
const GROUP = 'Customer Support 客服';
const QUESTION = 'When is the next release?';
const SEVERAL = 5;
/** In the middle the toast would cover the title of the chat. */
const TOAST_ASIDE = '.toast { top: 106px; right: 16px; left: auto; translate: none; }';

async function trigger(page: Page, workflowId: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id=canvas-node][data-node-name="Messages"]').dblclick();
	await page.locator('[data-test-id=node-parameters]').waitFor();
	await page.getByText('im.message.receive_v1').first().waitFor();
	await picture(page, 'feishu-trigger');
}

/** A question, the bot's answer, and what it says to a click. */
async function bot(page: Page, address: string): Promise<void> {
	const browser = page.context().browser();
	if (!browser) throw new Error('The browser is gone');
	const window = await browser.newPage({ viewport: { width: 960, height: 520 }, deviceScaleFactor: 1.5 });
	await window.goto(address, { waitUntil: 'load' });
	await window.getByText(GROUP).first().click();
	await window.getByPlaceholder(`Message ${GROUP}`).fill(QUESTION);
	await window.getByRole('button', { name: 'Send', exact: true }).click();
	await window.getByText(`You wrote: ${QUESTION}`).first().waitFor();
	await clickUntilThanked(window);
	// The pointer would show the toolbar of the message under it.
	await window.mouse.move(0, 0);
	took(
		'bot-that-answers',
		await window.screenshot({ path: fileOf('bot-that-answers'), animations: 'disabled', style: TOAST_ASIDE }),
	);
	await window.close();
}

/** The first run of a workflow may take n8n longer than the platform waits; the toast of the trigger is shown then. */
async function clickUntilThanked(window: Page): Promise<void> {
	const toast = window.locator('[data-test-id=toast]');
	for (let clicks = 0; clicks < SEVERAL; clicks++) {
		await window.getByRole('button', { name: 'Thanks!' }).click();
		await toast.waitFor();
		if ((await toast.textContent())?.includes('You are welcome!')) return;
		await toast.waitFor({ state: 'detached' });
	}
	throw new Error('The workflow did not answer a click in time');
}

/** The node Feishu Trigger, and the bot that listens with it. */
export async function events({ page, chatPage, workflows }: Studio): Promise<void> {
	await trigger(page, workflows['bot-that-answers'].id);
	await bot(page, chatPage);
}
