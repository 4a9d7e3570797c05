import { DAY, instantOf } from '../../zones';
import { RuleError, untilMs, untilWall, WEEKDAYS, type ByDay, type Rule, type SeriesStart, type Weekday } from './rule';

/** So many empty periods in a row end a series: a rule such as "30 February" has none at all, "29 February" one in eight years. */
const MOST_EMPTY = 400;

/** A series without an end is read no further than this. */
const LAST_YEAR = 2200;

const weekdayOf = (wall: number): number => (new Date(wall).getUTCDay() + 6) % 7;
const indexOf = (day: Weekday): number => WEEKDAYS.indexOf(day);
const midnight = (wall: number): number => Math.floor(wall / DAY) * DAY;
const unique = (days: number[]): number[] => [...new Set(days)].sort((a, b) => a - b);

/**
 * The wall times of a series, one by one in their order, the first one only where the rule has it.
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export function* occurrences(rule: Rule, { wall: start, zone }: SeriesStart): Generator<number> {
	const last = untilMs(rule, zone);
	const timeOfDay = start - midnight(start);
	let [count, empty] = [0, 0];
	for (let at = 0; empty <= MOST_EMPTY; at += rule.interval) {
		const all = daysOf(rule, midnight(start), at);
		const days = picked(all, rule.bySetPos);
		empty = days.length === 0 ? empty + 1 : 0;
		for (const day of days) {
			const wall = day + timeOfDay;
			if (wall < start) continue;
			if (new Date(wall).getUTCFullYear() > LAST_YEAR) return;
			if (last !== Infinity && (zone === undefined ? wall : instantOf(wall, zone)) > last) return;
			yield wall;
			if (++count === rule.count) return;
		}
	}
}

/** The days of a period. @param first midnight of the day on which the series begins @param at periods since then */
function daysOf(rule: Rule, first: number, at: number): number[] {
	switch (rule.freq) {
		case 'DAILY':
			return [first + at * DAY].filter((day) => fits(rule, day));
		case 'WEEKLY':
			return weekDays(rule, first, at).filter((day) => inMonths(rule, day));
		case 'MONTHLY': {
			const [year, month] = monthAt(first, at);
			return inMonths(rule, Date.UTC(year, month, 1)) ? monthDays(rule, year, month, dayOfMonth(first)) : [];
		}
		case 'YEARLY':
			return yearDays(rule, new Date(first).getUTCFullYear() + at, first);
	}
}

function weekDays({ byDay, weekStart }: Rule, first: number, at: number): number[] {
	const offset = (weekday: number) => (weekday - indexOf(weekStart) + 7) % 7;
	const week = first - offset(weekdayOf(first)) * DAY + at * 7 * DAY;
	const wanted = byDay.length > 0 ? byDay.map(({ day }) => indexOf(day)) : [weekdayOf(first)];
	return unique(wanted.map((weekday) => week + offset(weekday) * DAY));
}

function yearDays(rule: Rule, year: number, first: number): number[] {
	const { byMonth, byMonthDay, byDay } = rule;
	const firstMonth = new Date(first).getUTCMonth();
	const ofYear = byDay.length > 0 && byMonth.length === 0 && byMonthDay.length === 0;
	if (ofYear) return nthDays(byDay, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
	const every = byMonthDay.length > 0 ? Array.from({ length: 12 }, (_, month) => month) : [firstMonth];
	const months = byMonth.length > 0 ? byMonth.map((month) => month - 1) : every;
	return unique(months.flatMap((month) => monthDays(rule, year, month, dayOfMonth(first))));
}

function monthDays({ byMonthDay, byDay }: Rule, year: number, month: number, usual: number): number[] {
	const [from, to] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)];
	const length = (to - from) / DAY;
	const numbered = byMonthDay.map((day) => (day < 0 ? length + day + 1 : day));
	const wanted = byMonthDay.length > 0 ? numbered : byDay.length > 0 ? undefined : [usual];
	const dates = wanted?.filter((day) => day >= 1 && day <= length).map((day) => from + (day - 1) * DAY);
	if (byDay.length === 0) return unique(dates ?? []);
	const named = nthDays(byDay, from, to);
	return dates ? unique(dates.filter((day) => named.includes(day))) : named;
}

/** Days between two midnights that are one of these weekdays; a number takes one of them only. */
function nthDays(byDay: readonly ByDay[], from: number, to: number): number[] {
	return unique(
		byDay.flatMap(({ day, nth }) => {
			const first = from + ((indexOf(day) - weekdayOf(from) + 7) % 7) * DAY;
			const all = Array.from({ length: Math.ceil((to - first) / (7 * DAY)) }, (_, week) => first + week * 7 * DAY);
			return nth === undefined
				? all
				: all
						.slice(nth > 0 ? nth - 1 : nth)
						.slice(0, 1)
						.filter(() => Math.abs(nth) <= all.length);
		}),
	);
}

function fits(rule: Rule, day: number): boolean {
	const { byDay, byMonthDay } = rule;
	const date = new Date(day);
	const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	const inDays = byDay.length === 0 || byDay.some((one) => indexOf(one.day) === weekdayOf(day));
	const inDates =
		byMonthDay.length === 0 || byMonthDay.some((one) => (one < 0 ? length + one + 1 : one) === dayOfMonth(day));
	return inDays && inDates && inMonths(rule, day);
}

const inMonths = ({ byMonth }: Rule, day: number): boolean =>
	byMonth.length === 0 || byMonth.includes(new Date(day).getUTCMonth() + 1);
const dayOfMonth = (day: number): number => new Date(day).getUTCDate();

function monthAt(first: number, at: number): [year: number, month: number] {
	const date = new Date(first);
	const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + at;
	return [Math.floor(months / 12), months % 12];
}

function picked(days: readonly number[], bySetPos: readonly number[]): readonly number[] {
	if (bySetPos.length === 0) return days;
	return unique(bySetPos.flatMap((place) => days[place > 0 ? place - 1 : days.length + place] ?? []));
}

/**
 * The same rule with an end in place of a number of times: the platform's own tool says that it takes no COUNT.
 * @throws RuleError where the rule never comes true
 */
export function countAsUntil(rule: Rule, start: SeriesStart): Rule {
	const { count, ...rest } = rule;
	if (count === undefined) return rule;
	let last: number | undefined;
	for (const wall of occurrences(rule, start)) last = wall;
	if (last === undefined) throw new RuleError('never comes true');
	return { ...rest, until: untilWall(last, start.zone) };
}
