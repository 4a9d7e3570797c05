/**
 * Wall clocks of time zones, from what Node's Intl knows. A wall time is the number that `Date.UTC` gives for what the
 * clock shows: arithmetic on it is that of calendars, in which every day has 24 hours.
 */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** A day in seconds, which the platform's own times are. */
export const DAY_S = DAY / 1000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
	const known = clocks.get(zone);
	if (known) return known;
	const made = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		calendar: 'gregory',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	clocks.set(zone, made);
	return made;
}

/** Whether it is a zone of the IANA database, under any of its names: the platform tells some by older ones. */
export function isZone(zone: string): boolean {
	try {
		return zone !== '' && clockOf(zone) !== undefined;
	} catch {
		return false;
	}
}

/** An area and a city, or UTC: `CST` is Chicago's, `EST` knows no summer, and `Etc/GMT+8` lies west. */
const BY_NAME = /^(?:(?:Etc\/)?(?:UTC|GMT)|(?!Etc\/)[A-Z][A-Za-z_]+\/.+)$/;

/** Whether it is a zone that people can mean, as `Asia/Shanghai`: of what they fill in. */
export const isPlace = (zone: string): boolean => BY_NAME.test(zone) && isZone(zone);

/** What the clock of a zone shows. @param ms since 1970 */
export function wallOf(ms: number, zone: string): number {
	const parts: Record<string, number> = {};
	for (const { type, value } of clockOf(zone).formatToParts(ms)) parts[type] = Number(value);
	const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
	return Date.UTC(year, month - 1, day, hour, minute, second) + (((ms % 1000) + 1000) % 1000);
}

/**
 * When the clock of a zone shows this, in milliseconds since 1970. An hour that comes twice is the first one; one that is
 * left out counts with the clock from before it, so 02:30 becomes 03:30 (RFC 5545, 3.3.5).
 */
export function instantOf(wall: number, zone: string): number {
	const before = offsetAt(wall - DAY, zone);
	const after = offsetAt(wall + DAY, zone);
	for (const offset of [before, after]) if (wallOf(wall - offset, zone) === wall) return wall - offset;
	return wall - before;
}

/** How far the clock of a zone is ahead of UTC at a moment, in ms. */
const offsetAt = (ms: number, zone: string): number => wallOf(ms, zone) - ms;

/** `2026-12-01T09:00:00+08:00`, as the clock of the zone shows it. */
export function isoIn(ms: number, zone: string): string {
	const whole = Math.floor(ms / 1000) * 1000;
	const offset = Math.round(offsetAt(whole, zone) / MINUTE);
	const clock = new Date(whole + offset * MINUTE).toISOString().slice(0, 19);
	const two = (value: number) => String(value).padStart(2, '0');
	const size = Math.abs(offset);
	return `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `2026-12-01` of a wall time. */
export const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** The wall time at which a date begins; NaN where it is none, as the 30th of February. */
export function wallOfDate(date: string): number {
	const wall = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
	return Number.isNaN(wall) || dateOf(wall) !== date ? NaN : wall;
}

/** The date so many days later. */
export const laterDate = (date: string, days: number): string => dateOf(wallOfDate(date) + days * DAY);

/** A date without a time, the year first. */
const DATE_ONLY = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;

/** The wall time at which a date begins that people have written without a time; undefined for all else, and for what is no day. */
export function dateOnly(written: string): number | undefined {
	const [, year = '', , month = '', day = ''] = DATE_ONLY.exec(written.trim()) ?? [];
	const wall = wallOfDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
	return Number.isNaN(wall) ? undefined : wall;
}
