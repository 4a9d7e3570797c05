import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ESLint } from 'eslint';

/** One file of each kind that ships; they need not exist, the configuration goes by path. */
const SAMPLES = [
	'package.json',
	'nodes/Sample/Sample.node.ts',
	'nodes/Sample/Sample.node.json',
	'nodes/shared/sample.ts',
	'credentials/SampleApi.credentials.ts',
	'feishu/sample.ts',
];

/** The rules of n8n's two plugins; the scanner applies these and `no-console`, nothing else. */
const N8N_RULE = /^(@n8n\/community-nodes|n8n-nodes-base)\//;

const isOn = ([severity]) => severity > 0;

/** Rule → [severity as a number, ...options], the shape that ESLint normalises both configurations to. */
async function activeRules(eslint, file) {
	const { rules = {} } = (await eslint.calculateConfigForFile(file)) ?? {};
	return new Map(Object.entries(rules).filter(([, entry]) => isOn(entry)));
}

/**
 * Compares this project's effective rules with the scanner's, for one file of each kind that ships.
 *
 * @param {string} root folder of this package
 * @param {{ buildScanConfig: () => Promise<object[]>, ESLint: typeof ESLint }} scanner the scanner's exports and its ESLint
 * @returns {Promise<{ missing: string[], extra: string[] }>} rules of the scanner that are absent here or have another
 *   severity or other options, and n8n rules that only this project applies
 */
export async function compareRules(root, scanner) {
	const ours = new ESLint({ cwd: root });
	const theirs = new scanner.ESLint({
		cwd: root,
		overrideConfigFile: true,
		overrideConfig: await scanner.buildScanConfig(),
	});
	const missing = [];
	const extra = new Set();

	for (const sample of SAMPLES) {
		const file = join(root, sample);
		const [here, there] = [await activeRules(ours, file), await activeRules(theirs, file)];
		for (const [rule, entry] of there) {
			if (!isDeepStrictEqual(here.get(rule), entry)) missing.push(`${rule} on ${sample}`);
		}
		for (const rule of here.keys()) {
			if (N8N_RULE.test(rule) && !there.has(rule)) extra.add(rule);
		}
	}
	return { missing, extra: [...extra] };
}
