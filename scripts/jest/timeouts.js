'use strict';

/**
 * Limit of one test, per project, in milliseconds. jest takes `testTimeout` for a whole run only, not for one of
 * several projects. The host and queue tests wait for a real n8n.
 */
const { relative, resolve, sep } = require('node:path');

const LIMITS = { unit: 30_000, engine: 60_000, conformance: 60_000, host: 600_000, queue: 600_000 };

const [project] = relative(resolve(__dirname, '../../test'), expect.getState().testPath).split(sep);

jest.setTimeout(LIMITS[project]);
