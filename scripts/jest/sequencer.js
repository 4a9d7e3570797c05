'use strict';

const { createHash, randomInt } = require('node:crypto');
const { relative, sep } = require('node:path');
const { default: TestSequencer } = require('@jest/test-sequencer');

/** Their files share one n8n, and a shuffled order shows what one of them leaves to the next. */
const SHUFFLED = ['host', 'queue'];

const isShuffled = ({ context }) => SHUFFLED.includes(context.config.displayName?.name);

/** A file's place in the order of a seed, which another file that comes or goes does not change. */
const placeOf = ({ path, context }, seed) =>
	createHash('sha256')
		.update(`${seed}\0${relative(context.config.rootDir, path).replaceAll(sep, '/')}`)
		.digest('hex');

/** jest's own order (what failed and what is slow come first), but for the files that are shuffled: `HOST_SEED=123` for that order again. */
module.exports = class Sequencer extends TestSequencer {
	sort(tests) {
		const seed = process.env.HOST_SEED || String(randomInt(1_000_000));
		const shuffled = tests.filter(isShuffled).sort((a, b) => (placeOf(a, seed) < placeOf(b, seed) ? -1 : 1));
		if (shuffled.length > 1) process.stderr.write(`Host tests in the order of HOST_SEED=${seed}\n`);
		return [...super.sort(tests.filter((test) => !isShuffled(test))), ...shuffled];
	}
};
