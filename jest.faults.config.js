'use strict';

const { projects, ...run } = require('./jest.config');

const engine = projects.find(({ displayName }) => displayName === 'engine');

/** Many items while the platform and the network fail: npm run faults, or a part of it: npm run faults -- base */
module.exports = {
	...run,
	projects: [{ ...engine, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.test.ts'] }],
};
