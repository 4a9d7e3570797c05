'use strict';

const { projects, ...run } = require('./jest.config');

const host = projects.find(({ displayName }) => displayName === 'host');

/** n8n in queue mode with Redis and PostgreSQL, which must be installed: npm run test:queue */
module.exports = {
	...run,
	projects: [
		{
			...host,
			displayName: 'queue',
			testMatch: ['<rootDir>/test/queue/**/*.test.ts'],
			globalSetup: '<rootDir>/test/support/queue/setup.ts',
			globalTeardown: '<rootDir>/test/support/queue/teardown.ts',
		},
	],
};
