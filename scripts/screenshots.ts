// Takes the pictures of the documentation from a real n8n and the simulator's page: npm run screenshots
// Some of them: npm run screenshots -- messages composer
import * as fs from 'node:fs';
import * as path from 'node:path';

import { N8nApi } from '../demo/api';
import { openEditor } from '../demo/browser';
import { CACHE, installPackage, packedTarball, startHost } from '../demo/host';
import { openPlatform, type Platform } from '../demo/platform';
import { saveExamples } from '../demo/workflows';
import { approval } from './screenshots/approval';
import { base } from './screenshots/base';
import { documents } from './screenshots/documents';
import { composer } from './screenshots/composer';
import { editor } from './screenshots/editor';
import { endpoints } from './screenshots/endpoints';
import { events } from './screenshots/events';
import { identity } from './screenshots/identity';
import { messages, streaming } from './screenshots/messages';
import { office } from './screenshots/office';
import { IMAGES, totalKilobytes, type Studio } from './screenshots/picture';

/** In their order: what comes later would show in the pictures of what came before. */
const PARTS: Readonly<Record<string, (studio: Studio) => Promise<void>>> = {
	editor,
	endpoints,
	composer,
	messages,
	streaming,
	events,
	approval,
	identity,
	base,
	documents,
	office,
};

/** The endpoints in the pictures ask for more than the demo's app has. */
async function grantAll({ origin, credentials }: Platform): Promise<void> {
	const response = await fetch(`${origin}/_sim/apps/${String(credentials.feishuApi?.appId)}`, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ scopes: null }),
	});
	if (!response.ok) throw new Error(`The simulator granted nothing: ${response.status}`);
}

async function main(wanted: readonly string[]): Promise<void> {
	const unknown = wanted.filter((name) => !(name in PARTS));
	if (unknown.length > 0)
		throw new Error(`There is no ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
	fs.mkdirSync(IMAGES, { recursive: true });
	const userFolder = path.join(CACHE, 'screenshots-n8n');
	fs.rmSync(userFolder, { recursive: true, force: true });
	installPackage(userFolder, packedTarball());
	// Never the real platform: the pictures show what the simulator made up.
	const platform = await openPlatform({});
	await grantAll(platform);
	const host = await startHost({ userFolder, preferredPort: 5678 });
	try {
		const api = new N8nApi(host.url);
		await api.signIn();
		const workflows = await saveExamples(api, platform, path.join(userFolder, 'workflows.json'));
		await api.activate(workflows['bot-that-answers']);
		const browser = await openEditor(host.url, { width: 1280, height: 800 });
		const studio: Studio = { page: browser.page, api, platform, chatPage: platform.chatPage ?? '', workflows };
		try {
			for (const [name, take] of Object.entries(PARTS))
				if (wanted.length === 0 || wanted.includes(name)) await take(studio);
		} catch (error) {
			await browser.page.screenshot({ path: path.join(CACHE, 'screenshot-failed.png') });
			throw error;
		} finally {
			await browser.close();
		}
	} finally {
		await host.stop();
		await platform.close();
	}
	console.log(`All pictures: ${totalKilobytes()} KB`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
