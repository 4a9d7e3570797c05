/** The day before the first day of a spreadsheet: 1 is 1899-12-31, 2.5 the noon of 1900-01-01. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

const DAY = 86_400_000;

/** 9999-12-31, the last day of which spreadsheets know. */
const LAST_SERIAL = 2_958_465;

/**
 * What a clock in a zone shows at a moment, as the milliseconds at which a clock in UTC shows the same.
 * @throws RangeError about a zone that there is not
 */
export function wallClock(ms: number, timeZone: string): number {
	const parts = new Map(
		clockOf(timeZone)
			.formatToParts(ms)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
	const inSecond = ((ms % 1000) + 1000) % 1000;
	return (
		Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) + inSecond
	);
}

/** To make one takes longer than to ask it, and columns of dates ask it for each cell. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
	const known = clocks.get(timeZone);
	if (known) return known;
	const clock = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	clocks.set(timeZone, clock);
	return clock;
}

/**
 * The moment at which a clock in a zone shows this. A time that the clock skips in spring is taken an hour later, as
 * calendars do; of the hour that it shows twice in autumn, the first is meant.
 */
export function momentOf(wall: number, timeZone: string): number {
	const before = wall - offsetAt(wall - DAY, timeZone);
	const after = wall - offsetAt(wall + DAY, timeZone);
	const shown = [before, after].filter((ms) => wallClock(ms, timeZone) === wall);
	return shown.length === 0 ? before : Math.min(...shown);
}

const offsetAt = (ms: number, timeZone: string): number => wallClock(ms, timeZone) - ms;

/** Days since the day zero, of what a clock shows. */
export const serialOfWall = (wall: number): number => (wall - DAY_ZERO) / DAY;

/** What a clock shows, of a serial; whole milliseconds, since a fraction of a day seldom ends in one. */
export const wallOfSerial = (serial: number): number => Math.round(serial * DAY) + DAY_ZERO;

/** The serial of a moment in the sheet's zone. */
export const serialOf = (ms: number, timeZone: string): number => serialOfWall(wallClock(ms, timeZone));

/** The moment of a serial in the sheet's zone, in milliseconds since 1970. */
export const momentOfSerial = (serial: number, timeZone: string): number => momentOf(wallOfSerial(serial), timeZone);

/** Whether spreadsheets have a day for it: nothing before 1900, nothing after 9999. */
export const isSerial = (serial: number): boolean => serial >= 1 && serial < LAST_SERIAL + 1;
