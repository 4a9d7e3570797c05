import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import { globSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

import { freePort } from '../../../demo/host';

/** A server that was started for the tests. */
export interface Service {
	port: number;
	stop(): Promise<void>;
}

const READY_MS = 30_000;

/** Redis on the loopback address, in memory only. */
export async function startRedis(): Promise<Service> {
	const port = await freePort();
	const child = spawn(
		'redis-server',
		['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
		{
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	await ready(child, 'Ready to accept connections', 'redis-server');
	return { port, stop: () => stopped(child, 'SIGTERM') };
}

/** PostgreSQL on the loopback address with an empty database `n8n`; everything is gone when it stops. */
export async function startPostgres(): Promise<Service> {
	const port = await freePort();
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'queue-postgres-'));
	const data = path.join(folder, 'data');
	// It refuses to run as root, so root lets the user of the package run it.
	const owner = process.getuid?.() === 0 ? userOf('postgres') : undefined;
	if (owner) fs.chownSync(folder, owner.uid, owner.gid);
	const run = { ...owner, cwd: folder, encoding: 'utf8' as const };
	const made = spawnSync(binary('initdb'), ['-D', data, '-U', 'n8n', '--auth=trust', '-E', 'UTF8', '--no-sync'], run);
	if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
	const child = spawn(
		binary('postgres'),
		['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
		{
			...owner,
			cwd: folder,
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	await ready(child, 'ready to accept connections', 'postgres');
	const created = spawnSync(binary('createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'n8n', 'n8n'], run);
	if (created.status !== 0) throw new Error(`createdb failed: ${created.stderr || String(created.error)}`);
	return {
		port,
		async stop() {
			await stopped(child, 'SIGINT');
			fs.rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Debian keeps the programs of PostgreSQL off the path, in a folder for each version. */
function binary(name: string): string {
	return globSync(`/usr/lib/postgresql/*/bin/${name}`).sort().at(-1) ?? name;
}

function userOf(name: string): { uid: number; gid: number } {
	const id = (flag: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
	return { uid: id('-u'), gid: id('-g') };
}

async function ready(child: ChildProcess, words: string, name: string): Promise<void> {
	let said = '';
	await new Promise<void>((resolve, reject) => {
		const fail = (problem: string) => reject(new Error(`${name} ${problem}: ${said.slice(-1000)}`));
		const timeout = setTimeout(() => fail(`was not ready after ${READY_MS / 1000} s`), READY_MS);
		const read = (chunk: Buffer) => {
			said += chunk.toString();
			if (!said.includes(words)) return;
			clearTimeout(timeout);
			resolve();
		};
		child.stdout?.on('data', read);
		child.stderr?.on('data', read);
		child.once('error', (error) => fail(`could not be started (${error.message}); install it first`));
		child.once('close', () => fail('ended'));
	});
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
	child.kill(signal);
	await closed;
}
