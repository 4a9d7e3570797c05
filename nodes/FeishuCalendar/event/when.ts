import type { When } from '../../../feishu/calendar/eventTimes';
import { dateOf, dateOnly, HOUR, wallOf, wallOfDate } from '../../../feishu/zones';
import { plainField, type Words } from '../../shared/fields/plain';
import { parseMoment } from '../../shared/fields/values';
import { complaint, mappedField, type Field } from '../../shared/operation/field';

/** A date and time as it was entered: what it means depends on the zone, and on whether whole days are meant. */
export class Written {
	constructor(
		private readonly value: unknown,
		readonly label: string,
	) {}

	/** Whether it is a date without a time, which makes an event of whole days. */
	get isDate(): boolean {
		return typeof this.value === 'string' && dateOnly(this.value) !== undefined;
	}

	/** In ms since 1970; without an offset on the clock of the zone. @throws InputError */
	moment(zone: string): number {
		const ms = parseMoment(this.label, this.value, zone);
		if (ms === undefined) throw complaint(this.label, 'is empty', 'Enter a date, e.g. 2026-12-01T09:00:00');
		return ms;
	}

	/** The day as it is written; of a moment with an offset, the day on the clock of the zone. @throws InputError */
	date(zone: string): string {
		return dateOf(this.isDate ? this.moment('UTC') : wallOf(this.moment(zone), zone));
	}
}

/** A date and time, or a date; undefined when empty. */
export function writtenField<const N extends string>(words: Words<N>): Field<Written | undefined, N> {
	return plainField({ ...words, type: 'dateTime', default: '' }, (value, label) =>
		value === undefined || value === null || String(value).trim() === '' ? undefined : new Written(value, label),
	);
}

/** The same, which must be entered. */
export function someWrittenField<const N extends string>(words: Words<N>): Field<Written, N> {
	return mappedField(writtenField({ ...words, required: true }), (written, label) => {
		if (written) return written;
		throw complaint(label, 'is empty', 'Enter a date, e.g. 2026-12-01T09:00:00');
	});
}

/** What was said about when something is; the rest is taken from what is there. */
export interface Times {
	start?: Written;
	end?: Written;
	allDay?: boolean;
}

/** Of an event that has no end. */
const USUAL_MS = HOUR;

/**
 * When an event is to be. Without an end it takes an hour, or the one day.
 * @param zone of times that are written without an offset, and of the event's clock
 * @throws InputError about an end that is not after the start, and a date beside a moment
 */
export function whenWritten({ start, end, allDay = false }: Times & { start: Written }, zone: string): When {
	if (allDay || (start.isDate && (end?.isDate ?? true))) {
		const first = start.date(zone);
		const last = end?.date(zone) ?? first;
		if (last < first) throw complaint(end?.label ?? start.label, `is before '${start.label}'`, 'Enter the last day');
		return { allDay: true, start: first, end: last };
	}
	for (const [one, other] of [[start, end] as const, [end, start] as const])
		if (one?.isDate && other)
			throw complaint(
				one.label,
				`has no time, and '${other.label}' has one`,
				'Enter times for both, or dates for both',
			);
	const from = start.moment(zone);
	const until = end?.moment(zone) ?? from + USUAL_MS;
	if (end && until <= from) throw complaint(end.label, `must be later than '${start.label}'`);
	return { allDay: false, start: from, end: until, zone };
}

/**
 * When an event is to be that is there: the platform takes both times or none, so what is not given is what it was. A
 * start alone moves the event, which takes as long as before.
 * @param zone that was chosen; else the event keeps its clock
 * @returns undefined where nothing about its time is changed
 */
export function whenChanged(
	before: When | undefined,
	{ start, end, allDay }: Times,
	zone: string | undefined,
	usualZone: string,
): When | undefined {
	if (!start && !end && allDay === undefined && zone === undefined) return undefined;
	const clock = zone ?? (before?.allDay === false ? before.zone : usualZone);
	if (!before) {
		if (start) return whenWritten({ start, end, allDay }, clock);
		throw complaint(end?.label ?? 'Start', 'needs a Start beside it, because the event says no time');
	}
	const whole = allDay ?? (start || end ? [start, end].every((one) => one?.isDate ?? true) : before.allDay);
	return whole ? wholeDays(before, { start, end }, clock) : momentsOf(before, { start, end }, clock);
}

function wholeDays(before: When, { start, end }: Times, zone: string): When {
	const was = before.allDay
		? before
		: { start: dateOf(wallOf(before.start, zone)), end: dateOf(wallOf(before.end - 1, zone)) };
	const first = start?.date(zone) ?? was.start;
	const last = end?.date(zone) ?? dateOf(wallOfDate(first) + wallOfDate(was.end) - wallOfDate(was.start));
	if (last < first) throw complaint((end ?? start)?.label ?? 'End', 'leaves the end before the start');
	return { allDay: true, start: first, end: last };
}

function momentsOf(before: When, { start, end }: Times, zone: string): When {
	if (before.allDay && !start) throw complaint(end?.label ?? 'All Day', "needs a 'Start' with a time beside it");
	const from = start?.moment(zone) ?? (before.allDay ? 0 : before.start);
	const until = end?.moment(zone) ?? from + (before.allDay ? USUAL_MS : before.end - before.start);
	if (until <= from) throw complaint((end ?? start)?.label ?? 'End', 'leaves the end no later than the start');
	return { allDay: false, start: from, end: until, zone };
}

/** What is wrong with the end of a range that comes before its beginning, which is now where nothing is entered. */
export const tooEarly = (isFromEntered: boolean, from: string): [what: string, advice?: string] =>
	isFromEntered
		? [`must be later than '${from}'`]
		: [`is in the past, and the range begins now because '${from}' is empty`, `Fill in '${from}' as well`];
