import type { UserIdType } from '../platform/ids';
import type { Calendar, CalendarEvent } from '../state/calendars';
import { type Operator, openIdOf } from '../state/operator';
import type { Store } from '../state/store';
import { nameFor, roleOn } from './access';
import { answerOf, attendeeView } from './attendees';
import { timeViews } from './eventTimes';
import { seesInside } from './events';
import { uidOf } from './occurrences';
import { settleRooms } from './rooms';

const MAY_WRITE = ['writer', 'owner'];

export interface Looker {
	by: Operator;
	calendar: Calendar;
	idType: UserIdType;
}

const linkOf = ({ event_id, original, start, calendar_id }: CalendarEvent) => {
	const query = new URLSearchParams({
		calendarId: calendar_id,
		key: uidOf(event_id),
		originalTime: String(original),
		startTime: String(start),
	});
	return `https://applink.feishu.cn/client/calendar/event/detail?${query.toString()}`;
};

function organizer(store: Store, event: CalendarEvent, { by, idType }: Looker): object {
	const calendar = store.calendars.all.get(event.calendar_id);
	const openId = calendar?.owner ?? event.creator;
	const isPerson = store.contact.users.has(openId);
	return {
		...(isPerson && { user_id: store.directory.idFor(by.app, openId, idType) }),
		display_name: nameFor(store, by.app, openId),
	};
}

/** Those of the one whose calendar it is; of an app that of the event. */
const ownOf = (event: CalendarEvent, { by }: Looker) => event.own.get(openIdOf(by)) ?? {};

const withPrefix = (store: Store, rule: string) =>
	rule !== '' && store.settings.recurrencePrefix === 'present' ? `RRULE:${rule}` : rule;

/** An event in the words of the platform, as the caller sees it in a calendar. */
export function eventView(store: Store, event: CalendarEvent, looker: Looker): Record<string, unknown> {
	const { by, calendar } = looker;
	const own = ownOf(event, looker);
	const inside = seesInside(store, event, by, MAY_WRITE.includes(roleOn(store, calendar, by) ?? ''));
	const { meeting_settings: _hidden, ...vchat } = (event.parts.vchat ?? {}) as Record<string, unknown>;
	return {
		event_id: event.event_id,
		organizer_calendar_id: event.calendar_id,
		summary: inside ? event.summary : '',
		description: inside ? event.description : '',
		...timeViews(store, event),
		...(inside && event.parts),
		...(inside && event.parts.vchat !== undefined && { vchat }),
		visibility: own.visibility ?? event.visibility,
		attendee_ability: event.attendee_ability,
		free_busy_status: own.free_busy_status ?? event.free_busy_status,
		color: own.color ?? event.color,
		reminders: own.reminders ?? event.reminders,
		recurrence: withPrefix(store, event.recurrence),
		status: event.status,
		is_exception: event.recurring_event_id !== '',
		...(event.recurring_event_id !== '' && { recurring_event_id: event.recurring_event_id }),
		create_time: String(event.created),
		event_organizer: organizer(store, event, looker),
		app_link: linkOf(event),
		self_rsvp_status: answerOf(store, event, calendar.owner) ?? 'accept',
	};
}

/** With what is asked for beside it: attendees, and how its meeting is set. */
export function wholeEventView(
	store: Store,
	event: CalendarEvent,
	looker: Looker,
	{ attendees = 0, settings = false }: { attendees?: number; settings?: boolean },
): Record<string, unknown> {
	settleRooms(store, event, attendees > 0);
	const view = eventView(store, event, looker);
	return {
		...view,
		...(settings && view.vchat !== undefined && { vchat: event.parts.vchat }),
		...(attendees > 0 && {
			attendees: event.attendees.slice(0, attendees).map((each) => attendeeView(store, looker.by, each, looker)),
			has_more_attendee: event.attendees.length > attendees,
		}),
	};
}

const INSTANCE = [
	'event_id',
	'summary',
	'description',
	'start_time',
	'end_time',
	'status',
	'is_exception',
	'app_link',
	'location',
];

/** One occurrence in the list of those of a series. */
export function instanceView(store: Store, event: CalendarEvent, looker: Looker): object {
	const view = eventView(store, event, looker);
	return Object.fromEntries(INSTANCE.filter((name) => view[name] !== undefined).map((name) => [name, view[name]]));
}
