import fc from '../../../support/generated';
import { writeInHalves } from '../../../../feishu/base/writeInHalves';
import { rejectionOf } from '../../../support/feishuCalls';

class Spoiled extends Error {}

/** A platform that takes all of a request or nothing, and spoils on some entries. */
function platform(bad: ReadonlySet<number>) {
	const requests: number[][] = [];
	const kept: number[] = [];
	const write = (entries: readonly number[]): Promise<string[]> => {
		requests.push([...entries]);
		if (entries.some((entry) => bad.has(entry))) return Promise.reject(new Spoiled(`one of ${entries.length}`));
		kept.push(...entries);
		return Promise.resolve(entries.map((entry) => `record ${entry}`));
	};
	return { requests, kept, write };
}

const isSpoiled = (error: unknown) => error instanceof Spoiled;
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

it('takes one request where nothing is wrong, and none for nothing', async () => {
	const { requests, write } = platform(new Set());
	expect(await writeInHalves(numbers(3), write, isSpoiled)).toEqual([
		{ result: 'record 0' },
		{ result: 'record 1' },
		{ result: 'record 2' },
	]);
	expect(await writeInHalves([], write, isSpoiled)).toEqual([]);
	expect(requests).toHaveLength(1);
});

it('finds one culprit among 500 with 18 requests more, and writes the others once', async () => {
	const { requests, kept, write } = platform(new Set([137]));
	const outcome = await writeInHalves(numbers(500), write, isSpoiled);
	expect(outcome.flatMap((one, at) => ('error' in one ? [at] : []))).toEqual([137]);
	expect(kept).toEqual(numbers(500).filter((one) => one !== 137));
	expect(requests.length).toBeLessThanOrEqual(19);
});

it('keeps order and writes every other entry once, whichever are bad', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.uniqueArray(fc.nat(39)), async (count, bad) => {
			const { kept, write } = platform(new Set(bad));
			const outcome = await writeInHalves(numbers(count), write, isSpoiled);
			const good = numbers(count).filter((one) => !bad.includes(one));
			expect(kept).toEqual(good);
			expect(outcome.map((one) => ('result' in one ? one.result : undefined))).toEqual(
				numbers(count).map((one) => (bad.includes(one) ? undefined : `record ${one}`)),
			);
		}),
	);
});

it('ends with what is no entry’s', async () => {
	const failing = () => Promise.reject(new Error('The line broke'));
	expect((await rejectionOf(writeInHalves(numbers(4), failing, isSpoiled))).message).toBe('The line broke');
});
