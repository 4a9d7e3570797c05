import type { Page } from 'playwright-core';

import { everyControl } from './everyControl';
import { canvas, execute, fileOf, openNode, picture, took, type Studio } from './picture';

/** Pages of the simulator, where people work. */
async function pageOf(page: Page, chatPage: string, path: string, shown: string, name: string): Promise<void> {
	await page.goto(new URL(path, chatPage).href, { waitUntil: 'load' });
	await page.getByText(shown).first().waitFor();
	took(name, await page.screenshot({ path: fileOf(name), animations: 'disabled' }));
}

/** Calendars, tasks, approvals and assistants: their forms, their examples, and the pages of the simulator. */
export async function office(studio: Studio): Promise<void> {
	const { page, chatPage, workflows } = studio;
	await openNode(page, workflows['form-to-calendar-and-task'].id, 'Into the Calendar');
	await picture(page, 'calendar-event');
	await openNode(page, workflows['first-week-of-a-colleague'].id, 'Make the Tasks');
	await picture(page, 'task-create');
	await openNode(page, workflows['assistant-in-a-card'].id, 'Ask the Assistant');
	await picture(page, 'aily-ask');
	await everyControl(studio);
	await openNode(page, workflows['overdue-tasks-card'].id, 'Overdue Tasks');
	await execute(page);
	await page.locator('[data-test-id=output-panel]').getByText('summary').first().waitFor();
	await picture(page, 'task-overdue');
	for (const name of [
		'meeting-from-chat',
		'overdue-tasks-card',
		'approval-to-erp',
		'first-week-of-a-colleague',
		'form-to-calendar-and-task',
		'assistant-in-a-card',
	] as const)
		await canvas(page, workflows[name].id, `example-${name}`);
	await pageOf(page, chatPage, '/calendar', '站会 Stand-up', 'calendar-page');
	await pageOf(page, chatPage, '/tasks', 'Renew the certificates', 'tasks-page');
	await pageOf(page, chatPage, '/approvals', 'To decide', 'approvals-page');
}
