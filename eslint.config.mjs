import { readdirSync } from 'node:fs';

import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const SHIPPED_TS = ['nodes/**/*.ts', 'credentials/**/*.ts', 'feishu/**/*.ts'];
const SHIPPED_JSON = ['package.json', 'nodes/**/*.json', 'credentials/**/*.json', 'feishu/**/*.json'];
const SHIPPED = [...SHIPPED_TS, ...SHIPPED_JSON];
const WORKSHOP_TS = ['{simulator,demo,bench,scripts,test}/**/*.ts'];
const PAGE_JS = ['simulator/**/*.js'];

const communityRules = n8nCommunityNodesPlugin.configs.recommended;

/**
 * What n8n's package scanner applies, block by block as its `buildScanConfig` does, but from the newest plugins.
 * `npm run scan` compares the two and fails when a rule of the scanner is missing or weaker here.
 */
const scannerRules = [
	{
		files: SHIPPED,
		plugins: { ...communityRules.plugins, 'n8n-nodes-base': n8nNodesBase },
		rules: { ...communityRules.rules, 'no-console': 'error' },
	},
	{
		files: ['package.json'],
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	{
		files: SHIPPED,
		languageOptions: { parser: tseslint.parser },
		// The scanner lints with `allowInlineConfig: false`, so a suppression would only hide a finding from us.
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
	},
];

/** What n8n's own `n8n-node lint` adds to the scanner's rules. */
const shippedRules = {
	files: SHIPPED_TS,
	extends: [js.configs.recommended, tseslint.configs.recommended, importX.flatConfigs.recommended],
	settings: {
		'import-x/extensions': ['.ts', '.js'],
		'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
		'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })],
	},
	rules: {
		'prefer-spread': 'off',
		'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
	},
};

/** The platform's own code stands on its own: it knows nothing of n8n. */
const platformRules = {
	files: ['feishu/**/*.ts'],
	rules: {
		'no-restricted-imports': ['error', { paths: ['n8n-workflow', 'n8n-core'] }],
	},
};

const foldersIn = (folder) =>
	readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);

/** Whom others are about: people, chats, and where documents lie. */
const COMMON = ['contact', 'im', 'wiki', 'drive'];

/** One word a product, in every room; each may use the common ones. */
const PRODUCTS = [...COMMON, 'base', 'sheets', 'docs', 'calendar', 'task', 'approval', 'aily'];

const roomsOf = (products) => products.flatMap((product) => [`./feishu/${product}`, `./nodes/shared/${product}`]);

/** Arrows point one way: nodes → nodes/shared → feishu → catalog. */
const arrowRules = {
	files: SHIPPED_TS,
	rules: {
		'import-x/no-cycle': 'error',
		'import-x/no-restricted-paths': [
			'error',
			{
				basePath: import.meta.dirname,
				zones: [
					{
						target: './feishu',
						from: ['./nodes', './credentials'],
						message: 'The platform knows no node: nodes → nodes/shared → feishu → catalog.',
					},
					{
						target: './credentials',
						from: './nodes',
						message: 'A credential is read by nodes, and reads none.',
					},
					...foldersIn('nodes').map((node) => ({
						target: `./nodes/${node}`,
						from: './nodes',
						except: [...new Set([`./${node}`, './shared'])],
						message: 'What several nodes use stands in nodes/shared, which knows none of them.',
					})),
					{
						target: ['./feishu/api', './nodes/shared/client', './nodes/shared/operation'],
						from: roomsOf(PRODUCTS),
						message: 'What every product needs knows none of them.',
					},
					...PRODUCTS.map((product) => ({
						target: roomsOf([product]),
						from: roomsOf(PRODUCTS.filter((other) => other !== product && !COMMON.includes(other))),
						message: `Products know each other only through ${COMMON.join(', ')}.`,
					})),
				],
			},
		],
	},
};

/** What reads Markdown and HTML is loaded with the first text, by those who can't wait for a promise. */
const lazyRules = {
	files: ['feishu/markdown/parse.ts', 'feishu/docs/htmlBlocks.ts'],
	rules: { '@typescript-eslint/no-require-imports': ['error', { allow: ['^\\./(?:reader|html)$'] }] },
};

/** Simulator, demo, benchmarks, scripts and tests: never shipped, linted with type information. */
const workshopRules = {
	files: WORKSHOP_TS,
	extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
	languageOptions: {
		globals: globals.node,
		parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
	},
	rules: {
		'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
		// A handler that a framework or an interface wants async may have nothing to wait for.
		'@typescript-eslint/require-await': 'off',
		// Modules that are known only at run time, such as the nodes that package.json lists.
		'@typescript-eslint/no-require-imports': 'off',
		// Values of JSON are `unknown`, and turned into text where a test or the simulator compares them.
		'@typescript-eslint/no-base-to-string': 'off',
	},
};

const testRules = {
	files: ['test/**/*.ts'],
	languageOptions: { globals: globals.jest },
	rules: {
		// `expect(object.method)` and spies name methods without calling them.
		'@typescript-eslint/unbound-method': 'off',
		// jest's asymmetric matchers (`expect.any(String)`) are typed `any`; using such a value is still refused.
		'@typescript-eslint/no-unsafe-assignment': 'off',
	},
};

/** What tests generate has one seed, whoever writes the test. */
const seedRules = {
	files: ['test/**/*.ts'],
	ignores: ['test/support/generated.ts'],
	rules: {
		'no-restricted-imports': [
			'error',
			{ paths: [{ name: 'fast-check', message: 'test/support/generated gives it with the seed of all tests.' }] },
		],
	},
};

export default defineConfig(
	globalIgnores(['dist/', '.cache/', 'coverage/', 'demo/n8n/', 'scripts/scanner/', '**/node_modules/']),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	scannerRules,
	shippedRules,
	arrowRules,
	platformRules,
	lazyRules,
	workshopRules,
	testRules,
	seedRules,
	{
		files: ['**/*.{js,mjs}'],
		ignores: PAGE_JS,
		extends: [js.configs.recommended],
		languageOptions: { globals: globals.node },
	},
	{ files: ['**/*.js'], ignores: PAGE_JS, languageOptions: { sourceType: 'commonjs' } },
	{ files: ['scripts/jest/*.js'], languageOptions: { globals: globals.jest } },
	{
		files: PAGE_JS,
		extends: [js.configs.recommended],
		languageOptions: { sourceType: 'module', globals: globals.browser },
	},
);
