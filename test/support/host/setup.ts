import * as fs from 'node:fs';
import * as path from 'node:path';

import { N8nApi } from '../../../demo/api';
import { CACHE, installPackage, packedTarball, startHost } from '../../../demo/host';
import { publishN8n, serveRestarts } from './sharedN8n';

/** On a busy machine too, n8n ends what it has taken before it stops. */
const STOP_SECONDS = 180;

/** What is to be undone, the newest first. */
const undo: Array<() => Promise<void> | void> = [];

/** One n8n with the packed package in it, for all files of this project (jest's globalSetup). */
export default async function setup(): Promise<void> {
	const started = Date.now();
	try {
		const userFolder = path.join(CACHE, `host-test-${process.pid}`);
		undo.push(() => fs.rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 }));
		installPackage(userFolder, packedTarball());
		let host = await startHost({ userFolder, stopSeconds: STOP_SECONDS });
		undo.push(() => host.stop());
		const { url } = host;
		const control = await serveRestarts(async () => {
			await host.stop();
			host = await startHost({ userFolder, stopSeconds: STOP_SECONDS, preferredPort: Number(new URL(url).port) });
			if (host.url !== url) throw new Error(`${url} was taken by another program meanwhile`);
		});
		undo.push(() => control.close());
		await new N8nApi(url).signIn();
		publishN8n({ editor: url, control: control.url });
	} catch (error) {
		await teardown();
		throw error;
	}
	process.stdout.write(`\nn8n is up after ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

export async function teardown(): Promise<void> {
	for (let step = undo.pop(); step; step = undo.pop()) await step();
}
