import * as fs from 'node:fs';
import * as path from 'node:path';

import { CACHE, installPackage, packedTarball, startHost, type Host } from '../../../demo/host';
import { startSimulator, type Simulator } from '../../../simulator';
import { publishHost } from './context';

let running: { host: Host; simulator: Simulator; userFolder: string } | undefined;

/** One n8n with the packed package in it and one simulator, for all files of this project (jest's globalSetup). */
export default async function setup(): Promise<void> {
	const started = Date.now();
	const userFolder = path.join(CACHE, `host-test-${process.pid}`);
	installPackage(userFolder, packedTarball());
	const simulator = await startSimulator({ rateLimits: false });
	try {
		const host = await startHost({ userFolder });
		running = { host, simulator, userFolder };
		await publishHost(host.url, simulator);
	} catch (error) {
		await teardown();
		await simulator.close();
		throw error;
	}
	process.stdout.write(`\nn8n and the simulator are up after ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

export async function teardown(): Promise<void> {
	if (!running) return;
	const { host, simulator, userFolder } = running;
	running = undefined;
	await host.stop();
	await simulator.close();
	fs.rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
}
