import * as fs from 'node:fs';
import { chromium, type Page } from 'playwright-core';

import { OWNER } from './api';

/** Longer than a busy machine takes to load the editor for the first time. */
const PAGE_MS = 90_000;

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/opt/homebrew/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Chromium or Chrome on this machine: CHROMIUM_PATH, or one of the usual places. */
export function chromiumPath(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	return named ? named : PLACES.find((place) => fs.existsSync(place));
}

export interface Editor {
	page: Page;
	close(): Promise<void>;
}

export interface EditorOptions {
	width?: number;
	height?: number;
	/** Pixels of the picture for each pixel of the page. */
	scale?: number;
}

/** Opens a headless browser, in which nothing is shown yet. Fails when there is no browser. */
export async function openBrowser(
	url: string,
	{ width = 1440, height = 900, scale = 1 }: EditorOptions = {},
): Promise<Editor> {
	const executablePath = chromiumPath();
	if (!executablePath)
		throw new Error(`No Chromium found. Install it, or set CHROMIUM_PATH. Looked at: ${PLACES.join(', ')}`);
	// Chromium refuses to run as root with its sandbox, which is how containers run.
	const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
	try {
		const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale, baseURL: url });
		page.setDefaultTimeout(PAGE_MS);
		return { page, close: () => browser.close() };
	} catch (error) {
		// An open browser keeps this program from its end.
		await browser.close();
		throw error;
	}
}

/** Opens a headless browser and signs in to n8n as the demo's owner. Fails when there is no browser. */
export async function openEditor(url: string, options: EditorOptions = {}): Promise<Editor> {
	const editor = await openBrowser(url, options);
	try {
		await signIn(editor.page);
		return editor;
	} catch (error) {
		await editor.close();
		throw error;
	}
}

async function signIn(page: Page): Promise<void> {
	await page.goto('/signin');
	await page.fill('input[name=emailOrLdapLoginId]', OWNER.email);
	await page.fill('input[name=password]', OWNER.password);
	await page.click('[data-test-id=form-submit-button]');
	await page.waitForURL((address) => !address.pathname.includes('signin'));
}

/** Opens a new workflow, and the node panel with this search. */
export async function searchNodePanel(page: Page, words: string): Promise<void> {
	await page.goto('/workflow/new');
	await page.locator('[data-test-id=canvas-plus-button]').waitFor();
	await page.keyboard.press('n');
	await page.locator('[data-test-id=node-creator-search-bar]').fill(words);
}

/** The entry of the open node panel with exactly this name. */
export const panelItem = (page: Page, name: string) =>
	page
		.locator('[data-test-id=item-iterator-item]')
		.filter({ has: page.locator('[data-test-id=node-creator-item-name]').getByText(name, { exact: true }) });
