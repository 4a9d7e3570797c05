import type { CalendarEvent } from '../state/calendars';
import type { Store } from '../state/store';
import { beginnings } from './recurrence';

/** Seconds. */
export interface Range {
	from: number;
	to: number;
}

export const uidOf = (eventId: string): string => eventId.slice(0, eventId.lastIndexOf('_'));

/** An occurrence of a series that nothing sets apart: the series at another time, under an id of its own. */
export const occurrenceAt = (series: CalendarEvent, begins: number): CalendarEvent => ({
	...series,
	event_id: `${uidOf(series.event_id)}_${begins}`,
	recurrence: '',
	original: begins,
	start: begins,
	end: begins + (series.end - series.start),
});

const overlaps = ({ start, end }: CalendarEvent, { from, to }: Range) => start < to && (end > from || start >= from);

/** When an event happens, one by one: a series without the occurrences that were changed or taken out, which stand for themselves. */
export function occurrencesOf(store: Store, event: CalendarEvent, range: Range): CalendarEvent[] {
	if (event.recurrence === '') return overlaps(event, range) ? [event] : [];
	if (event.status === 'cancelled') return [];
	const apart = new Set(store.calendars.exceptionsOf(event.event_id).map(({ original }) => original));
	return beginnings(event, range)
		.filter((begins) => !apart.has(begins))
		.map((begins) => occurrenceAt(event, begins));
}

/** Whether a series has an occurrence then. */
export const occursAt = (event: CalendarEvent, begins: number): boolean =>
	beginnings(event, { from: begins, to: begins + 1 }).includes(begins);
