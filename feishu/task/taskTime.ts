/** Times of tasks: a date that is the same everywhere, or a moment. */

/** As the endpoints take and give it. `timestamp` in milliseconds; of a date it is midnight in UTC. */
export interface TaskTime {
	timestamp: string;
	is_all_day: boolean;
}

/** A date alone, as people write one. */
const DATE_ONLY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;

/** Midnight in UTC of a date that is written without a time; undefined for anything else, and for what is no day. */
export function dateOnly(written: string): number | undefined {
	const [, year, month, day] = DATE_ONLY.exec(written.trim()) ?? [];
	if (year === undefined) return undefined;
	const [y, m, d] = [Number(year), Number(month), Number(day)];
	const at = new Date(Date.UTC(y, m - 1, d));
	return at.getUTCMonth() === m - 1 && at.getUTCDate() === d ? at.getTime() : undefined;
}

/** Midnight in UTC of the day that a moment lies in, in a time zone. @param ms since 1970 */
export function dayIn(ms: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en', {
		timeZone,
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
	}).formatToParts(ms);
	const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	return Date.UTC(of('year'), of('month') - 1, of('day'));
}

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
	return due?.is_all_day === true ? startOfDay(ms + DAY, timeZone) : ms;
}

const DAY = 86_400_000;

/** The moment at which a date begins in a time zone. @param date midnight in UTC */
export function startOfDay(date: number, timeZone: string): number {
	// The offset where the day begins may be another one than at the first guess, where clocks are changed.
	const offset = (at: number) => wallClock(at, timeZone) - at;
	const guess = date - offset(date);
	return date - offset(guess);
}

/** What a clock shows at a moment, as if it were UTC. */
function wallClock(ms: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(ms);
	const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}
