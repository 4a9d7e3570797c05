import * as fs from 'node:fs';
import * as path from 'node:path';

import { N8nApi } from '../../../demo/api';
import { CACHE, installPackage, packedTarball, startHost, startWorker } from '../../../demo/host';
import { publishN8n, serveRestarts } from '../host/sharedN8n';
import { startPostgres, startRedis } from './services';

const WORKERS = 2;

/** What is to be undone, the newest first. */
const undo: Array<() => Promise<void> | void> = [];

/** n8n in queue mode: a main process that never runs a production execution itself, and two workers (jest's globalSetup). */
export default async function setup(): Promise<void> {
	const started = Date.now();
	try {
		const redis = await startRedis();
		undo.push(() => redis.stop());
		const postgres = await startPostgres();
		undo.push(() => postgres.stop());
		const userFolder = path.join(CACHE, `queue-test-${process.pid}`);
		undo.push(() => fs.rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 }));
		installPackage(userFolder, packedTarball());
		const settings = {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_DATABASE: 'n8n',
			DB_POSTGRESDB_USER: 'n8n',
			N8N_DEFAULT_BINARY_DATA_MODE: 'database',
			N8N_ENCRYPTION_KEY: 'a-key-for-tests-only',
		};
		let host = await startHost({ userFolder, settings });
		undo.push(() => host.stop());
		const { url } = host;
		// The workers go on meanwhile.
		const control = await serveRestarts(async () => {
			await host.stop();
			host = await startHost({ userFolder, settings, preferredPort: Number(new URL(url).port) });
			if (host.url !== url) throw new Error(`${url} was taken by another program meanwhile`);
		});
		undo.push(() => control.close());
		const starting = Array.from({ length: WORKERS }, async () => {
			const worker = await startWorker({ userFolder, settings: { ...settings, WEBHOOK_URL: url } });
			undo.push(() => worker.stop());
		});
		for (const worker of await Promise.allSettled(starting)) if (worker.status === 'rejected') throw worker.reason;
		await new N8nApi(url).signIn();
		publishN8n({ editor: url, control: control.url });
	} catch (error) {
		await teardown();
		throw error;
	}
	process.stdout.write(`\nn8n and ${WORKERS} workers are up after ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

export async function teardown(): Promise<void> {
	for (let step = undo.pop(); step; step = undo.pop()) await step();
}
