/**
 * `npm run conformance [-- <part of an endpoint's id>]`: every call of the official SDK, made by it and by our node
 * in the real n8n-core, and what differs between the two requests. Fails on a difference that is not in
 * test/conformance/wire/exceptions.json and on an exception that no longer occurs.
 */
import type * as Wire from '../test/conformance/wire';

async function main(): Promise<void> {
	// The tests' surroundings of n8n-core clean up after the last test; here after the last call.
	const cleanUp: Array<() => void> = [];
	Object.assign(globalThis, { afterAll: (clean: () => void) => void cleanUp.push(clean) });
	preferCode();
	const { compareCalls, keepBinaries, reportOf, review } = require('../test/conformance/wire') as typeof Wire;
	const wanted = process.argv[2] ?? '';
	try {
		await keepBinaries('memory');
		const outcomes = await compareCalls((id) => id.includes(wanted));
		const found = review(outcomes);
		process.stdout.write(reportOf(outcomes, found));
		if (found.unexpected.length > 0 || found.outdated.length > 0) process.exitCode = 1;
	} finally {
		for (const clean of cleanUp) clean();
	}
}

/** A node's `.node.json` lies beside its `.node.ts`: the code is meant, as jest and the compiler understand it. */
function preferCode(): void {
	const { '.json': json } = require.extensions;
	Reflect.deleteProperty(require.extensions, '.json');
	require.extensions['.json'] = json;
}

void main();
