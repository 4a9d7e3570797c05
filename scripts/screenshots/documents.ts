import type { Page } from 'playwright-core';

import { canvas, execute, fileOf, openNode, picture, took, type Studio } from './picture';

/** Pages of the simulator, where people work. */
async function pageOf(page: Page, chatPage: string, path: string, shown: string, name: string): Promise<void> {
	await page.goto(new URL(path, chatPage).href, { waitUntil: 'load' });
	await page.getByText(shown).first().waitFor();
	took(name, await page.screenshot({ path: fileOf(name), animations: 'disabled' }));
}

/** Spreadsheets, documents, wikis and Drive: their examples, and what they write. */
export async function documents({ page, chatPage, workflows }: Studio): Promise<void> {
	await openNode(page, workflows['figures-and-chart-to-sheet'].id, 'One Row a Day');
	await execute(page);
	await picture(page, 'sheets-sync');
	for (const name of [
		'figures-and-chart-to-sheet',
		'report-to-wiki',
		'files-to-drive-and-sheet',
		'base-to-excel-by-mail',
	] as const)
		await canvas(page, workflows[name].id, `example-${name}`);
	await pageOf(page, chatPage, '/sheets/SalesSheetOfTheExamples0001', '东方贸易', 'sheets-page');
	await pageOf(page, chatPage, '/docx/WeeklyReportDocOfExamples01', '本周进展', 'docs-page');
}
