import type { IConnections } from 'n8n-workflow';
import type { Page } from 'playwright-core';

import { ALL_WIDGETS_CODE } from '../../simulator/seed/approval';
import { execute, openNode, picture, type Studio } from './picture';

const NODE = 'Every Widget';

/** What somebody types into the fields who has seen nothing but their labels, and what the errors have said. */
const TYPED: ReadonlyArray<readonly [label: string, value: string]> = [
	['input widget', 'Laptop for 李四'],
	['textarea widget', 'The old one is broken'],
	['number widget', '3'],
	['amount widget (100 CNY)', '1,250.50 USD'],
	['formula widget (computed)', '3'],
	['checkbox widget (Red, Blue)', 'Red, Blue'],
	['checkboxV2 widget (红 Red, 蓝 Blue)', '红 Red'],
	['contact widget (e-mail or name)', '李四'],
	['department widget (name)', '研发部'],
	['document widget (address)', 'WeeklyReportDocOfExamples01'],
	['attachment widget (file fields)', 'data'],
	['attachmentV2 widget (file fields)', 'data'],
	['image widget (file fields)', 'data'],
	['imageV2 widget (file fields)', 'data'],
	['address widget (district)', 'Shanghai'],
	['address widget (details)', '88 Century Avenue'],
	['telephone widget (+86 …)', '13800138000'],
	['fieldList widget (JSON rows)', '[{"inner text":"Mouse","date widget":"2026-12-24"}]'],
	['shiftGroup widget (reason)', 'A journey'],
	['overtime → People (e-mail or name)', '李四'],
	['overtime → Type', 'Weekday'],
	['overtime → Times (JSON rows)', '[{"Start":"2026-12-24 18:00","End":"2026-12-24 20:00"}]'],
	['overtime → Reason', 'Release'],
	['out of office → Type', 'Customer visit'],
	['out of office → Reason', 'A meeting at the customer'],
	['out of office → Image (file fields)', 'data'],
	['from elsewhere', 'A-1'],
];

const PICKED: ReadonlyArray<readonly [label: string, moment: string]> = [
	['date widget', '2026-12-24 09:30:00'],
	['dateInterval widget (start)', '2026-12-24 09:00:00'],
	['dateInterval widget (end)', '2026-12-26 18:00:00'],
	['shiftGroup widget (shift)', '2026-12-24 09:00:00'],
	['shiftGroup widget (shift in return)', '2026-12-25 09:00:00'],
	['out of office → Start', '2026-12-24 09:00:00'],
	['out of office → End', '2026-12-24 18:00:00'],
];

/** By the positions of their lists. */
const CHOSEN = ['radio widget', 'radioV2 widget'];

/** The box of a parameter, in sight. */
async function box(page: Page, name: string, kind = 'input, textarea') {
	const found = page.locator(`[data-test-id="parameter-input-${name}"]`).first().locator(kind).first();
	await found.scrollIntoViewIfNeeded();
	return found;
}

async function choose(page: Page, words: string): Promise<void> {
	await page.locator('[role=option]:visible').filter({ hasText: words }).first().click();
	await page.waitForFunction(`![...document.querySelectorAll('[role=option]')].some((one) => one.checkVisibility())`);
}

/** What makes a file, in its order. */
const BEFORE = new Set(['manualTrigger', 'set', 'convertToFile'].map((name) => `n8n-nodes-base.${name}`));

/** A picture, a file of it, and the approval with a form of one of each control, which is empty. */
async function made({ api, workflows }: Studio): Promise<string> {
	const before = workflows['first-steps'].nodes.filter(({ type }) => BEFORE.has(type));
	const names = [...before.map(({ name }) => name), NODE];
	const connections: IConnections = Object.fromEntries(
		names.slice(1).map((node, at) => [names[at] ?? '', { main: [[{ node, type: 'main', index: 0 }]] }]),
	);
	const credentials = workflows['overdue-tasks-card'].nodes.find((one) => one.credentials?.feishuApi)?.credentials;
	const { id } = await api.createWorkflow({
		name: NODE,
		nodes: [
			...before,
			{
				...{ id: 'step', name: NODE, type: 'n8n-nodes-feishu-openapi.feishuApproval', typeVersion: 1 },
				...{ position: [700, 0] as [number, number], credentials },
				parameters: {
					...{ resource: 'approvalInstance', operation: 'create' },
					approvalDefinition: { __rl: true, mode: 'id', value: ALL_WIDGETS_CODE },
					approvalForm: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
				},
			},
		],
		connections,
		settings: { executionOrder: 'v1' },
	});
	return id;
}

/** The code of an approval that was started before, as Get Many gives it. */
async function earlierApproval({ platform }: Studio): Promise<string> {
	const answer = await fetch(`${platform.origin}/_sim/approvals`);
	const { instances } = (await answer.json()) as { instances: Array<{ instance_code: string }> };
	const [earlier] = instances;
	if (!earlier) throw new Error('No approval was started before');
	return earlier.instance_code;
}

/** A form with one of each control, filled in by hand from its first field to its last, and the approval that it starts. */
export async function everyControl(studio: Studio): Promise<void> {
	const { page } = studio;
	await openNode(page, await made(studio), NODE);
	await page.getByText('amount widget').first().waitFor();
	await (await box(page, 'starter', 'input >> nth=-1')).click();
	await page.locator('[data-test-id=rlc-item]').filter({ hasText: 'lisi@example.com' }).click();
	const earlier = ['connect widget (codes)', await earlierApproval(studio)] as const;
	for (const [label, value] of [...TYPED, earlier]) {
		const field = await box(page, label);
		await field.fill(value);
		await field.press('Tab');
	}
	for (const [label, moment] of PICKED) {
		const field = await box(page, label, 'input');
		await field.click();
		await field.pressSequentially(moment);
		await field.press('Enter');
	}
	for (const label of CHOSEN) {
		await (await box(page, label, 'input')).click();
		await choose(page, 'One');
	}
	await page.getByRole('button', { name: 'Add Step' }).first().click();
	await (await box(page, 'step', 'input')).click();
	await choose(page, 'Approver');
	await page.getByPlaceholder('Add People').first().click();
	await choose(page, 'Several');
	const people = await box(page, 'list');
	await people.fill('张三, Alice Smith');
	await people.press('Tab');
	await execute(page);
	await page.locator('[data-test-id=output-panel]').getByText('instance_code').first().waitFor();
	await box(page, 'input widget');
	await picture(page, 'approval-form');
	await box(page, 'contact widget (e-mail or name)');
	await picture(page, 'approval-form-files');
	await box(page, 'list');
	await picture(page, 'approval-form-started');
}
