/** Times of tasks: a date that is the same everywhere, or a moment. */
import { DAY, dateOf, instantOf, wallOf, wallOfDate } from '../zones';

/** As the endpoints take and give it. `timestamp` in milliseconds; of a date it is midnight in UTC. */
export interface TaskTime {
	timestamp: string;
	is_all_day: boolean;
}

/** Midnight in UTC of the day that a moment lies in, in a time zone. @param ms since 1970 */
export const dayIn = (ms: number, timeZone: string): number => wallOfDate(dateOf(wallOf(ms, timeZone)));

/**
 * The time in the words of the endpoints. Whoever writes the local midnight of a date finds it a day earlier east of
 * Greenwich: dates are midnight in UTC, and moments have seconds.
 * @param ms of a date midnight in UTC
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/task/overview
 */
export const taskTime = (ms: number, isAllDay: boolean): TaskTime => ({
	timestamp: String(isAllDay ? ms : Math.floor(ms / 1000) * 1000),
	is_all_day: isAllDay,
});

/** A time as people read it: `2026-01-31`, or a moment in ISO 8601; empty where there is none. */
export function plainTime(time: { timestamp?: unknown; is_all_day?: unknown } | undefined): string {
	const ms = Number(time?.timestamp ?? 0);
	if (!Number.isFinite(ms) || ms <= 0) return '';
	const iso = new Date(ms).toISOString();
	return time?.is_all_day === true ? iso.slice(0, 10) : iso;
}

/** A moment in milliseconds, as text, in ISO 8601. What has not happened yet has 0, which is no moment of 1970. */
export function plainMoment(ms: unknown): string {
	return plainTime({ timestamp: ms });
}

/**
 * When a task is late, in milliseconds since 1970: at its due time; of a date at the end of that day in a time zone.
 * @returns undefined where nothing is due
 */
export function lateFrom(
	due: { timestamp?: unknown; is_all_day?: unknown } | undefined,
	timeZone: string,
): number | undefined {
	const ms = Number(due?.timestamp ?? 0);
	if (!Number.isFinite(ms) || ms <= 0) return undefined;
	return due?.is_all_day === true ? instantOf(ms + DAY, timeZone) : ms;
}
