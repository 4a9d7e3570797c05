import ICAL from 'ical.js';
import type { Span } from '../state/calendars';
import { momentOf, shownAt } from './zones';

/** No more of a series is looked at. */
const MOST = 20_000;
const KEYS = [
	...['FREQ', 'UNTIL', 'COUNT', 'INTERVAL', 'BYSECOND', 'BYMINUTE', 'BYHOUR', 'BYDAY', 'BYMONTHDAY', 'BYYEARDAY'],
	...['BYWEEKNO', 'BYMONTH', 'BYSETPOS', 'WKST'],
];

interface Rule {
	/** Without its end. */
	recur: ICAL.Recur;
	/** The last moment, seconds; of a day the last one of it in the zone. */
	until?: number;
}

function untilOf(text: string, zone: string): number | undefined {
	const [, year, month, day, hour, minute, second, utc] =
		/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text) ?? [];
	if (year === undefined) return undefined;
	const date = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 1000;
	if (hour === undefined) return momentOf(date + 86_399, zone);
	const shown = date + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
	return utc === 'Z' ? shown : momentOf(shown, zone);
}

/** A rule of RFC 5545 without `RRULE:`; undefined where it is none. */
function ruleOf(text: string, zone: string): Rule | undefined {
	const parts = text.split(';').map((part) => part.split('='));
	if (!parts.every(([key = '', value = '', ...more]) => KEYS.includes(key) && value !== '' && more.length === 0))
		return undefined;
	const given = new Map(parts.map(([key = '', value = '']) => [key, value]));
	if (given.size !== parts.length || !given.has('FREQ') || (given.has('COUNT') && given.has('UNTIL'))) return undefined;
	const ends = given.get('UNTIL');
	const until = ends === undefined ? undefined : untilOf(ends, zone);
	if (ends !== undefined && until === undefined) return undefined;
	given.delete('UNTIL');
	try {
		const recur = ICAL.Recur.fromString([...given].map((pair) => pair.join('=')).join(';'));
		return { recur, until };
	} catch {
		return undefined;
	}
}

export const isRule = (text: string): boolean => ruleOf(text, 'UTC') !== undefined;

export const hasCount = (text: string): boolean => /(^|;)COUNT=/.test(text);

/** A time of no zone. */
function floating(seconds: number): ICAL.Time {
	const date = new Date(seconds * 1000);
	const shown = {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		hour: date.getUTCHours(),
		minute: date.getUTCMinutes(),
		second: date.getUTCSeconds(),
	};
	return new ICAL.Time(shown, ICAL.Timezone.localTimezone);
}

const shownOf = ({ year, month, day, hour, minute, second }: ICAL.Time) =>
	Date.UTC(year, month - 1, day, hour, minute, second) / 1000;

/**
 * When the occurrences of a series begin that are not over at `from` and begin before `to`, in seconds. They keep the
 * time of day of their zone, whatever its clocks do.
 */
export function beginnings(
	{ recurrence, start, end, timezone }: Span & { recurrence: string },
	{ from, to }: { from: number; to: number },
): number[] {
	const rule = ruleOf(recurrence, timezone);
	if (!rule) return [];
	const found: number[] = [];
	const iterator = rule.recur.iterator(floating(shownAt(start, timezone)));
	for (let count = 0; count < MOST; count += 1) {
		const next: ICAL.Time | null = iterator.next();
		if (!next) break;
		const begins = momentOf(shownOf(next), timezone);
		if (begins >= to || (rule.until !== undefined && begins > rule.until)) break;
		if (begins + (end - start) > from || begins >= from) found.push(begins);
	}
	return found;
}
