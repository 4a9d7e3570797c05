/** A large file: up into Drive and down again in a running n8n, beside undici straight at the server. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';

import type { INode, INodeParameters } from 'n8n-workflow';

import type { CredentialRef, N8nApi } from '../demo/api';
import { CACHE } from '../demo/host';
import type { Simulator } from '../simulator/index';
import { MEASURED, type Measured, step } from './contenders';
import { say } from './measured';
import { forgetPeak, peakMb, residentMb } from './process';

/** Megabytes of the file; 2 GB: `BENCH_MB=2048 npm run bench -- files`. */
const MB = Number(process.env.BENCH_MB ?? 300);

/** So many megabytes may n8n grow by. */
const MOST_MB = 100;

const LONGEST_MS = 1_800_000;

/** The only place from which n8n may read files. */
export const FILES_FOLDER = path.join(CACHE, 'bench-files');

const FILE = path.join(FILES_FOLDER, 'large.bin');

const drive = (parameters: INodeParameters): Measured => ({
	type: 'n8n-nodes-feishu-openapi.feishuDrive',
	typeVersion: 1,
	parameters: { resource: 'driveFile', ...parameters, requestOptions: { keepToLimits: false } },
});

const upload = drive({ operation: 'upload', ifTaken: 'keep' });

const downloading = (token: string) =>
	drive({ operation: 'download', document: { __rl: true, mode: 'id', value: token } });

/** Figures of `npm run bench -- files`. */
export async function benchFiles(
	api: N8nApi,
	simulator: Simulator,
	credential: CredentialRef,
	pid: number | undefined,
): Promise<void> {
	makeFile();
	const { store } = simulator;
	const fileOf = (token: string) => {
		const bytes = store.bases.files.get(token)?.bytes;
		if (bytes?.length !== MB * 1024 * 1024) throw new Error(`What arrived has ${bytes?.length} bytes`);
		return bytes;
	};
	const forget = () => store.bases.files.clear();

	// Tokens, compiled code.
	await run(api, credential, { path: path.join(FILES_FOLDER, 'small.bin'), measured: upload });

	say(`${MB} MB; the baseline is undici straight at the server`);
	const straightUp = await straight(simulator, 'up', FILE);
	fileOf(straightUp.answer);
	forget();
	told('undici, up', straightUp.ms, straightUp.ms);
	const before = grownFrom(pid);
	const up = await run(api, credential, { path: FILE, measured: upload });
	const token = String(up.json.token);
	if (!fileOf(token).subarray(-1024).equals(tailOf(FILE))) throw new Error('What arrived is another file');
	told('Feishu Drive: Upload', up.ms, straightUp.ms, before());

	const straightDown = await straight(simulator, 'down', token);
	told('undici, down', straightDown.ms, straightDown.ms);
	const resting = grownFrom(pid);
	const down = await run(api, credential, { measured: downloading(token) });
	if (down.bytes !== MB * 1024 * 1024) throw new Error(`What came down has ${down.bytes} bytes`);
	told('Feishu Drive: Download', down.ms, straightDown.ms, resting());
	fs.rmSync(FILES_FOLDER, { recursive: true, force: true });
}

/** Random bytes of a megabyte, over and over, with their number, so that no two parts are the same. */
function makeFile(): void {
	fs.mkdirSync(FILES_FOLDER, { recursive: true });
	const block = Buffer.alloc(1024 * 1024, 'Feishu');
	const file = fs.openSync(FILE, 'w');
	for (let number = 0; number < MB; number++) {
		block.writeUInt32BE(number, 0);
		fs.writeSync(file, block);
	}
	fs.closeSync(file);
	fs.writeFileSync(path.join(FILES_FOLDER, 'small.bin'), block);
}

function tailOf(file: string): Buffer {
	const tail = Buffer.alloc(1024);
	const opened = fs.openSync(file, 'r');
	fs.readSync(opened, tail, 0, 1024, MB * 1024 * 1024 - 1024);
	fs.closeSync(opened);
	return tail;
}

/** Megabytes at the peak above what n8n has now. */
function grownFrom(pid: number | undefined): () => number {
	forgetPeak(pid);
	const before = residentMb(pid);
	return () => peakMb(pid) - before;
}

interface Ran {
	ms: number;
	json: Record<string, unknown>;
	bytes: number;
}

/** Runs the measured node behind one that reads a file, where there is one. */
async function run(
	api: N8nApi,
	credential: CredentialRef,
	{ path: file, measured }: { path?: string; measured: Measured },
): Promise<Ran> {
	const steps: INode[] = [
		step('Start', [0, 0], { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }),
		...(file === undefined
			? []
			: [
					step('Read', [200, 0], {
						type: 'n8n-nodes-base.readWriteFile',
						typeVersion: 1,
						parameters: { operation: 'read', fileSelector: file, options: {} },
					}),
				]),
		{ ...step(MEASURED, [400, 0], measured), credentials: { feishuApi: credential } },
	];
	const connections = Object.fromEntries(
		steps
			.slice(1)
			.map(({ name }, index) => [
				String(steps[index]?.name),
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
	);
	const workflow = await api.createWorkflow({
		name: MEASURED,
		nodes: steps,
		connections,
		settings: { executionOrder: 'v1' },
	});
	const execution = await api.run(workflow, LONGEST_MS);
	const done = execution.runData[MEASURED]?.[0];
	const item = done?.data?.main?.[0]?.[0];
	if (execution.status !== 'success' || !done || !item)
		throw new Error(`${execution.status}: ${execution.error?.message} ${execution.error?.description}`);
	return { ms: done.executionTime, json: item.json, bytes: Number(item.binary?.data?.bytes ?? 0) };
}

/** The same requests by undici alone, in a process of their own: what they answer, and how long they took. */
async function straight({ url, appId, appSecret }: Simulator, way: 'up' | 'down', what: string) {
	const answer = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
		method: 'POST',
		body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
	});
	const { tenant_access_token: token } = (await answer.json()) as { tenant_access_token: string };
	const script = path.join(__dirname, 'straightFile.ts');
	const env = { ...process.env, ACCESS_TOKEN: token };
	const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, url, way, what], { env });
	return JSON.parse(stdout) as { ms: number; answer: string };
}

function told(name: string, ms: number, baseline: number, grown?: number): void {
	const memory = grown === undefined ? '' : `, n8n grew by ${grown} MB`;
	say(`  ${name}: ${ms} ms, ${(ms / baseline).toFixed(2)} × of undici${memory}`);
	if (grown !== undefined && grown > MOST_MB) throw new Error(`n8n grew by ${grown} MB, more than ${MOST_MB}`);
}
