import { type Options, RRule } from 'rrule';
import type { Span } from '../state/calendars';
import { DAY, momentOf, shownAt } from './zones';

/** No more of a series is looked at. */
const MOST = 20_000;
const KEYS = [
	...['FREQ', 'UNTIL', 'COUNT', 'INTERVAL', 'BYSECOND', 'BYMINUTE', 'BYHOUR', 'BYDAY', 'BYMONTHDAY', 'BYYEARDAY'],
	...['BYWEEKNO', 'BYMONTH', 'BYSETPOS', 'WKST'],
];

interface Rule {
	/** Without its end. */
	options: Partial<Options>;
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

/** The library takes any number, and the names of days alone it looks at itself. */
const isSound = ({ interval = 1, count = 1, ...by }: Partial<Options>): boolean =>
	[interval, count ?? 1].every((number) => Number.isInteger(number) && number > 0) &&
	[by.bymonth, by.bymonthday, by.bysetpos, by.byyearday, by.byweekno, by.byhour, by.byminute, by.bysecond]
		.flat()
		.every((number) => number === undefined || number === null || Number.isInteger(number));

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
		const options = RRule.parseString([...given].map((pair) => pair.join('=')).join(';'));
		return isSound(options) ? { options, until } : undefined;
	} catch {
		return undefined;
	}
}

export const isRule = (text: string): boolean => ruleOf(text, 'UTC') !== undefined;

export const hasCount = (text: string): boolean => /(^|;)COUNT=/.test(text);

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
	// The library counts in dates of UTC, which stand here for what the clocks of the zone show.
	const dtstart = new Date(shownAt(start, timezone) * 1000);
	const last = new Date((to + 2 * DAY) * 1000);
	if (last < dtstart) return [];
	const found: number[] = [];
	new RRule({ ...rule.options, dtstart }).between(dtstart, last, true, (date, count) => {
		const begins = momentOf(date.getTime() / 1000, timezone);
		if (begins >= to || count >= MOST || (rule.until !== undefined && begins > rule.until)) return false;
		if (begins + (end - start) > from || begins >= from) found.push(begins);
		return true;
	});
	return found;
}
