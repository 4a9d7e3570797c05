/**
 * A clock that only the test moves, also for what waits by `AbortSignal.timeout`, which jest's own does not hold.
 * Call it within a file or a `describe`; `jest.advanceTimersByTimeAsync` and its like move the time.
 */
export function useFakeClock(): void {
	beforeEach(() => {
		jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
		jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
			const ended = new AbortController();
			setTimeout(() => ended.abort(), ms);
			return ended.signal;
		});
	});

	afterEach(() => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	});
}

/** Lets all waits end, one after the other, until what was asked for is there. */
export async function inTime<T>(pending: Promise<T>): Promise<T> {
	await jest.runAllTimersAsync();
	return await pending;
}
