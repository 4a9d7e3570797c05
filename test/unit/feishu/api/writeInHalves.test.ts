import fc from '../../../support/generated';
import { writeInHalves } from '../../../../feishu/api/writeInHalves';

const REFUSED = new Error('bad value');
const DOWN = new Error('network');

/** A platform that takes all of a request or nothing, which takes nothing that begins with `bad`. */
function table() {
	const requests: string[][] = [];
	const write = async (entries: readonly string[]) => {
		requests.push([...entries]);
		await Promise.resolve();
		if (entries.some((entry) => entry.startsWith('bad'))) throw REFUSED;
		return entries.map((entry) => `rec-${entry}`);
	};
	return { requests, write, isAbout: (error: unknown) => error === REFUSED };
}

const names = (count: number, prefix = 'e') => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

it('writes all with one request where none is refused', async () => {
	const { requests, ...how } = table();
	expect(await writeInHalves(names(3), how)).toEqual(names(3).map((name) => ({ result: `rec-${name}` })));
	expect(requests).toHaveLength(1);
	expect(await writeInHalves([], how)).toEqual([]);
	expect(requests).toHaveLength(1);
});

it('writes all but the culprit, in their order, with two requests more for each halving', async () => {
	const { requests, ...how } = table();
	const entries = names(500);
	entries[123] = 'bad';
	const outcomes = await writeInHalves(entries, how);
	expect(outcomes[123]).toEqual({ refused: REFUSED });
	expect(outcomes.filter((one) => 'result' in one)).toHaveLength(499);
	expect(outcomes[124]).toEqual({ result: 'rec-e124' });
	expect(requests.length).toBeLessThanOrEqual(19);
});

it('keeps what was written when something else ends the writing, and leaves the rest', async () => {
	const { requests, ...how } = table();
	const entries = ['e0', 'e1', 'bad', 'e3', 'e4', 'e5', 'e6', 'e7'];
	const outcomes = await writeInHalves(entries, {
		...how,
		write: async (some) => {
			if (requests.length === 5) throw DOWN;
			return await how.write(some);
		},
	});
	expect(outcomes.map((one) => Object.values(one)[0])).toEqual([
		'rec-e0',
		'rec-e1',
		REFUSED,
		...entries.slice(3).map(() => DOWN),
	]);
	expect(outcomes.map((one) => Object.keys(one)[0])).toEqual([
		'result',
		'result',
		'refused',
		'refused',
		...entries.slice(4).map(() => 'left'),
	]);
});

it('keeps order and writes every other entry once, whichever are bad', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.uniqueArray(fc.nat(39)), async (count, bad) => {
			const { requests, ...how } = table();
			const entries = names(count).map((name, at) => (bad.includes(at) ? `bad${name}` : name));
			const outcomes = await writeInHalves(entries, how);
			const isWritten = (some: readonly string[]) => !some.some((entry) => entry.startsWith('bad'));
			expect(requests.filter(isWritten).flat()).toEqual(entries.filter((entry) => !entry.startsWith('bad')));
			expect(outcomes).toEqual(
				entries.map((entry) => (entry.startsWith('bad') ? { refused: REFUSED } : { result: `rec-${entry}` })),
			);
		}),
	);
});

it('gives up where every entry is refused, and says which were not tried', async () => {
	const { requests, ...how } = table();
	const outcomes = await writeInHalves(names(100, 'bad'), { ...how, giveUpAfter: 5 });
	expect(outcomes.filter((one) => 'refused' in one)).toHaveLength(5);
	expect(outcomes.filter((one) => 'left' in one)).toHaveLength(95);
	expect(requests.length).toBeLessThan(20);
	const some = ['e0', ...names(20, 'bad')];
	const none = await writeInHalves(some, { ...how, giveUpAfter: 5 });
	expect(none.filter((one) => 'refused' in one)).toHaveLength(20);
});

it('keeps requests as small as they must be, once one was too much', async () => {
	const { requests, ...how } = table();
	const TOO_MUCH = new Error('too many');
	const outcomes = await writeInHalves(names(40), {
		...how,
		most: 16,
		isTooMuch: (error) => error === TOO_MUCH,
		write: async (some) => {
			if (some.length > 8) throw TOO_MUCH;
			return await how.write(some);
		},
	});
	expect(outcomes).toEqual(names(40).map((name) => ({ result: `rec-${name}` })));
	expect(requests.map(({ length }) => length)).toEqual([8, 8, 8, 8, 8]);
});
