import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type TestSequencer from '@jest/test-sequencer';

type Test = Parameters<TestSequencer['sort']>[0][number];
type AggregatedResult = Parameters<TestSequencer['cacheResults']>[1];

const root = resolve(__dirname, '../../..');

const Sequencer = require('../../../scripts/jest/sequencer') as new () => { sort(tests: Test[]): Test[] };
const Reporter = require('../../../scripts/jest/reporter') as new (config: { rootDir: string }) => {
	onRunComplete(contexts: unknown, results: AggregatedResult): void;
};
const SerialRunner = require('../../../scripts/jest/serialRunner') as new (...config: unknown[]) => {
	isSerial: boolean;
};

let folder = '';
let said = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'test-run-'));
	said = '';
	jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
		said += String(text);
		return true;
	});
});
afterEach(() => {
	jest.restoreAllMocks();
	delete process.env.HOST_SEED;
	delete process.env.TEST_TOTALS;
	rmSync(folder, { recursive: true });
});

describe('the order of test files', () => {
	const file = (project: string, name: string, size = 1) =>
		({
			path: join(root, 'test', project, name),
			context: {
				config: { rootDir: root, displayName: { name: project, color: 'white' }, cache: false },
				hasteFS: { getSize: () => size },
			},
		}) as unknown as Test;
	const LETTERS = 'abcdefghijkl'.split('');
	const order = (seed: string, names = LETTERS) => {
		process.env.HOST_SEED = seed;
		const tests = new Sequencer().sort(names.map((name) => file('host', name)));
		return tests.map(({ path }) => path.slice(-1)).join('');
	};

	test('is shuffled for those that share one n8n, as the seed says, wherever the clone lies', () => {
		const orders = new Set(['1', '2', '3', '4', '5'].map((seed) => order(seed)));
		expect(orders.size).toBe(5);
		for (const one of orders) expect([...one].sort()).toEqual(LETTERS);
		expect(order('1', [...LETTERS].reverse())).toBe(order('1'));
		expect(order('1', LETTERS.slice(1))).toBe(order('1').replace('a', ''));
		expect(said).toContain('HOST_SEED=1\n');
	});

	test('is another one each time without a seed, and the seed is told', () => {
		const seeds = Array.from({ length: 5 }, () => {
			said = '';
			delete process.env.HOST_SEED;
			const tests = new Sequencer().sort(LETTERS.map((name) => file('host', name)));
			const seed = /HOST_SEED=(\d+)\n/.exec(said)?.[1] ?? '';
			expect(order(seed)).toBe(tests.map(({ path }) => path.slice(-1)).join(''));
			return seed;
		});
		expect(new Set(seeds).size).toBeGreaterThan(1);
	});

	test('is left to jest for the others, which come first', () => {
		process.env.HOST_SEED = '1';
		const tests = [file('host', 'x'), file('unit', 'small', 1), file('unit', 'large', 9)];
		expect(new Sequencer().sort(tests).map(({ path }) => path.split(/[\\/]/).at(-1))).toEqual(['large', 'small', 'x']);
		expect(said).toBe('');
	});
});

test('files that share one n8n run one after the other', () => {
	expect(new SerialRunner({}, {}).isSerial).toBe(true);
});

describe('the end of a test run', () => {
	const results = (durations: number[], counts: Partial<AggregatedResult> = {}) =>
		({
			numPassedTests: 0,
			numFailedTests: 0,
			numPendingTests: 0,
			numTodoTests: 0,
			numRuntimeErrorTestSuites: 0,
			...counts,
			testResults: durations.map((runtime) => ({
				testFilePath: join(root, 'test', `took-${runtime}.test.ts`),
				perfStats: { runtime },
			})),
		}) as unknown as AggregatedResult;
	const complete = (...[durations, counts]: Parameters<typeof results>) =>
		new Reporter({ rootDir: root }).onRunComplete([], results(durations, counts));

	test('names the slowest files', () => {
		complete([...Array.from({ length: 20 }, (_, index) => index), 12_340]);
		const lines = said.trim().split('\n');
		expect(lines[0]).toBe('Slowest files:');
		expect(lines[1]).toMatch(/^ +12\.3 s {2}test.took-12340\.test\.ts$/);
		expect(lines).toHaveLength(16);
	});

	const closingLine = (runs: number) =>
		execFileSync(process.execPath, [join(root, 'scripts/lib/totals.mjs'), join(folder, 'totals'), String(runs)], {
			encoding: 'utf8',
		});

	test('is counted over all runs', () => {
		process.env.TEST_TOTALS = join(folder, 'totals');
		complete([1], { numPassedTests: 10, numFailedTests: 1, numRuntimeErrorTestSuites: 2 });
		complete([1], { numPassedTests: 5 });
		expect(readFileSync(join(folder, 'totals'), 'utf8').split('\n')).toHaveLength(3);
		expect(closingLine(2)).toBe('15 passed, 3 failed\n');
		complete([1], { numPendingTests: 2 });
		expect(closingLine(3)).toBe('15 passed, 3 failed, 2 skipped\n');
	});

	test('is a failure where a run broke off', () => {
		expect(closingLine(2)).toBe('0 passed, 2 failed\n');
		writeFileSync(join(folder, 'totals'), '{"passed":7,"failed":0,"skipped":0}\n');
		expect(closingLine(2)).toBe('7 passed, 1 failed\n');
	});
});
