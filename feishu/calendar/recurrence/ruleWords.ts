import { isoIn } from '../../zones';
import { untilMs, type ByDay, type Frequency, type Rule, type Weekday } from './rule';

const DAYS: Readonly<Record<Weekday, string>> = {
	MO: 'Monday',
	TU: 'Tuesday',
	WE: 'Wednesday',
	TH: 'Thursday',
	FR: 'Friday',
	SA: 'Saturday',
	SU: 'Sunday',
};
const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];
const UNITS: Readonly<Record<Frequency, string>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];

/**
 * A rule in words, as `Every 2 weeks on Monday and Friday, until 2026-12-31`.
 * @param zone in which its end is a day; none for whole days
 * @param begins the wall time at which the series begins, which is the day of a rule that names none
 */
export function ruleWords(rule: Rule, zone?: string, begins?: number): string {
	const unit = UNITS[rule.freq];
	const every = rule.interval === 1 ? `Every ${unit}` : `Every ${rule.interval} ${unit}s`;
	const months = rule.byMonth.map((month) => MONTHS[month - 1] ?? String(month));
	const days = rule.byDay.map(dayWords);
	const dates = rule.byMonthDay.map(dateWords);
	return [
		every,
		...(dates.length > 0 ? [`on ${joined(dates)}`] : []),
		...(days.length > 0 ? [`${dates.length > 0 ? 'if it is' : 'on'} ${joined(days)}`] : []),
		...(rule.bySetPos.length > 0 ? [`(only the ${joined(rule.bySetPos.map(placeWords))} of them)`] : []),
		...(months.length > 0 ? [`in ${joined(months)}`] : []),
		...skippedWords(rule, begins),
		...endWords(rule, zone),
	]
		.join(' ')
		.replace(/ (,)/g, '$1');
}

const dayWords = ({ day, nth }: ByDay): string =>
	nth === undefined ? DAYS[day] : `the ${placeWords(nth)} ${DAYS[day]}`;
const dateWords = (day: number): string =>
	day === -1 ? 'the last day' : day < 0 ? `the ${placeWords(day)} day` : `day ${day}`;

function placeWords(nth: number): string {
	if (nth === -1) return 'last';
	const place = PLACES[Math.abs(nth) - 1] ?? `${Math.abs(nth)}th`;
	return nth < 0 ? `${place} to last` : place;
}

/** The fewest days that each month has, from January on. */
const SHORTEST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Months and years that have not such a day are left out: no other day is taken in its place. Source: RFC 5545, 3.3.10 */
function skippedWords({ freq, byMonth, byMonthDay, byDay }: Rule, begins: number | undefined): string[] {
	if (freq !== 'MONTHLY' && freq !== 'YEARLY') return [];
	const first = begins === undefined ? undefined : new Date(begins);
	const named = byDay.length > 0 || byMonthDay.length > 0;
	const days = named ? byMonthDay : first ? [first.getUTCDate()] : [];
	// A year without a month of its own has that of its beginning, or with a day of the month each of them.
	const ofYear = named || !first ? ALL_MONTHS : [first.getUTCMonth() + 1];
	const months = byMonth.length > 0 ? byMonth : freq === 'YEARLY' ? ofYear : ALL_MONTHS;
	const longest = Math.max(0, ...days.map(Math.abs));
	const isFifth = byDay.some(({ nth = 0 }) => Math.abs(nth) === 5) && (freq === 'MONTHLY' || byMonth.length > 0);
	if (!isFifth && !months.some((month) => longest > (SHORTEST[month - 1] ?? 31))) return [];
	if (days.length > 1) return ['(in months without one of these days, that one is left out)'];
	const isLeapDay = months.length === 1 && months[0] === 2 && longest === 29;
	return [`(${isLeapDay ? 'years' : 'months'} without such a day are left out)`];
}

const ALL_MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);

function endWords(rule: Rule, zone: string | undefined): string[] {
	if (rule.count !== undefined) return [`, ${rule.count === 1 ? 'once' : `${rule.count} times`}`];
	const end = untilMs(rule, zone);
	return end === Infinity ? [] : [`, until ${isoIn(end, zone ?? 'UTC').slice(0, 10)}`];
}

function joined(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
