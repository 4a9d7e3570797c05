import { wait } from './wait';

/** Work that the platform goes on with by itself, and that is asked about until it is done. */
export interface Job<T> {
	/** Whether it is done. */
	until(data: T): boolean;
	/** What went wrong, in words for people; undefined or empty as long as nothing did. */
	failed?(data: T): string | undefined;
	/** Milliseconds from an answer to the next question. */
	everyMs: number;
	/** Milliseconds from the first question to the last. */
	longestMs: number;
}

/** What a wait for a job needs from around it. */
export interface JobWatch {
	cancel?: AbortSignal;
	/** Told after each answer that is not the last. @param waitedMs since the first question */
	progress?(waitedMs: number): void;
	/** For tests: milliseconds since some moment, and a wait. */
	now?(): number;
	pause?(ms: number, cancel?: AbortSignal): Promise<void>;
}

/** A job that came to no good end. Message and advice are fit to be shown. */
export class JobError extends Error {
	constructor(
		message: string,
		readonly advice: string,
	) {
		super(message);
		this.name = 'JobError';
	}
}

/**
 * Asks until the job is done: at once, then after each interval, and a last time when the time is over.
 * @returns what the platform said in the end
 * @throws JobError when it failed or took too long, CancelledError, and what `ask` throws
 */
export async function pollUntil<T>(
	ask: () => Promise<T>,
	{ until, failed, everyMs, longestMs }: Job<T>,
	{ cancel, progress, now = Date.now, pause = wait }: JobWatch = {},
): Promise<T> {
	const start = now();
	for (;;) {
		const data = await ask();
		const failure = failed?.(data);
		if (failure) throw new JobError(failure, '');
		if (until(data)) return data;
		const waitedMs = now() - start;
		const left = longestMs - waitedMs;
		if (left <= 0) throw late(longestMs);
		progress?.(waitedMs);
		await pause(Math.min(everyMs, left), cancel);
	}
}

function late(longestMs: number): JobError {
	return new JobError(
		`Feishu was not done after ${duration(longestMs)}`,
		'It goes on all the same, so look for the result before you start it again. If it often takes so long, wait longer where the node lets you set it',
	);
}

/** `90 seconds`, `5 minutes` */
export function duration(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	const [count, unit] = seconds >= 120 ? [Math.round(seconds / 60), 'minute'] : [seconds, 'second'];
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
