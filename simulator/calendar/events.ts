import { newId } from '../platform/ids';
import type { Calendar, CalendarEvent, Span } from '../state/calendars';
import { type Operator, openIdOf } from '../state/operator';
import type { Store } from '../state/store';
import { answerOf } from './attendees';
import { occurrenceAt, occursAt, uidOf } from './occurrences';
import { refused } from './problem';

export type NewEvent = Span & { calendar_id: string; creator: string } & Partial<Omit<CalendarEvent, keyof Span>>;

export function addEvent(store: Store, request: NewEvent): CalendarEvent {
	const event: CalendarEvent = {
		event_id: `${newId.calendarEvent()}_0`,
		summary: '',
		description: '',
		recurrence: '',
		recurring_event_id: '',
		original: 0,
		status: 'confirmed',
		visibility: 'default',
		attendee_ability: 'none',
		free_busy_status: 'busy',
		color: -1,
		reminders: [],
		parts: {},
		attendees: [],
		own: new Map(),
		created: Math.floor(store.clock.now() / 1000),
		...request,
		changed: store.calendars.nextChange(),
	};
	store.calendars.events.set(event.event_id, event);
	return event;
}

/** Whether an event stands in a calendar: of its organizer, or that of somebody who is invited. */
const isIn = (store: Store, event: CalendarEvent, { calendar_id, type, owner }: Calendar): boolean =>
	event.calendar_id === calendar_id || (type === 'primary' && answerOf(store, event, owner) !== undefined);

export const eventsIn = (store: Store, calendar: Calendar): CalendarEvent[] =>
	[...store.calendars.events.values()].filter((event) => isIn(store, event, calendar));

export interface Found {
	event: CalendarEvent;
	/** Of an occurrence that is no event of its own yet. */
	series?: CalendarEvent;
}

function lookUp(store: Store, eventId: string): Found | undefined {
	const event = store.calendars.events.get(eventId);
	if (event) return { event };
	const series = store.calendars.events.get(`${uidOf(eventId)}_0`);
	const begins = Number(eventId.slice(eventId.lastIndexOf('_') + 1));
	if (!series || series.recurrence === '' || series.status === 'cancelled' || !occursAt(series, begins))
		return undefined;
	return { event: occurrenceAt(series, begins), series };
}

/** An event of a calendar by its id. */
export function findEvent(store: Store, calendar: Calendar, eventId: string): Found {
	if (!/^.+_\d+$/.test(eventId)) throw refused.eventId();
	const found = lookUp(store, eventId);
	if (!found || !isIn(store, found.event, calendar)) throw refused.event();
	if (found.event.status === 'cancelled') throw refused.eventDeleted();
	return found;
}

/** The event itself, for a change: an occurrence becomes an exception of its series. */
export function toChange(store: Store, { event, series }: Found): CalendarEvent {
	if (!series) return event;
	if (store.settings.occurrenceIds === 'unknown') throw refused.event();
	const exception: CalendarEvent = {
		...event,
		recurring_event_id: series.event_id,
		parts: { ...series.parts },
		attendees: series.attendees.map((attendee) => ({ ...attendee, answers: new Map(attendee.answers) })),
		own: new Map(series.own),
	};
	store.calendars.events.set(exception.event_id, exception);
	return exception;
}

export function touch(store: Store, event: CalendarEvent): void {
	event.changed = store.calendars.nextChange();
	store.changed();
}

/** Whether the caller sees what it is about; of a private event only those who take part, and who may write. */
export const seesInside = (store: Store, event: CalendarEvent, by: Operator, mayWrite: boolean): boolean =>
	event.visibility !== 'private' || mayWrite || answerOf(store, event, openIdOf(by)) !== undefined;
