'use strict';

/**
 * Loads nodes and credentials once, in a process that has loaded none, and prints what that took as JSON.
 * Plain JavaScript, so that nothing that compiles TypeScript is in the way.
 *   node loadOnce.js <n8n's package.json> <folder of a package> <its manifest> [folder of its code]
 *
 * As in n8n: n8n's own loader reads the files, builds the classes and takes their descriptions. n8n-workflow and n8n-core
 * are there before, as they are in n8n whatever it loads.
 */
const { readdirSync } = require('node:fs');
const { createRequire } = require('node:module');
const { resolve } = require('node:path');

const [n8n, folder, manifest, code] = process.argv.slice(2);
const ofN8n = createRequire(n8n);
const { PackageDirectoryLoader } = ofN8n('n8n-core');
ofN8n('n8n-workflow');

/** Milliseconds, elapsed and of the processor, and files read. */
async function measured(work) {
	const before = { ms: performance.now(), cpu: process.cpuUsage(), files: Object.keys(require.cache).length };
	await work();
	const { user, system } = process.cpuUsage(before.cpu);
	return {
		ms: performance.now() - before.ms,
		cpuMs: (user + system) / 1000,
		files: Object.keys(require.cache).length - before.files,
	};
}

/** Bytes of the descriptions, as classes have them and as n8n's editor downloads them: with n8n's copies for AI Agents. */
function bytesOf({ packageName, types, known }) {
	const { createAiTools, createHitlTools } = ofN8n('./dist/tool-generation');
	const bytes = (list) => Buffer.byteLength(JSON.stringify(list));
	const nodes = types.nodes.map(({ name, ...rest }) => ({ ...rest, name: `${packageName}.${name}` }));
	const all = { nodes: [...nodes], credentials: types.credentials };
	const own = bytes(nodes);
	createAiTools(all, structuredClone(known));
	createHitlTools(all, structuredClone(known));
	return { own, editor: bytes(all.nodes) };
}

async function main() {
	const loader = new PackageDirectoryLoader(folder);
	loader.packageJson = { ...loader.packageJson, n8n: JSON.parse(manifest) };
	const load = await measured(() => loader.loadAll());
	const rooms = code ? readdirSync(code).filter((file) => file.endsWith('.js')) : [];
	const run = code && (await measured(() => rooms.forEach((file) => require(resolve(code, file)))));
	process.stdout.write(JSON.stringify({ load, run, bytes: bytesOf(loader) }));
	// What n8n-core has started would keep the process.
	process.exit();
}

void main();
