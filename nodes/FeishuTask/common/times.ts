import { dayIn, taskTime, type TaskTime } from '../../../feishu/task/taskTime';
import { DAY, dateOnly, instantOf } from '../../../feishu/zones';
import { flagField, momentField, numberField, plainField, type Words } from '../../shared/fields/plain';
import { parseMoment } from '../../shared/fields/values';
import { complaint, mappedField, type Field } from '../../shared/operation/field';

/** A time as filled in. */
export interface GivenTime {
	/** Milliseconds; of a date that has no time the midnight of the workflow's zone. */
	moment: number;
	/** Midnight in UTC, where a date was written without a time. */
	date?: number;
	label: string;
}

/** A moment, or a date without a time; undefined when empty. Without an offset it is in the workflow's time zone. */
export function timeField<const N extends string>(words: Words<N>): Field<GivenTime | undefined, N> {
	return plainField({ ...words, type: 'dateTime', default: '' }, (value, label, panel) => {
		const date = typeof value === 'string' ? dateOnly(value) : undefined;
		const moment = parseMoment(label, value, panel.timeZone);
		if (moment === undefined) return undefined;
		if (moment < 0) throw complaint(label, 'is before 1970', 'Feishu keeps no earlier times');
		return { moment, label, ...(date !== undefined && { date }) };
	});
}

/** Minutes before a due time, which the platform takes as whole ones. @throws InputError about those after it */
export function minutesField<const N extends string>(words: Words<N> & { default: number }): Field<number, N> {
	const field = mappedField(numberField(words), (minutes, label) => {
		if (minutes >= 0) return Math.floor(minutes);
		throw complaint(
			label,
			'must be a number of 0 or more',
			'Feishu reminds before the due time: 0 is that time itself',
		);
	});
	return { ...field, properties: field.properties.map((one) => ({ ...one, typeOptions: { minValue: 0 } })) };
}

/** The last moment that counts: a date alone is its end in the workflow's time zone. Milliseconds; undefined when empty. */
export function untilField<const N extends string>(words: Words<N>): Field<number | undefined, N> {
	return plainField({ ...words, type: 'dateTime', default: '' }, (value, label, { timeZone }) => {
		const date = typeof value === 'string' ? dateOnly(value) : undefined;
		return date === undefined ? parseMoment(label, value, timeZone) : instantOf(date + DAY, timeZone) - 1;
	});
}

export const dueAfter = momentField({
	displayName: 'Due After',
	name: 'dueAfter',
	description: 'Only tasks that are due at this moment or later; a date alone, such as 2026-01-31, is its beginning',
});

export const dueBefore = untilField({
	displayName: 'Due Before',
	name: 'dueBefore',
	description: 'Only tasks that are due at this moment or earlier; a date alone, such as 2026-01-31, is its end',
});

export const start = timeField({
	displayName: 'Start',
	name: 'start',
	description: 'When work on it begins; a date alone, such as 2026-01-31, is a whole day',
});

export const allDay = flagField({
	displayName: 'All Day',
	name: 'allDay',
	default: true,
	description:
		'Whether Start and Due are dates without a time, which are the same in every time zone; a date alone always is one',
});

/**
 * Start and due in the words of the endpoints. Both are dates, or both have a time: what `allDay` says; else dates where
 * what is given has no time.
 * @throws InputError where one has a time and the other none, or the start is after the due time
 */
export function taskTimes(
	given: { start?: GivenTime; due?: GivenTime },
	isAllDay: boolean | undefined,
	timeZone: string,
): { start?: TaskTime; due?: TaskTime } {
	const all = [given.start, given.due].filter((one) => one !== undefined);
	const dates = all.filter(({ date }) => date !== undefined);
	if (isAllDay === undefined && dates.length === 1 && all.length === 2)
		throw complaint(
			dates[0]?.label ?? '',
			'is a date without a time, and the other one has a time',
			'Give both a time, or none; or set All Day',
		);
	const whole = isAllDay ?? (dates.length > 0 && dates.length === all.length);
	const timeOf = ({ moment, date }: GivenTime) => (whole ? (date ?? dayIn(moment, timeZone)) : moment);
	if (given.start && given.due && timeOf(given.start) > timeOf(given.due))
		throw complaint(given.start.label, `is after '${given.due.label}'`, 'Exchange them');
	return {
		...(given.start && { start: taskTime(timeOf(given.start), whole) }),
		...(given.due && { due: taskTime(timeOf(given.due), whole) }),
	};
}
