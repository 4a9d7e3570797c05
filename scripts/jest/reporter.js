'use strict';

const { appendFileSync } = require('node:fs');
const { relative } = require('node:path');

const SHOWN = 15;

const seconds = ({ perfStats: { runtime } }) => `${(runtime / 1000).toFixed(1).padStart(7)} s`;

/** Says at the end which files took longest, and adds the totals as a line of JSON to the file `TEST_TOTALS`. */
module.exports = class Reporter {
	constructor({ rootDir }) {
		this.rootDir = rootDir;
	}

	onRunComplete(_contexts, results) {
		const files = [...results.testResults].sort((a, b) => b.perfStats.runtime - a.perfStats.runtime);
		if (files.length > 1) {
			const lines = files
				.slice(0, SHOWN)
				.map((file) => `${seconds(file)}  ${relative(this.rootDir, file.testFilePath)}`);
			process.stderr.write(`\nSlowest files:\n${lines.join('\n')}\n`);
		}
		if (process.env.TEST_TOTALS) appendFileSync(process.env.TEST_TOTALS, `${JSON.stringify(totalsOf(results))}\n`);
	}
};

/** A file that could not be run at all is one failure. */
const totalsOf = (results) => ({
	passed: results.numPassedTests,
	failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
	skipped: results.numPendingTests + results.numTodoTests,
});
