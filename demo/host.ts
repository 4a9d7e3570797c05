import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import * as path from 'node:path';

export const ROOT = path.resolve(__dirname, '..');
export const CACHE = path.join(ROOT, '.cache');
const N8N = path.join(ROOT, 'demo', 'n8n', 'node_modules', 'n8n', 'bin', 'n8n');
const BOOT_TIMEOUT_MS = 300_000;
const STOP_SECONDS = 20;
const LOG_LINES_KEPT = 400;
const FOREIGN = /^((N8N|DB|QUEUE|EXECUTIONS|WEBHOOK|CREDENTIALS|FEISHU|npm|JEST)_|NODE_ENV$)/i;

export interface HostOptions {
	/** Where this n8n keeps its database, its keys and the installed package. */
	userFolder: string;
	/** Used when it is free; any other free port otherwise. */
	preferredPort?: number;
	/** Further settings of n8n. */
	settings?: Readonly<Record<string, string>>;
	/** Seconds that n8n has for what runs when it is stopped; a person who presses Ctrl-C wants it short. */
	stopSeconds?: number;
}

/** A running n8n. */
export interface HostProcess {
	/** Of n8n's own process. */
	pid: number | undefined;
	/** The last lines that n8n wrote. */
	log(): string;
	stop(): Promise<void>;
}

export interface Host extends HostProcess {
	url: string;
}

/** A port that is free on the loopback address now: the preferred one, or any. */
export async function freePort(preferred = 0): Promise<number> {
	const server = createServer();
	try {
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject).listen(preferred, '127.0.0.1', resolve);
		});
	} catch (error) {
		if (preferred === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		return await freePort();
	}
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** The tarball that `scripts/setup.mjs --pack` left. Fails when there is none. */
export function packedTarball(): string {
	const name = fs.existsSync(CACHE) ? fs.readdirSync(CACHE).find((file) => file.endsWith('.tgz')) : undefined;
	if (!name) throw new Error('The package is not packed yet: node scripts/setup.mjs --host --build --pack');
	return path.join(CACHE, name);
}

/**
 * Installs the packed package as a user does on the command line: `npm install <tarball>` in `<user folder>/.n8n/nodes`.
 * Does nothing when this very tarball is installed already. Needs no network, as the package has no dependencies.
 */
export function installPackage(userFolder: string, tarball: string): void {
	const folder = path.join(userFolder, '.n8n', 'nodes');
	const stampFile = path.join(folder, '.installed-tarball');
	const stamp = createHash('sha256').update(fs.readFileSync(tarball)).digest('hex');
	if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return;
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(path.join(folder, 'package.json'), '{"name":"installed-nodes","private":true}\n');
	const args = ['install', tarball, '--offline', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
	const result = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
	if (result.status !== 0)
		throw new Error(
			`npm ${args.join(' ')} failed in ${folder}:\n${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`,
		);
	fs.writeFileSync(stampFile, stamp);
}

function environment(userFolder: string, port: number, brokerPort: number): NodeJS.ProcessEnv {
	// Settings of an n8n of the user's own must not reach this one, nor npm's, nor jest's (n8n keeps silent in a test).
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(inherited),
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// Would ask n8n's servers for a list at every start.
		N8N_DISABLED_MODULES: 'mcp-registry',
		// Plain http on the loopback address: not every browser takes a secure cookie there.
		N8N_SECURE_COOKIE: 'false',
	};
}

/** Starts n8n on the loopback address and waits until its editor answers. Fails with n8n's last log lines. */
export async function startHost({ preferredPort, ...options }: HostOptions): Promise<Host> {
	const port = await freePort(preferredPort);
	// `/healthz` answers before the nodes are loaded; this line comes after.
	const host = await startN8n({ command: 'start', ready: 'Editor is now accessible', port, ...options });
	return { ...host, url: `http://127.0.0.1:${port}` };
}

/** Starts a worker for the queue that the settings name. */
export async function startWorker(options: Omit<HostOptions, 'preferredPort'>): Promise<HostProcess> {
	const port = await freePort();
	return await startN8n({ command: 'worker', ready: 'n8n worker is now ready', port, ...options });
}

interface N8nOptions extends Omit<HostOptions, 'preferredPort'> {
	command: 'start' | 'worker';
	/** What it says when it is ready. */
	ready: string;
	port: number;
}

async function startN8n({
	command,
	ready,
	userFolder,
	port,
	settings,
	stopSeconds = STOP_SECONDS,
}: N8nOptions): Promise<HostProcess> {
	const major = Number(process.versions.node.split('.')[0]);
	if (major < 24)
		throw new Error(
			`n8n needs Node 24 or newer, this is ${process.version}. Start it through npm (npm start), which brings Node 24.`,
		);
	if (!fs.existsSync(N8N)) throw new Error('n8n is not installed yet: node scripts/setup.mjs --host');
	fs.mkdirSync(userFolder, { recursive: true });
	const brokerPort = await freePort();
	const lines: string[] = [];
	// A process group of its own: Ctrl-C reaches this program alone, which then stops n8n and its task runner in order.
	const detached = process.platform !== 'win32';
	const child = spawn(process.execPath, [N8N, command], {
		cwd: userFolder,
		env: {
			...environment(userFolder, port, brokerPort),
			N8N_GRACEFUL_SHUTDOWN_TIMEOUT: String(stopSeconds),
			...settings,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
		detached,
	});
	const signal = (name: NodeJS.Signals): void => {
		if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
		if (detached) process.kill(-child.pid, name);
		else child.kill(name);
	};
	const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const killAtExit = (): void => signal('SIGKILL');
	process.once('exit', killAtExit);

	const stop = async (): Promise<void> => {
		signal('SIGTERM');
		const late = setTimeout(() => signal('SIGKILL'), stopSeconds * 1000);
		await exited;
		clearTimeout(late);
		process.removeListener('exit', killAtExit);
	};
	const log = (): string => lines.join('\n');

	await new Promise<void>((resolve, reject) => {
		const fail = (problem: string): void =>
			reject(new Error(`n8n ${problem}. Its last words:\n${lines.slice(-30).join('\n')}`));
		const timeout = setTimeout(() => fail(`was not ready after ${BOOT_TIMEOUT_MS / 1000} s`), BOOT_TIMEOUT_MS);
		const read = (chunk: string): void => {
			lines.push(...chunk.split('\n').filter((line) => line.trim() !== ''));
			lines.splice(0, lines.length - LOG_LINES_KEPT);
			if (chunk.includes(ready)) {
				clearTimeout(timeout);
				resolve();
			}
		};
		child.stdout.setEncoding('utf8').on('data', read);
		child.stderr.setEncoding('utf8').on('data', read);
		child.once('error', (error) => fail(`could not be started (${error.message})`));
		void exited.then(() => {
			clearTimeout(timeout);
			fail(`ended (exit code ${child.exitCode})`);
		});
	}).catch(async (error: unknown) => {
		await stop();
		throw error;
	});
	return { pid: child.pid, log, stop };
}
