import type { FastifyInstance } from 'fastify';
import { primaryOf } from '../calendar/access';
import { answer, answerOf, newAttendee } from '../calendar/attendees';
import { DEFAULT_ZONE, dayStart, dayText } from '../calendar/eventTimes';
import { addEvent, eventsIn, findEvent, toChange, touch } from '../calendar/events';
import { occurrencesOf } from '../calendar/occurrences';
import { settleAllRooms } from '../calendar/rooms';
import { DAY, momentOf, shownAt, written } from '../calendar/zones';
import { pushEventChange } from '../events/calendarEvents';
import type { Platform } from '../gateway/platform';
import { PlatformError } from '../platform/envelope';
import { type Answer, ANSWERS, type Attendee, type CalendarEvent } from '../state/calendars';
import type { Store } from '../state/store';
import { adminError } from './errors';

const DAYS = 7;

/** Refusals of the platform in the words of this API. */
function said<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof PlatformError) throw adminError(400, error.msg);
		throw error;
	}
}

function nameOf(store: Store, { type, named }: Pick<Attendee, 'type' | 'named'>): string {
	if (type === 'chat') return store.im.chats.get(named)?.name ?? named;
	if (type === 'resource') return store.calendars.rooms.all.get(named)?.name ?? named;
	return store.contact.users.get(named)?.name ?? store.apps.byBot(named)?.name ?? named;
}

/** The Monday of the week of a day, as days are counted in UTC. */
function mondayOf(store: Store, day: string | undefined): number {
	const today = shownAt(Math.floor(store.clock.now() / 1000), DEFAULT_ZONE);
	const asked = day === undefined ? Math.floor(today / DAY) * DAY : dayStart(day);
	if (asked === undefined) throw adminError(400, 'The week is no day such as 2026-03-02');
	return asked - ((asked / DAY + 3) % DAYS) * DAY;
}

function eventView(store: Store, event: CalendarEvent, self: string): object {
	const calendar = store.calendars.all.get(event.calendar_id);
	return {
		event_id: event.event_id,
		summary: event.summary,
		description: event.description,
		all_day: event.allDay,
		start: event.allDay ? dayText(event.start) : written(event.start, DEFAULT_ZONE),
		// Of whole days the last one.
		end: event.allDay ? dayText(event.end - DAY) : written(event.end, DEFAULT_ZONE),
		recurring: event.original > 0,
		calendar: calendar?.summary ?? '',
		organizer: nameOf(store, { type: 'user', named: calendar?.owner ?? event.creator }),
		answer: answerOf(store, event, self) ?? null,
		attendees: event.attendees.map((attendee) => ({
			type: attendee.type,
			name: nameOf(store, attendee),
			answer: attendee.rsvp_status,
		})),
	};
}

interface NewEventBody {
	open_id: string;
	summary: string;
	/** Seconds. */
	start: number;
	end: number;
	/** open_ids of people. */
	attendees?: string[];
}

/** What people do in their calendars, and the week of one of them. */
export function calendarAdminRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const personOf = (openId: string | undefined) => {
		const user = openId === undefined ? [...store.contact.users.values()][0] : store.contact.users.get(openId);
		if (!user) throw adminError(404, 'There is no such person');
		return user.open_id;
	};

	server.get<{ Querystring: { open_id?: string; week?: string } }>('/_sim/calendar', ({ query }) => {
		const self = personOf(query.open_id);
		const monday = mondayOf(store, query.week);
		settleAllRooms(store);
		const own = primaryOf(store, self);
		const followed = [...store.calendars.follows(self)].flatMap((id) => store.calendars.all.get(id) ?? []);
		const events = new Set([own, ...followed].flatMap((calendar) => eventsIn(store, calendar)));
		// Days begin where the company is, and whole days are days of UTC.
		const range = { from: momentOf(monday, DEFAULT_ZONE), to: momentOf(monday + DAYS * DAY, DEFAULT_ZONE) };
		const days = { from: monday, to: monday + DAYS * DAY };
		const shown = [...events]
			.filter(({ status }) => status !== 'cancelled')
			.flatMap((event) => occurrencesOf(store, event, event.allDay ? days : range))
			.sort((one, other) => Number(other.allDay) - Number(one.allDay) || one.start - other.start);
		return {
			people: [...store.contact.users.values()].map(({ open_id, name }) => ({ open_id, name })),
			open_id: self,
			days: Array.from({ length: DAYS }, (_, day) => dayText(monday + day * DAY)),
			events: shown.map((event) => eventView(store, event, self)),
			rooms: [...store.calendars.rooms.all.values()].map(({ room_id, name, capacity }) => ({
				room_id,
				name,
				capacity,
			})),
		};
	});

	server.post<{ Body: NewEventBody }>('/_sim/calendar/events', ({ body }) => {
		const self = personOf(body.open_id);
		const { summary, start, end, attendees = [] } = body;
		if (!(Number.isInteger(start) && Number.isInteger(end) && start <= end))
			throw adminError(400, 'The event ends before it begins');
		const { calendar_id } = primaryOf(store, self);
		const span = { allDay: false, start, end, timezone: DEFAULT_ZONE };
		const event = addEvent(store, { ...span, calendar_id, creator: self, summary });
		const others = attendees.map((id) => newAttendee(store, { type: 'user', named: personOf(id) }));
		const organizer = { type: 'user', named: self, rsvp_status: 'accept', is_organizer: true } as const;
		if (others.length > 0) event.attendees.push(newAttendee(store, organizer), ...others);
		pushEventChange(platform, event, { change_type: 'create' });
		return { event_id: event.event_id };
	});

	server.post<{ Params: { event_id: string }; Body: { open_id: string; rsvp_status: Answer } }>(
		'/_sim/calendar/events/:event_id/reply',
		({ params, body }) => {
			const self = personOf(body.open_id);
			const { rsvp_status: status } = body;
			if (!ANSWERS.includes(status)) throw adminError(400, `An answer is one of ${ANSWERS.join(', ')}`);
			const event = said(() => toChange(store, findEvent(store, primaryOf(store, self), params.event_id)));
			if (!answer(store, event, self, status)) throw adminError(400, 'Nobody has invited them');
			touch(store, event);
			pushEventChange(platform, event, { change_type: 'rsvp', answers: [[self, status]] });
			return {};
		},
	);
}
