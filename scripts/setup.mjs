// Makes a clone ready: dependencies, Node 24, the demo's n8n, the build, the package, n8n's scanner. Runs on any Node from 20 with nothing
// installed, does only what is missing, and never changes a lock file.
//   node scripts/setup.mjs [--host] [--build] [--pack] [--scanner] [--quiet]
// --quiet keeps the standard output free for the program that follows: progress goes to the standard error.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const cache = path.join(root, '.cache');
const logs = path.join(cache, 'logs');
const hostFolder = path.join(root, 'demo', 'n8n');
const textsFolder = path.join(root, 'scripts', 'catalog');
const scannerFolder = path.join(root, 'scripts', 'scanner');
const windows = process.platform === 'win32';
const node24 = path.join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const SHIPPED = [
	'nodes',
	'credentials',
	'feishu',
	'catalog',
	'icons',
	'package.json',
	'tsconfig.json',
	'gulpfile.js',
	'scripts/build',
	'scripts/lib/operations.ts',
	'scripts/lib/outputSchemas.ts',
	'scripts/catalog/texts.ts',
	'scripts/catalog/package-lock.json',
];
const PACKED = ['dist', 'package.json', 'README.md', 'README.zh-CN.md', 'LICENSE'];

const flag = { type: 'boolean', default: false };
const { values: wanted } = parseArgs({ options: { host: flag, build: flag, pack: flag, scanner: flag, quiet: flag } });

class SetupError extends Error {}

/** Runs a command with its output in a log file; shows the elapsed time while it lasts. */
function run(title, command, args, { cwd = root, env = {}, advice } = {}) {
	const log = path.join(logs, `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.log`);
	const out = fs.openSync(log, 'w');
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const screen = wanted.quiet ? process.stderr : process.stdout;
	const tty = screen.isTTY;
	screen.write(tty ? `· ${title} …` : `· ${title} …\n`);
	const timer = setInterval(
		() => screen.write(tty ? `\r· ${title} … ${seconds()}` : `  ${title}: ${seconds()} so far\n`),
		tty ? 1000 : 20_000,
	);
	return new Promise((resolve, reject) => {
		// npm is a .cmd on Windows, which only a shell can start.
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', out, out],
			shell: windows,
		});
		const finish = (problem) => {
			clearInterval(timer);
			fs.closeSync(out);
			if (!problem) {
				screen.write(tty ? `\r✓ ${title} (${seconds()})   \n` : `✓ ${title} (${seconds()})\n`);
				return resolve();
			}
			const lines = fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-25);
			reject(
				new SetupError(
					[
						`✗ ${title} failed after ${seconds()}: ${problem}`,
						...lines.map((line) => `  | ${line}`),
						`  Whole log: ${path.relative(process.cwd(), log)}`,
						...(advice ? [`  ${advice}`] : []),
					].join('\n'),
				),
			);
		};
		child.once('error', (error) => finish(error.message));
		child.once('exit', (code, signal) => finish(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
	});
}

function npm(title, args, options = {}) {
	// Under `npm start` the npm in use is known; a bare `node scripts/setup.mjs` takes the one on the PATH.
	const entry = process.env.npm_execpath;
	const scripted = entry && /npm-cli\.c?js$/.test(entry) && fs.existsSync(entry);
	// The install may replace the Node that runs this; on Linux and macOS what is running stays usable.
	return run(title, scripted ? process.execPath : 'npm', scripted ? [entry, ...args] : args, options);
}

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** True when every package of the lock file is installed in its locked version (packages for other platforms aside). */
function installed(folder) {
	const hidden = path.join(folder, 'node_modules', '.package-lock.json');
	if (!fs.existsSync(hidden)) return false;
	const have = readJson(hidden).packages;
	return Object.entries(readJson(path.join(folder, 'package-lock.json')).packages).every(
		([name, entry]) => name === '' || entry.link || entry.optional || have[name]?.version === entry.version,
	);
}

function* filesUnder(entry) {
	const stat = fs.statSync(entry, { throwIfNoEntry: false });
	if (!stat) return;
	if (!stat.isDirectory()) return void (yield [entry, stat]);
	for (const name of fs.readdirSync(entry).sort()) yield* filesUnder(path.join(entry, name));
}

/** One value that changes when any of these files is added, removed or written. */
function stampOf(entries) {
	const hash = createHash('sha256');
	for (const entry of entries) {
		for (const [file, stat] of filesUnder(path.join(root, entry)))
			hash.update(`${path.relative(root, file)}\0${stat.size}\0${stat.mtimeMs}\n`);
	}
	return hash.digest('hex');
}

const stampsFile = path.join(cache, 'setup.json');
const readStamps = () => (fs.existsSync(stampsFile) ? readJson(stampsFile) : {});
function writeStamp(name, value) {
	fs.writeFileSync(stampsFile, `${JSON.stringify({ ...readStamps(), [name]: value }, null, '\t')}\n`);
}

// Installs what the lock file says and leaves the lock file alone. Not `npm ci`: that one refuses a lock file which does
// not name the optional packages of every platform, and a registry need not have them all.
const LOCKED_INSTALL = ['install', '--no-save', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
const REGISTRY_ADVICE = 'Is the npm registry reachable? (npm ping)';

async function installRoot() {
	if (!installed(root)) await npm('Install dependencies', LOCKED_INSTALL, { advice: REGISTRY_ADVICE });
	// Install scripts are off in this project; the `node` package needs its own, which puts the Node 24 binary in place.
	if (!fs.existsSync(node24)) {
		await npm('Install Node 24', ['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts']);
		if (!fs.existsSync(node24))
			throw new SetupError(
				`✗ The package "node" did not bring a Node 24 binary for ${process.platform}-${process.arch}.`,
			);
	}
}

/** The C headers of Node 24: they come with the platform package of `node`, so that nothing is fetched from elsewhere. */
async function headers() {
	const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	const name = `${prefix}-${windows ? 'win' : process.platform}-${process.arch}`;
	const own = path.join(cache, 'headers');
	const places = [path.join(root, 'node_modules', 'node'), root, own].map((folder) =>
		path.join(folder, 'node_modules', name),
	);
	const found = () => places.find((place) => fs.existsSync(path.join(place, 'include', 'node', 'node_api.h')));
	if (!found()) {
		const { version } = readJson(path.join(root, 'node_modules', 'node', 'package.json'));
		fs.mkdirSync(own, { recursive: true });
		fs.writeFileSync(path.join(own, 'package.json'), '{"private":true}\n');
		await npm(
			'Fetch the headers of Node 24',
			['install', '--no-save', '--no-package-lock', '--ignore-scripts', `${name}@${version}`],
			{ cwd: own },
		);
	}
	return found();
}

async function installHost() {
	if (!installed(hostFolder)) {
		await npm('Install n8n (about 2 GB, some minutes)', LOCKED_INSTALL, { cwd: hostFolder, advice: REGISTRY_ADVICE });
	}
	const sqlite = path.join(hostFolder, 'node_modules', 'sqlite3');
	const binary = path.join(sqlite, 'build', 'Release', 'node_sqlite3.node');
	if (fs.existsSync(binary)) return;
	const nodedir = await headers();
	const binFirst = [path.dirname(node24), process.env.PATH].join(path.delimiter);
	await npm('Build sqlite3 for n8n', ['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'], {
		cwd: hostFolder,
		env: { PATH: binFirst, ...(nodedir ? { npm_config_nodedir: nodedir } : {}) },
		advice:
			'No ready-made binary could be had, so it is compiled, which needs Python 3, make and a C++ compiler (Debian: apt-get install -y python3 make g++; macOS: xcode-select --install).',
	});
	await run('Check sqlite3', node24, ['-e', 'require("./node_modules/sqlite3")'], { cwd: hostFolder });
}

/** The official package whose help texts the build puts beside the catalog; apart, as it needs other versions than the rest. */
async function installTexts() {
	if (!installed(textsFolder)) {
		await npm('Install the sources of the catalog', LOCKED_INSTALL, { cwd: textsFolder, advice: REGISTRY_ADVICE });
	}
}

/** Apart, as it brings an ESLint and rules of its own. */
async function installScanner() {
	if (!installed(scannerFolder)) {
		await npm('Install the scanner', LOCKED_INSTALL, { cwd: scannerFolder, advice: REGISTRY_ADVICE });
	}
}

async function build() {
	await installTexts();
	const stamp = stampOf(SHIPPED);
	if (readStamps().build === stamp && fs.existsSync(path.join(root, 'dist', 'nodes'))) return;
	await run('Build', node24, [path.join(root, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build']);
	writeStamp('build', stamp);
}

async function pack() {
	const { name, version } = readJson(path.join(root, 'package.json'));
	const tarball = path.join(cache, `${name}-${version}.tgz`);
	const stamp = stampOf(PACKED);
	if (readStamps().pack === stamp && fs.existsSync(tarball)) return;
	for (const old of fs.readdirSync(cache)) if (old.endsWith('.tgz')) fs.rmSync(path.join(cache, old));
	await npm('Pack', ['pack', '--ignore-scripts', '--pack-destination', cache]);
	writeStamp('pack', stamp);
}

try {
	if (Number(process.versions.node.split('.')[0]) < 20)
		throw new SetupError(`✗ Node 20 or newer is needed; this is ${process.version}.`);
	fs.mkdirSync(logs, { recursive: true });
	await installRoot();
	if (wanted.host) await installHost();
	if (wanted.build || wanted.pack) await build();
	if (wanted.pack) await pack();
	if (wanted.scanner) await installScanner();
} catch (error) {
	console.error(error instanceof SetupError ? error.message : error);
	process.exitCode = 1;
}
