import { dateOf, instantOf, wallOfDate } from '../../zones';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A weekday; with a number the so-manieth of its month or year, from the end where that is negative. */
export interface ByDay {
	day: Weekday;
	nth?: number;
}

/** A rule of RFC 5545, as far as calendars of people use it: what it says about hours is that of the first occurrence. */
export interface Rule {
	freq: Frequency;
	interval: number;
	byDay: readonly ByDay[];
	byMonthDay: readonly number[];
	byMonth: readonly number[];
	bySetPos: readonly number[];
	weekStart: Weekday;
	count?: number;
	/** As it is written: a date, or a moment in UTC. */
	until?: string;
}

/** When a series begins: the wall time of its first occurrence, and the zone of that clock; none for whole days. */
export interface SeriesStart {
	wall: number;
	zone?: string;
}

/** Why a rule can't be used, in words. */
export class RuleError extends Error {}

/** Most characters. Source: …/calendar-event/create */
const MAX_RULE = 2000;

/** What a rule may say, and how that looks. */
const FORMS: Readonly<Record<string, RegExp>> = {
	FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
	INTERVAL: /^[1-9]\d{0,3}$/,
	COUNT: /^[1-9]\d{0,4}$/,
	UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
	BYDAY: /^(?:[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU))(?:,[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU))*$/,
	BYMONTHDAY: /^-?\d{1,2}(?:,-?\d{1,2})*$/,
	BYMONTH: /^\d{1,2}(?:,\d{1,2})*$/,
	BYSETPOS: /^-?\d{1,3}(?:,-?\d{1,3})*$/,
	WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
};

/**
 * Reads `FREQ=WEEKLY;BYDAY=MO`, with or without `RRULE:` before it.
 * @throws RuleError about what is none, and about parts that are not understood here
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export function parseRule(written: string): Rule {
	const bare = written
		.trim()
		.replace(/^RRULE:/i, '')
		.toUpperCase();
	if (bare.length > MAX_RULE) throw new RuleError(`is longer than ${MAX_RULE} characters`);
	if (/[\r\n]/.test(bare))
		throw new RuleError('has several lines, of which Feishu takes one: the rule alone, without EXDATE or RDATE');
	const parts = new Map<string, string>();
	for (const part of bare.split(';').filter((one) => one !== '')) {
		const [name = '', value = ''] = part.split('=');
		const form = FORMS[name];
		if (!form) throw new RuleError(`has a part that can't be used: ${part.slice(0, 40)}`);
		if (!form.test(value)) throw new RuleError(`has a part of a form that can't be used: ${part.slice(0, 40)}`);
		if (parts.has(name)) throw new RuleError(`says ${name} twice`);
		parts.set(name, value);
	}
	if (!parts.has('FREQ')) throw new RuleError('does not say FREQ');
	if (parts.has('COUNT') && parts.has('UNTIL'))
		throw new RuleError('says COUNT and UNTIL, of which one excludes the other');
	const numbers = (name: string) => (parts.get(name)?.split(',') ?? []).map(Number);
	const count = parts.get('COUNT');
	return {
		freq: parts.get('FREQ') as Frequency,
		interval: Number(parts.get('INTERVAL') ?? 1),
		byDay: (parts.get('BYDAY')?.split(',') ?? []).map(dayOf),
		byMonthDay: numbers('BYMONTHDAY'),
		byMonth: numbers('BYMONTH'),
		bySetPos: numbers('BYSETPOS'),
		weekStart: (parts.get('WKST') ?? 'MO') as Weekday,
		...(count !== undefined && { count: Number(count) }),
		...(parts.has('UNTIL') && { until: parts.get('UNTIL') }),
	};
}

function dayOf(written: string): ByDay {
	const day = written.slice(-2) as Weekday;
	const nth = Number(written.slice(0, -2));
	return nth === 0 ? { day } : { day, nth };
}

/** The rule as the platform takes it, without `RRULE:`. */
export function writeRule(rule: Rule): string {
	const list = (name: string, values: ReadonlyArray<string | number>) =>
		values.length > 0 ? [`${name}=${values.join(',')}`] : [];
	return [
		`FREQ=${rule.freq}`,
		...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
		...list('BYMONTH', rule.byMonth),
		...list('BYMONTHDAY', rule.byMonthDay),
		...list(
			'BYDAY',
			rule.byDay.map(({ day, nth }) => `${nth ?? ''}${day}`),
		),
		...list('BYSETPOS', rule.bySetPos),
		...(rule.weekStart === 'MO' ? [] : [`WKST=${rule.weekStart}`]),
		...(rule.count === undefined ? [] : [`COUNT=${rule.count}`]),
		...(rule.until === undefined ? [] : [`UNTIL=${rule.until}`]),
	].join(';');
}

const digits = (iso: string): string => iso.replace(/[-:]/g, '');

/** The end of a series as a rule says it: of whole days a date, else a moment in UTC, whatever the zone of the event. @param wall of the last occurrence */
export function untilWall(wall: number, zone: string | undefined): string {
	if (zone === undefined) return digits(dateOf(wall));
	return `${digits(new Date(instantOf(wall, zone)).toISOString().slice(0, 19))}Z`;
}

/** The end of a series whose last day is given, on the clock of the zone. */
export const untilDay = (date: string, zone: string | undefined): string =>
	untilWall(zone === undefined ? wallOfDate(date) : wallOfDate(date) + 86_399_000, zone);

/** The moment up to which a rule goes, in ms; Infinity where it has no end. A date counts to its end on the clock of the zone, as does a time without `Z`. */
export function untilMs(rule: Rule, zone: string | undefined): number {
	const { until } = rule;
	if (until === undefined) return Infinity;
	const date = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
	const time = until.slice(9, 15) || '235959';
	const wall = Date.parse(`${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}Z`);
	return until.endsWith('Z') || zone === undefined ? wall : instantOf(wall, zone);
}
