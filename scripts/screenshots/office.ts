import type { INodeParameters } from 'n8n-workflow';
import type { Page } from 'playwright-core';

import { ALL_WIDGETS_CODE } from '../../simulator/seed/approval';
import { canvas, execute, fileOf, openNode, picture, took, type Studio } from './picture';

/** A workflow of one step, which is shown as people fill it in. */
async function oneStep({ api, workflows }: Studio, name: string, node: string, parameters: INodeParameters) {
	const credentials = workflows['overdue-tasks-card'].nodes.find((one) => one.credentials?.feishuApi)?.credentials;
	return await api.createWorkflow({
		name,
		nodes: [
			{
				...{ id: 'step', name, type: `n8n-nodes-feishu-openapi.${node}`, typeVersion: 1 },
				...{ position: [0, 0] as [number, number], parameters, credentials },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	});
}

const id = (value: string) => ({ __rl: true, mode: 'id', value });

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
	const form = await oneStep(studio, 'Every Widget', 'feishuApproval', {
		...{ resource: 'approvalInstance', operation: 'create', approvalDefinition: id(ALL_WIDGETS_CODE) },
		approvalForm: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
	});
	await openNode(page, form.id, 'Every Widget');
	await page.getByText('amount widget').first().scrollIntoViewIfNeeded();
	await picture(page, 'approval-form');
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
