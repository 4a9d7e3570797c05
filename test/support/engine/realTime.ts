/**
 * For a file whose tests keep to the platform's seconds as they pass. A machine that stands still in between (these share
 * their cores) hands over late, and at once, what was sent in time: then the test gets two more tries. A fault fails all.
 */
export function inRealTime(): void {
	jest.retryTimes(2, { logErrorsBeforeRetry: true });
}
