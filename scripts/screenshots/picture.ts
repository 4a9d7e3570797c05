import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Page } from 'playwright-core';

import type { N8nApi, SavedWorkflow } from '../../demo/api';
import { ROOT } from '../../demo/host';
import type { Platform } from '../../demo/platform';
import type { ExampleName } from '../../demo/workflows';

export const IMAGES = path.join(ROOT, 'docs', 'images');
export const CHAT = 'n8n Demo 演示群';
const LARGEST_BYTES = 200 * 1024;

/** What the parts of the program share. */
export interface Studio {
	/** The editor's page, signed in. */
	page: Page;
	api: N8nApi;
	platform: Platform;
	/** The simulator's chat page. */
	chatPage: string;
	workflows: Record<ExampleName, SavedWorkflow>;
}

export const fileOf = (name: string): string => path.join(IMAGES, `${name}.png`);

/** Tells of a picture that was taken. @throws when it is larger than a document should carry */
export function took(name: string, bytes: Buffer): void {
	const kilobytes = Math.ceil(bytes.length / 1024);
	console.log(`${path.relative(ROOT, fileOf(name))}  ${kilobytes} KB`);
	if (bytes.length > LARGEST_BYTES) throw new Error(`${name}.png is larger than ${LARGEST_BYTES / 1024} KB`);
}

/** Notices of a run lie over the panel for a while; of the boxes for an editor's hints, empty ones stand at the left edge. */
export const WITHOUT_OVERLAYS = '.el-notification, #cm-tooltip-container { visibility: hidden !important; }';

/** While a step runs, and a moment longer, its button keeps its words unseen behind this. */
const RUNNING = '[data-test-id=node-execute-button] .n8n-spinner';

/** Takes the editor's page as it is, without what lies over it for a while. */
export async function picture(page: Page, name: string): Promise<void> {
	// Not before the last fonts, icons and animations are there.
	await page.waitForLoadState('networkidle');
	await page.waitForFunction(`!document.querySelector('${RUNNING}')`);
	await page.mouse.move(0, 0);
	took(
		name,
		await page.screenshot({ path: fileOf(name), animations: 'disabled', caret: 'hide', style: WITHOUT_OVERLAYS }),
	);
}

/** Brings a parameter to the top of the node's panel. */
export async function scrollToParameter(page: Page, name: string): Promise<void> {
	const label = `[data-test-id="${name}-parameter-input-options-container"]`;
	const row = '[data-test-id=parameter-item], .parameter-item';
	await page.evaluate(
		`(document.querySelector('${label}').closest('${row}') ?? document.querySelector('${label}')).scrollIntoView()`,
	);
}

export async function execute(page: Page): Promise<void> {
	await page.locator('[data-test-id=node-execute-button]').click();
}

/** The total of what the documents carry. */
export function totalKilobytes(): number {
	const sizes = fs.readdirSync(IMAGES).map((name) => fs.statSync(path.join(IMAGES, name)).size);
	return Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}

/** Opens a node of a workflow by its name. */
export async function openNode(page: Page, workflowId: string, name: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`).dblclick();
	await page.locator('[data-test-id=node-parameters]').waitFor();
}

/** A workflow as a whole. */
export async function canvas(page: Page, workflowId: string, name: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id=canvas-node]').first().waitFor();
	await page.locator('[data-test-id=zoom-to-fit]').click();
	await picture(page, name);
}
