/** Thrown out of a wait when the execution was cancelled. */
export class CancelledError extends Error {
	constructor() {
		// Spelled as n8n does: by this word it tells a stopped execution from a failed one.
		super('The execution was canceled');
		this.name = 'CancelledError';
	}
}

/**
 * Waits, and stops waiting at once when cancelled.
 * Timers are not available to verified packages; AbortSignal's clock is.
 * @param ms milliseconds; 0 or less returns in the next turn
 * @throws CancelledError
 */
export async function wait(ms: number, cancel?: AbortSignal): Promise<void> {
	if (cancel?.aborted) throw new CancelledError();
	const clock = AbortSignal.timeout(Math.max(0, Math.ceil(ms)));
	await new Promise<void>((resolve) => {
		const done = () => {
			clock.removeEventListener('abort', done);
			cancel?.removeEventListener('abort', done);
			resolve();
		};
		clock.addEventListener('abort', done);
		cancel?.addEventListener('abort', done);
	});
	if (cancel?.aborted) throw new CancelledError();
}
