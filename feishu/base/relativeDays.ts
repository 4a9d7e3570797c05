import { type RELATIVE_DAYS } from './filterValues';

export type RelativeDay = (typeof RELATIVE_DAYS)[number];

/** From the first day to the last one, both included, as days since 1970. */
export interface Days {
	from: number;
	to: number;
}

const DAY_MS = 86_400_000;

/** Monday is 0, on which weeks begin. */
const weekday = (day: number): number => (day + 3) % 7;

const one = (day: number): Days => ({ from: day, to: day });

const weekFrom = (monday: number): Days => ({ from: monday, to: monday + 6 });

/** @param shift months from the one in which the day lies */
function month(day: number, shift: number): Days {
	const date = new Date(day * DAY_MS);
	const first = (more: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + shift + more, 1) / DAY_MS;
	return { from: first(0), to: first(1) - 1 };
}

/** Source: …/bitable-v1/app-table-record/record-filter-guide: a last or next week has 7 days, a month 30, beside today. */
const DAYS: Readonly<Record<RelativeDay, (today: number) => Days>> = {
	Today: one,
	Tomorrow: (today) => one(today + 1),
	Yesterday: (today) => one(today - 1),
	CurrentWeek: (today) => weekFrom(today - weekday(today)),
	LastWeek: (today) => weekFrom(today - weekday(today) - 7),
	CurrentMonth: (today) => month(today, 0),
	LastMonth: (today) => month(today, -1),
	TheLastWeek: (today) => ({ from: today - 7, to: today }),
	TheNextWeek: (today) => ({ from: today, to: today + 7 }),
	TheLastMonth: (today) => ({ from: today - 30, to: today }),
	TheNextMonth: (today) => ({ from: today, to: today + 30 }),
};

/** The days that somebody means on a day. @param today as days since 1970 */
export const daysMeant = (relative: RelativeDay, today: number): Days => DAYS[relative](today);

/** Tells the day of a moment in a zone, as days since 1970. @param timeZone of the IANA, as `Asia/Shanghai` */
export function dayIn(timeZone: string): (ms: number) => number {
	// Sweden writes days as ISO does.
	const format = new Intl.DateTimeFormat('sv-SE', { timeZone });
	return (ms) => Date.parse(format.format(ms)) / DAY_MS;
}
