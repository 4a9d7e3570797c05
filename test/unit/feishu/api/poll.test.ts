import { duration, pollUntil, type Job } from '../../../../feishu/api/poll';
import { CancelledError, wait } from '../../../../feishu/api/wait';
import { rejectionOf } from '../../../support/feishuCalls';

type State = 'working' | 'done' | 'broken';

const job: Job<State> = {
	until: (state) => state === 'done',
	failed: (state) => (state === 'broken' ? 'The file could not be read' : undefined),
	everyMs: 2_000,
	longestMs: 10_000,
};

/** A platform that says these, and a clock that moves when somebody waits or asks. */
function scene(states: State[], askMs = 0) {
	let time = 5_000;
	const asked: number[] = [];
	const told: number[] = [];
	const ask = async () => {
		asked.push(time - 5_000);
		time += askMs;
		return await Promise.resolve(states[asked.length - 1] ?? 'working');
	};
	const watch = {
		now: () => time,
		pause: async (ms: number) => {
			time += ms;
			await Promise.resolve();
		},
		progress: (waitedMs: number) => told.push(waitedMs),
	};
	return { ask, watch, asked, told };
}

it('asks at once, and then after each interval until it is done', async () => {
	const { ask, watch, asked, told } = scene(['working', 'working', 'done']);
	await expect(pollUntil(ask, job, watch)).resolves.toBe('done');
	expect([asked, told]).toEqual([
		[0, 2_000, 4_000],
		[0, 2_000],
	]);
});

it('waits for nothing that is done already', async () => {
	const { ask, watch, asked, told } = scene(['done']);
	await pollUntil(ask, job, watch);
	expect([asked, told]).toEqual([[0], []]);
});

it('counts the interval from the answer', async () => {
	const { ask, watch, asked } = scene(['working', 'working', 'done'], 500);
	await pollUntil(ask, job, watch);
	expect(asked).toEqual([0, 2_500, 5_000]);
});

it('ends with the words of a failure', async () => {
	const { ask, watch, asked } = scene(['working', 'broken', 'done']);
	expect(await rejectionOf(pollUntil(ask, job, watch))).toMatchObject({
		name: 'JobError',
		message: 'The file could not be read',
	});
	expect(asked).toHaveLength(2);
});

it('asks a last time when the time is over, and names it', async () => {
	const { ask, watch, asked } = scene([]);
	const error = await rejectionOf(pollUntil(ask, { ...job, longestMs: 5_000 }, watch));
	expect(error).toMatchObject({
		name: 'JobError',
		message: 'Feishu was not done after 5 seconds',
		advice: expect.stringContaining('look for the result before you start it again'),
	});
	expect(asked).toEqual([0, 2_000, 4_000, 5_000]);
	const last = scene(['working', 'working', 'working', 'done']);
	await expect(pollUntil(last.ask, { ...job, longestMs: 5_000 }, last.watch)).resolves.toBe('done');
});

it('stops waiting at once when it is stopped', async () => {
	const stop = new AbortController();
	const { ask, asked } = scene([]);
	const polling = rejectionOf(
		pollUntil(ask, { ...job, everyMs: 600_000, longestMs: 600_000 }, { cancel: stop.signal, pause: wait }),
	);
	setImmediate(() => stop.abort());
	expect(await polling).toBeInstanceOf(CancelledError);
	expect(asked).toHaveLength(1);
});

it('passes on why nobody answered', async () => {
	const ask = async () => await Promise.reject(new TypeError('a mistake'));
	expect(await rejectionOf(pollUntil(ask, job, scene([]).watch))).toBeInstanceOf(TypeError);
});

it.each([
	[0, '0 seconds'],
	[300, '1 second'],
	[90_000, '90 seconds'],
	[120_000, '2 minutes'],
	[3_600_000, '60 minutes'],
])('%i ms are %s', (ms, words) => expect(duration(ms)).toBe(words));
