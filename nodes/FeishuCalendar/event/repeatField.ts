import type { When } from '../../../feishu/calendar/eventTimes';
import { countAsUntil } from '../../../feishu/calendar/recurrence/occurrences';
import {
	parseRule,
	RuleError,
	untilDay,
	WEEKDAYS,
	writeRule,
	type Rule,
} from '../../../feishu/calendar/recurrence/rule';
import { DAY, wallOf, wallOfDate } from '../../../feishu/zones';
import { fieldGroup } from '../../shared/fields/nested';
import { choiceField, choicesField, filledField, wholeNumberField } from '../../shared/fields/plain';
import { decidedField, variantField } from '../../shared/fields/variants';
import { complaint, mappedField, shownFor, type Reader } from '../../shared/operation/field';
import { writtenField } from './when';

const every = (unit: string) =>
	wholeNumberField({
		displayName: `Every (${unit})`,
		name: 'repeatEvery',
		typeOptions: { minValue: 1, maxValue: 999 },
		default: 1,
		description: `How many ${unit.toLowerCase()} from one to the next`,
	});

const weekdays = choicesField({
	displayName: 'On',
	name: 'repeatWeekdays',
	options: [
		{ name: 'Friday', value: 'FR' },
		{ name: 'Monday', value: 'MO' },
		{ name: 'Saturday', value: 'SA' },
		{ name: 'Sunday', value: 'SU' },
		{ name: 'Thursday', value: 'TH' },
		{ name: 'Tuesday', value: 'TU' },
		{ name: 'Wednesday', value: 'WE' },
	],
	default: [],
	description: 'On which days of the week; that of the start when none is chosen',
});

const monthDay = choiceField({
	displayName: 'On',
	name: 'repeatMonthDay',
	options: [
		{ name: 'Same Day of the Month', value: 'date', description: 'As the 15th; months without that day have none' },
		{ name: 'Same Weekday of the Month', value: 'weekday', description: 'As the second Tuesday' },
		{ name: 'Last Day of the Month', value: 'last' },
		{ name: 'Last Such Weekday of the Month', value: 'lastWeekday', description: 'As the last Friday' },
	],
	default: 'date',
	description: 'Counted from the day of the start',
});

const ends = choiceField({
	displayName: 'Series Ends',
	name: 'repeatEnds',
	options: [
		{ name: 'Never', value: 'never' },
		{ name: 'On a Day', value: 'on' },
		{ name: 'After a Number of Times', value: 'after' },
	],
	default: 'never',
	description: 'When it is the last time; an event with a meeting room needs an end within two years',
});
const lastDay = shownFor(
	writtenField({
		displayName: 'Last Day',
		name: 'repeatUntil',
		required: true,
		placeholder: 'e.g. 2026-12-31',
		description: 'The last day on which it may be',
	}),
	{ repeatEnds: ['on'] },
);
const times = shownFor(
	wholeNumberField({
		displayName: 'Times',
		name: 'repeatTimes',
		typeOptions: { minValue: 1, maxValue: 9999 },
		default: 10,
		description: 'How often it is in all',
	}),
	{ repeatEnds: ['after'] },
);

const END = [ends, lastDay, times] as const;

/** What a rule says beside its end, for an event that begins on this day. */
type Parts = (start: number) => Partial<Rule>;

/** Makes the rule of an event, as the platform takes it. @throws InputError */
export type Repeat = (when: When) => string;

const NONE: Partial<Rule> = {};
const weekdayAt = (wall: number) => WEEKDAYS[(new Date(wall).getUTCDay() + 6) % 7] ?? 'MO';
const dayAt = (wall: number) => new Date(wall).getUTCDate();

const MONTHLY: Readonly<Record<'date' | 'weekday' | 'last' | 'lastWeekday', Parts>> = {
	date: () => NONE,
	weekday: (start) => ({ byDay: [{ day: weekdayAt(start), nth: Math.ceil(dayAt(start) / 7) }] }),
	last: () => ({ byMonthDay: [-1] }),
	lastWeekday: (start) => ({ byDay: [{ day: weekdayAt(start), nth: -1 }] }),
};

function repeated(
	freq: Rule['freq'],
	interval: number,
	parts: Parts,
	{ read, label }: Reader<(typeof END)[number]>,
): Repeat {
	const kind = read(ends);
	const until = kind === 'on' ? read(lastDay) : undefined;
	const count = kind === 'after' ? read(times) : undefined;
	const untilLabel = label(lastDay);
	if (kind === 'on' && !until) throw complaint(untilLabel, 'is empty', 'Enter a date, e.g. 2026-12-31');
	return (when) => {
		const zone = when.allDay ? undefined : when.zone;
		const wall = when.allDay ? wallOfDate(when.start) : wallOf(when.start, when.zone);
		const plain: Rule = {
			freq,
			interval,
			byDay: [],
			byMonthDay: [],
			byMonth: [],
			bySetPos: [],
			weekStart: 'MO',
			...parts(wall),
		};
		if (count !== undefined) return writeRule(countAsUntil({ ...plain, count }, { wall, zone }));
		if (!until) return writeRule(plain);
		const date = until.date(zone ?? 'UTC');
		if (wallOfDate(date) + DAY <= wall) throw complaint(untilLabel, 'is before the start', 'Enter a later day');
		return writeRule({ ...plain, until: untilDay(date, zone) });
	};
}

const daily = fieldGroup('daily', [every('Days'), ...END], (reader) =>
	repeated('DAILY', reader.read(every('Days')), () => NONE, reader),
);
const weekly = fieldGroup('weekly', [every('Weeks'), weekdays, ...END], (reader) => {
	const chosen = reader.read(weekdays);
	const byDay = WEEKDAYS.filter((day) => chosen.includes(day)).map((day) => ({ day }));
	return repeated('WEEKLY', reader.read(every('Weeks')), () => ({ byDay }), reader);
});
const monthly = fieldGroup('monthly', [every('Months'), monthDay, ...END], (reader) =>
	repeated('MONTHLY', reader.read(every('Months')), MONTHLY[reader.read(monthDay)], reader),
);
const yearly = fieldGroup('yearly', [every('Years'), ...END], (reader) =>
	repeated('YEARLY', reader.read(every('Years')), () => NONE, reader),
);

const rule = mappedField(
	filledField({
		displayName: 'Rule',
		name: 'repeatRule',
		required: true,
		placeholder: 'e.g. FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
		description: 'As RFC 5545 has it; a COUNT becomes an UNTIL, because Feishu takes no COUNT',
	}),
	(written, label): Repeat => {
		const parsed = understood(written, label);
		return (when) => {
			const zone = when.allDay ? undefined : when.zone;
			const wall = when.allDay ? wallOfDate(when.start) : wallOf(when.start, when.zone);
			return writeRule(understoodEnd(parsed, label, { wall, zone }));
		};
	},
);

function understood(written: string, label: string): Rule {
	try {
		return parseRule(written);
	} catch (error) {
		return refuse(error, label);
	}
}

function understoodEnd(parsed: Rule, label: string, start: { wall: number; zone?: string }): Rule {
	try {
		return countAsUntil(parsed, start);
	} catch (error) {
		return refuse(error, label);
	}
}

function refuse(error: unknown, label: string): never {
	if (error instanceof RuleError)
		throw complaint(label, error.message, 'Choose one of the other ways to repeat, or mend the rule');
	throw error;
}

const regularly = mappedField(
	variantField(
		choiceField({
			displayName: 'Unit',
			name: 'repeatUnit',
			options: [
				{ name: 'Days', value: 'day' },
				{ name: 'Weeks', value: 'week' },
				{ name: 'Months', value: 'month' },
				{ name: 'Years', value: 'year' },
			],
			default: 'week',
			description: 'In what the time from one to the next is counted',
		}),
		{ day: daily, week: weekly, month: monthly, year: yearly },
	),
	({ value }) => value,
);

const WAYS = { regularly, rule } as const;

const OPTIONS = [
	{ name: 'Regularly', value: 'regularly', description: 'By days, weeks, months or years' },
	{ name: 'By Rule', value: 'rule', description: 'A rule of iCalendar' },
] as const;

/** How a new event repeats; undefined for one that does not. */
export const repeatField = mappedField(
	variantField(
		choiceField({
			displayName: 'Repeats',
			name: 'repeats',
			options: [{ name: 'Never', value: 'never' }, ...OPTIONS],
			default: 'never',
			description: 'Whether it is a series, and how it goes on',
		}),
		{ never: decidedField('never', undefined), ...WAYS },
	),
	({ value }) => value,
);

/** The same for one that is there: `keep` leaves it as it is, undefined ends the series. */
export const changedRepeatField = shownFor(
	mappedField(
		variantField(
			choiceField({
				displayName: 'Repeats',
				name: 'repeatsNow',
				options: [{ name: 'Keep', value: 'keep', description: 'As it is' }, ...OPTIONS],
				default: 'keep',
				description: 'How it goes on from the first of the events that are meant',
			}),
			{ keep: decidedField('keep', undefined), ...WAYS },
		),
		({ value }) => value,
	),
	{ seriesScope: ['all', 'following'] },
);
