import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

import { installPackage, packedTarball, ROOT } from '../demo/host';
import { name as packageName } from '../package.json';
import { median, ratioTable, type Result } from './report';

const ROUNDS = 9;
const HOST_MODULES = path.join(ROOT, 'demo', 'n8n', 'node_modules');

/** n8n's own nodes for the same work, their triggers included. */
const THEIR_NODES =
	/^dist\/nodes\/(Slack|Telegram|Discord|Airtable|Notion|Todoist|Google\/(Sheet|Docs|Drive|Calendar))\//;

interface Manifest {
	nodes: string[];
	credentials: string[];
}

interface Contender {
	name: string;
	folder: string;
	manifest: Manifest;
	/** The folder of the code that is read later, when something runs. */
	code?: string;
}

interface Cost {
	ms: number;
	cpuMs: number;
	files: number;
}

/** What `loadOnce.js` prints. */
interface Measured {
	load: Cost;
	run?: Cost;
	bytes: { own: number; editor: number };
}

/**
 * How long n8n takes to load our nodes and credentials, beside its own nodes for the same work, each time in a new
 * process; and what an editor downloads of both.
 */
export function load(): void {
	const userFolder = fs.mkdtempSync(path.join(tmpdir(), 'feishu-load-'));
	try {
		compare(our(userFolder), their());
	} finally {
		fs.rmSync(userFolder, { recursive: true, force: true });
	}
}

function compare(ours: Contender, theirs: Contender): void {
	const all: Record<'ours' | 'theirs', Measured[]> = { ours: [], theirs: [] };
	for (let round = 1; round <= ROUNDS; round += 1) {
		all.theirs.push(loadOnce(theirs));
		all.ours.push(loadOnce(ours));
		process.stdout.write(`  round ${round} of ${ROUNDS}\n`);
	}
	const times = (part: (one: Measured) => number): Result[] => [
		{ name: theirs.name, ms: all.theirs.map(part) },
		{ name: ours.name, ms: all.ours.map(part) },
	];
	const withCode = (part: keyof Cost): Result => ({
		name: 'Feishu, and all that runs',
		ms: all.ours.map(({ load: cost, run }) => cost[part] + (run?.[part] ?? 0)),
	});
	const title = (text: string) => process.stdout.write(`\n${text}\n`);
	const compared = (results: Result[]) =>
		process.stdout.write(ratioTable(results.map(rounded), median(results[0]?.ms ?? [])));

	title('Time');
	compared([...times((one) => one.load.ms), withCode('ms')]);
	title('Time of the processor');
	compared([...times((one) => one.load.cpuMs), withCode('cpuMs')]);
	title('Files and bytes');
	const [first, other] = [all.ours[0], all.theirs[0]];
	if (!first || !other) throw new Error('Nothing was measured');
	process.stdout.write(
		[
			`files read: ${first.load.files}, theirs ${other.load.files}; read later, when all has run: ${first.run?.files ?? 0}`,
			line('descriptions', first.bytes.own, other.bytes.own),
			line('an editor downloads', first.bytes.editor, other.bytes.editor),
			'',
		].join('\n'),
	);
}

const rounded = ({ name, ms }: Result): Result => ({ name, ms: ms.map((one) => Math.round(one * 10) / 10) });

function line(what: string, ours: number, theirs: number): string {
	const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`;
	return `${what}: ${kilobytes(ours)}, theirs ${kilobytes(theirs)}, ${(ours / theirs).toFixed(2)} ×`;
}

/** The package as it is installed: where it finds no modules but n8n's. */
function our(userFolder: string): Contender {
	installPackage(userFolder, packedTarball());
	const folder = path.join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	const { n8n } = readJson<{ n8n: Manifest }>(folder, 'package.json');
	return { name: 'Feishu', folder, manifest: n8n, code: path.join(folder, 'dist', 'code', 'nodes') };
}

interface Known {
	sourcePath: string;
	supportedNodes?: string[];
	extends?: string[];
}

/** n8n's nodes, with the credentials that they take and what these extend. */
function their(): Contender {
	const folder = path.join(HOST_MODULES, 'n8n-nodes-base');
	const nodes = readJson<{ n8n: Manifest }>(folder, 'package.json').n8n.nodes.filter((file) => THEIR_NODES.test(file));
	const names = Object.entries(readJson<Record<string, Known>>(folder, 'dist/known/nodes.json'))
		.filter(([, { sourcePath }]) => nodes.includes(sourcePath))
		.map(([name]) => name);
	const known = readJson<Record<string, Known>>(folder, 'dist/known/credentials.json');
	const wanted = new Set(
		Object.keys(known).filter((name) => known[name]?.supportedNodes?.some((node) => names.includes(node))),
	);
	for (const name of wanted) for (const above of known[name]?.extends ?? []) wanted.add(above);
	const credentials = [...wanted].flatMap((name) => known[name]?.sourcePath ?? []);
	return { name: `n8n's own (${nodes.length} nodes)`, folder, manifest: { nodes, credentials } };
}

function loadOnce({ folder, manifest, code }: Contender): Measured {
	const n8n = path.join(HOST_MODULES, 'n8n', 'package.json');
	const probe = path.join(__dirname, 'loadOnce.js');
	const args = [probe, n8n, folder, JSON.stringify(manifest), ...(code ? [code] : [])];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		encoding: 'utf8',
		// So n8n lets the packages that it loads find its own modules.
		env: { ...process.env, NODE_PATH: HOST_MODULES, NODE_OPTIONS: '' },
	});
	if (status !== 0) throw new Error(`Loading ${folder} failed:\n${stderr}`);
	return JSON.parse(stdout) as Measured;
}

function readJson<T>(folder: string, file: string): T {
	return JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as T;
}
