import { Governor, type Pace, type Passage } from '../../../../feishu/api/governor';
import { CancelledError } from '../../../../feishu/api/wait';
import { inTime, useFakeClock } from '../../../support/fakeClock';

useFakeClock();

/** Times at which requests passed, in order. */
async function passTimes(governor: Governor, paces: readonly Pace[], count: number): Promise<number[]> {
	const times: number[] = [];
	await inTime(
		Promise.all(
			Array.from({ length: count }, async () => {
				await governor.pass(paces);
				times.push(Date.now());
			}),
		),
	);
	return times.sort((a, b) => a - b);
}

/** Smallest distance between a request and the one `count` places before it. */
const tightest = (times: readonly number[], count: number): number =>
	Math.min(...times.slice(count).map((time, index) => time - (times[index] ?? 0)));

const pace = (key: string, count: number, windowMs: number): Pace => ({ key, limits: [{ count, windowMs }] });

it('lets as many pass at once as a window takes, and no more in any window', async () => {
	const times = await passTimes(new Governor(), [pace('a', 5, 60)], 23);
	expect(times).toHaveLength(23);
	expect(tightest(times, 5)).toBeGreaterThanOrEqual(60);
});

it('keeps every limit of a key', async () => {
	const both: Pace = {
		key: 'a',
		limits: [
			{ count: 3, windowMs: 20 },
			{ count: 7, windowMs: 150 },
		],
	};
	const times = await passTimes(new Governor(), [both], 16);
	expect(tightest(times, 3)).toBeGreaterThanOrEqual(20);
	expect(tightest(times, 7)).toBeGreaterThanOrEqual(150);
});

it('keeps the limits of all keys that a request has', async () => {
	const governor = new Governor();
	const endpoint = pace('endpoint', 4, 40);
	const [first, second] = await Promise.all([
		passTimes(governor, [pace('one', 2, 90), endpoint], 7),
		passTimes(governor, [pace('two', 2, 90), endpoint], 7),
	]);
	expect(tightest(first, 2)).toBeGreaterThanOrEqual(90);
	expect(tightest(second, 2)).toBeGreaterThanOrEqual(90);
	expect(
		tightest(
			[...first, ...second].sort((a, b) => a - b),
			4,
		),
	).toBeGreaterThanOrEqual(40);
});

it('does not let one key wait for another', async () => {
	const governor = new Governor();
	const busy = pace('busy', 1, 60_000);
	await governor.pass([busy]);
	const stop = new AbortController();
	const stuck = governor.pass([busy], stop.signal);
	await governor.pass([pace('free', 1, 60_000)]);
	stop.abort();
	await expect(stuck).rejects.toThrow(CancelledError);
});

it('takes no place for a request that never left', async () => {
	const governor = new Governor();
	const narrow = pace('narrow', 1, 60_000);
	const wide = pace('wide', 2, 60_000);
	await governor.pass([narrow]);
	const stop = new AbortController();
	// It gets through the wide one, and waits for the narrow one.
	const cancelled = governor.pass([wide, narrow], stop.signal);
	await new Promise(setImmediate);
	stop.abort();
	await expect(cancelled).rejects.toThrow(CancelledError);
	await governor.pass([wide]);
	await governor.pass([wide]);
});

it('counts a request from its answer, before which it may not have arrived', async () => {
	const governor = new Governor();
	const one = pace('a', 1, 60);
	const slow = await governor.pass([one]);
	await jest.advanceTimersByTimeAsync(40);
	slow.answered();
	const answered = Date.now();
	await inTime(governor.pass([one]));
	expect(Date.now() - answered).toBeGreaterThanOrEqual(60);
});

it('holds everybody when the platform asks to wait', async () => {
	const governor = new Governor();
	const one = pace('a', 100, 10);
	const until = Date.now() + 50;
	governor.hold(one, 50);
	const times = await passTimes(governor, [one], 3);
	expect(Math.min(...times)).toBeGreaterThanOrEqual(until);
});

it('forgets keys that nobody uses any more, and keeps those in use', async () => {
	const governor = new Governor();
	for (let index = 0; index < 2_500; index += 1) await governor.pass([pace(`key ${index}`, 1, 60_000)]);
	const stop = new AbortController();
	const second = governor.pass([pace('key 2499', 1, 60_000)], stop.signal);
	stop.abort();
	await expect(second).rejects.toThrow(CancelledError);
});

describe('one at a time', () => {
	const writer = (key = 'table'): Pace => ({ key, limits: [], atOnce: 1 });

	/** Requests that end when the test says so, in the order in which they were let pass. */
	function requests(governor: Governor, paces: readonly Pace[]) {
		const passed: string[] = [];
		const passages = new Map<string, Passage>();
		const send = (name: string, cancel?: AbortSignal) => {
			const passing = governor.pass(paces, cancel);
			void passing.then(
				(passage) => {
					passed.push(name);
					passages.set(name, passage);
				},
				() => undefined,
			);
			return passing;
		};
		return { passed, send, end: (name: string) => passages.get(name)?.over() };
	}
	const turns = () => new Promise<void>((resolve) => setImmediate(resolve));

	it('passes, in the order in which they came', async () => {
		const { passed, send, end } = requests(new Governor(), [writer()]);
		for (const name of ['a', 'b', 'c']) void send(name);
		for (const [ended, then] of [
			['nobody', ['a']],
			['a', ['a', 'b']],
			['b', ['a', 'b', 'c']],
		] as const) {
			end(ended);
			await turns();
			expect(passed).toEqual(then);
		}
	});

	it('goes on when a request is over without an answer, and counts an end once', async () => {
		const { passed, send, end } = requests(new Governor(), [writer()]);
		for (const name of ['a', 'b', 'c']) void send(name);
		await turns();
		end('a');
		end('a');
		await turns();
		expect(passed).toEqual(['a', 'b']);
	});

	it('leaves out who is cancelled while it waits', async () => {
		const { passed, send, end } = requests(new Governor(), [writer()]);
		const stop = new AbortController();
		void send('a');
		const cancelled = send('b', stop.signal);
		void send('c');
		await turns();
		stop.abort();
		await expect(cancelled).rejects.toThrow(CancelledError);
		end('a');
		await turns();
		expect(passed).toEqual(['a', 'c']);
		await expect(send('d', stop.signal)).rejects.toThrow(CancelledError);
	});

	it('gives the place back when a window behind it is not waited for', async () => {
		const governor = new Governor();
		const narrow = pace('narrow', 1, 60_000);
		await governor.pass([narrow]);
		const stop = new AbortController();
		const cancelled = governor.pass([writer(), narrow], stop.signal);
		await turns();
		stop.abort();
		await expect(cancelled).rejects.toThrow(CancelledError);
		await governor.pass([writer()]);
	});

	it('is shared by all, and other keys do not wait', async () => {
		const governor = new Governor();
		const [one, two] = [requests(governor, [writer()]), requests(governor, [writer()])];
		const other = requests(governor, [writer('another table')]);
		void one.send('of one');
		void two.send('of two');
		void other.send('elsewhere');
		await turns();
		expect([one.passed, two.passed, other.passed]).toEqual([['of one'], [], ['elsewhere']]);
		one.end('of one');
		await turns();
		expect(two.passed).toEqual(['of two']);
	});

	it('never has two wait for each other, whatever the order of their paces', async () => {
		const governor = new Governor();
		const pair = [writer('x'), writer('y')];
		const there = requests(governor, pair);
		const back = requests(governor, [...pair].reverse());
		for (const round of ['1', '2']) {
			void there.send(round);
			void back.send(round);
		}
		for (const [of, name] of [
			[there, '1'],
			[back, '1'],
			[there, '2'],
			[back, '2'],
		] as const) {
			await turns();
			expect(of.passed).toContain(name);
			of.end(name);
		}
	});

	it('may be more than one', async () => {
		const { passed, send, end } = requests(new Governor(), [{ ...writer(), atOnce: 2 }]);
		for (const name of ['a', 'b', 'c']) void send(name);
		await turns();
		expect(passed).toEqual(['a', 'b']);
		end('b');
		await turns();
		expect(passed).toEqual(['a', 'b', 'c']);
	});

	it('keeps windows besides, and waits when the platform asks to', async () => {
		const governor = new Governor();
		const both: Pace = { key: 'a', limits: [{ count: 1, windowMs: 30 }], atOnce: 1 };
		const times: number[] = [];
		for (let round = 0; round < 3; round += 1) {
			const passage = await inTime(governor.pass([both]));
			times.push(Date.now());
			passage.over();
		}
		expect(tightest(times, 1)).toBeGreaterThanOrEqual(30);
		const until = Date.now() + 40;
		governor.hold(writer(), 40);
		await inTime(governor.pass([writer()]));
		expect(Date.now()).toBeGreaterThanOrEqual(until);
	});

	it('forgets keys that nobody uses any more, and keeps those in use', async () => {
		const governor = new Governor();
		const busy = requests(governor, [writer('key 0')]);
		void busy.send('first');
		for (let index = 1; index < 2_500; index += 1) (await governor.pass([writer(`key ${index}`)])).over();
		void busy.send('second');
		await turns();
		expect(busy.passed).toEqual(['first']);
	});
});
