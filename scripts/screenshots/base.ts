import type { Page } from 'playwright-core';

import { canvas, execute, fileOf, openNode, picture, took, type Studio } from './picture';

const BASE = 'ProjectsBaseOfTheExamples01';

/** 1,200 rows synced by a key, with what became of each. */
async function sync(page: Page, workflowId: string): Promise<void> {
	await openNode(page, workflowId, 'Sync');
	await execute(page);
	await page.locator('[data-test-id=output-panel]').getByText('record_action').first().waitFor();
	await picture(page, 'base-sync');
}

/** The columns of a table as they are offered. */
async function columns(page: Page, workflowId: string): Promise<void> {
	await openNode(page, workflowId, 'Add the Row');
	await page.locator('[data-test-id=mapping-mode-select]').first().click();
	await page.getByText('Map Each Column Manually').click();
	await page.getByText('Category', { exact: true }).first().waitFor();
	await picture(page, 'base-columns');
}

/** The simulator's page of the base, where people work. */
async function tablePage(page: Page, chatPage: string): Promise<void> {
	await page.goto(new URL(`/base/${BASE}`, chatPage).href, { waitUntil: 'load' });
	await page.getByText('准备报价 Quote').first().waitFor();
	took('base-page', await page.screenshot({ path: fileOf('base-page'), animations: 'disabled' }));
}

/** Bases: records by a node, what starts from them, and the table itself. */
export async function base({ page, chatPage, workflows }: Studio): Promise<void> {
	await sync(page, workflows['database-to-base'].id);
	await columns(page, workflows['form-to-base'].id);
	await openNode(page, workflows['base-status-answers'].id, 'Task Changed');
	await picture(page, 'base-trigger');
	await canvas(page, workflows['form-to-base'].id, 'example-form-to-base');
	await canvas(page, workflows['articles-to-base'].id, 'example-articles-to-base');
	await canvas(page, workflows['database-to-base'].id, 'example-database-to-base');
	await canvas(page, workflows['picture-to-base'].id, 'example-picture-to-base');
	await canvas(page, workflows['base-status-answers'].id, 'example-base-status-answers');
	await tablePage(page, chatPage);
}
