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

/** A rule in words, as `Every 2 weeks on Monday and Friday, until 2026-12-31`. @param zone in which its end is a day; none for whole days */
export function ruleWords(rule: Rule, zone?: string): string {
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

function endWords(rule: Rule, zone: string | undefined): string[] {
	if (rule.count !== undefined) return [`, ${rule.count === 1 ? 'once' : `${rule.count} times`}`];
	const end = untilMs(rule, zone);
	return end === Infinity ? [] : [`, until ${isoIn(end, zone ?? 'UTC').slice(0, 10)}`];
}

function joined(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
