'use strict';

const { default: TestRunner } = require('jest-runner');

/** Runs its files one after the other, whatever else runs in workers: they share one n8n. */
module.exports = class SerialRunner extends TestRunner {
	isSerial = true;
};
