const DAY = 86_400_000;

/** How far the zone is ahead of UTC at a moment, in milliseconds. */
function ahead(ms: number, timeZone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
	}).formatToParts(ms);
	const of = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
	const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
	return local - Math.floor(ms / 1000) * 1000;
}

/** The day of a moment in a zone, as days since 1970. */
export const dayOf = (ms: number, timeZone: string): number => Math.floor((ms + ahead(ms, timeZone)) / DAY);

/** From the first day to the last one, both included. */
export interface Days {
	from: number;
	to: number;
}

const weekday = (day: number) => (day + 3) % 7;

function month(day: number, shift: number): Days {
	const date = new Date(day * DAY);
	const [year, index] = [date.getUTCFullYear(), date.getUTCMonth() + shift];
	return { from: Date.UTC(year, index, 1) / DAY, to: Date.UTC(year, index + 1, 1) / DAY - 1 };
}

const one = (day: number): Days => ({ from: day, to: day });

/** Days that can be named, with those that may be compared. Weeks begin on Monday. */
export const NAMED: Readonly<Record<string, { days: (today: number) => Days; single?: true }>> = {
	Today: { days: (today) => one(today), single: true },
	Tomorrow: { days: (today) => one(today + 1), single: true },
	Yesterday: { days: (today) => one(today - 1), single: true },
	CurrentWeek: { days: (today) => ({ from: today - weekday(today), to: today - weekday(today) + 6 }) },
	LastWeek: { days: (today) => ({ from: today - weekday(today) - 7, to: today - weekday(today) - 1 }) },
	CurrentMonth: { days: (today) => month(today, 0) },
	LastMonth: { days: (today) => month(today, -1) },
	TheLastWeek: { days: (today) => ({ from: today - 7, to: today }) },
	TheNextWeek: { days: (today) => ({ from: today, to: today + 7 }) },
	TheLastMonth: { days: (today) => ({ from: today - 30, to: today }) },
	TheNextMonth: { days: (today) => ({ from: today, to: today + 30 }) },
};
