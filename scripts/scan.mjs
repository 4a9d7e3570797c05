/**
 * `npm run scan`: n8n's own package scanner over the sources and over the packed tarball, offline. The tarball is the one
 * that `scripts/setup.mjs --pack` keeps, which the tests install too.
 *
 * The scanner reports errors only; n8n's reviewers read the warnings too, so both fail here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compareRules } from './lib/compare-rules.mjs';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');
const scannerRoot = join(root, 'scripts/scanner');
const scannerEntry = join(scannerRoot, 'node_modules/@n8n/scan-community-package/scanner/scanner.mjs');

const NOT_READY = 'There is nothing to scan yet, or no scanner: node scripts/setup.mjs --build --pack --scanner';

function unpackTarball(folder) {
	const tarball = existsSync(cache) && readdirSync(cache).find((file) => file.endsWith('.tgz'));
	if (!tarball) throw new Error(NOT_READY);
	const args = ['-xzf', join(cache, tarball), '-C', folder, '--strip-components=1'];
	const { status, stderr, error } = spawnSync('tar', args, { encoding: 'utf8' });
	if (error) throw error;
	if (status !== 0) throw new Error(`tar ${args.join(' ')} failed:\n${stderr}`);
}

/** The verdict is the scanner's; the second pass, with its linter and rules, is there for the warnings. */
async function scan(scanner, { title, folder, patterns }) {
	const verdict = await scanner.analyzePackage(folder, patterns);
	const linter = new scanner.ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await scanner.buildScanConfig(),
		errorOnUnmatchedPattern: false,
	});
	const results = await linter.lintFiles(patterns);
	const findings = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
	const clean = verdict.passed && findings === 0;
	console.log(`${clean ? '✓' : '✗'} ${title}: ${results.length} files, ${findings} findings`);
	if (findings > 0) console.log((await linter.loadFormatter('stylish')).format(results));
	else if (!verdict.passed) console.log(verdict.details ?? verdict.message);
	if (results.length === 0) console.log('  No file matched: there is nothing to judge.');
	return clean && results.length > 0;
}

if (!existsSync(scannerEntry)) throw new Error(NOT_READY);
const scanner = {
	...(await import(pathToFileURL(scannerEntry))),
	ESLint: createRequire(scannerEntry)('eslint').ESLint,
};
const folder = mkdtempSync(join(tmpdir(), 'feishu-scan-'));

try {
	unpackTarball(folder);
	const legs = [
		{ title: 'Sources (package.json, nodes, credentials)', folder: root, patterns: scanner.SOURCE_FILE_PATTERNS },
		// The scanner doesn't look here, but what it would say about it holds for shipped code all the same.
		{ title: 'Sources (feishu)', folder: root, patterns: ['feishu/**/*.{js,ts,json}'] },
		{ title: 'Tarball', folder, patterns: ['**/*.js', 'package.json'] },
	];
	let clean = true;
	for (const leg of legs) clean = (await scan(scanner, leg)) && clean;

	const { missing, extra } = await compareRules(root, scanner);
	console.log(`${missing.length === 0 ? '✓' : '✗'} eslint.config.mjs applies every rule of the scanner`);
	for (const line of missing) console.log(`  missing or different: ${line}`);
	if (extra.length > 0) console.log(`  and, from newer plugins: ${extra.join(', ')}`);

	process.exitCode = clean && missing.length === 0 ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
