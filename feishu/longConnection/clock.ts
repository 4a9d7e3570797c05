/** Time as the long connection sees it; tests bring their own. */
export interface Clock {
	/** Milliseconds of a clock that is never set. */
	now(): number;
	/**
	 * Calls back once, `ms` milliseconds from now. The callback must not throw.
	 * @returns calls it off
	 */
	after(ms: number, callback: () => void): () => void;
}

/** Longest time that the runtime's timers hold; beyond it they would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * The runtime's clock. Timers are not available to verified packages; AbortSignal's are, and they keep neither the
 * process alive nor get lost while somebody listens.
 */
export const systemClock: Clock = {
	now: () => performance.now(),
	after(ms, callback) {
		const signal = AbortSignal.timeout(Math.min(LONGEST_MS, Math.max(0, Math.ceil(ms))));
		signal.addEventListener('abort', callback, { once: true });
		return () => signal.removeEventListener('abort', callback);
	},
};
