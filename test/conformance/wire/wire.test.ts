import { compareCalls, EXCEPTIONS, keepBinaries, MOST_EXCEPTIONS, reportOf, review } from '.';

/** Calls that the official SDK has, in the version that package.json pins. */
const SDK_ENDPOINTS = 1680;

/** Those of them that take a person's token, which the SDK sends with `withUserAccessToken`. */
const FOR_PEOPLE = 758;

it('sends what the official SDK sends, for every endpoint that it has', async () => {
	await keepBinaries('memory');
	const outcomes = await compareCalls();
	const found = review(outcomes);
	expect(outcomes).toHaveLength(SDK_ENDPOINTS);
	if (found.unexpected.length > 0 || found.outdated.length > 0) throw new Error(reportOf(outcomes, found));
	expect(found.counts.different + found.counts.impossible).toBe(EXCEPTIONS.length);
}, 180_000);

it('sends the same as a person, for every endpoint that takes people', async () => {
	await keepBinaries('memory');
	const outcomes = await compareCalls(undefined, 'person');
	const found = review(outcomes);
	expect(outcomes).toHaveLength(FOR_PEOPLE);
	if (found.unexpected.length > 0 || found.outdated.length > 0) throw new Error(reportOf(outcomes, found));
}, 180_000);

it('has few exceptions, each with its reason', () => {
	expect(EXCEPTIONS.length).toBeLessThanOrEqual(MOST_EXCEPTIONS);
	expect(new Set(EXCEPTIONS.map(({ id }) => id)).size).toBe(EXCEPTIONS.length);
	for (const { reason } of EXCEPTIONS) expect(reason.length).toBeGreaterThan(20);
});
