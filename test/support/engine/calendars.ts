/** Calendars of the app, with events and rooms, for tests. */
import { addCalendar, primaryOf } from '../../../simulator/calendar/access';
import { newAttendee } from '../../../simulator/calendar/attendees';
import { addEvent, type NewEvent } from '../../../simulator/calendar/events';
import { addLevel, addRoom } from '../../../simulator/calendar/rooms';
import type { Attendee, AttendeeType, Calendar, CalendarEvent } from '../../../simulator/state/calendars';
import type { Room } from '../../../simulator/state/rooms';
import { bot } from './ownBase';
import type { Platform } from './platform';

/** Seconds since 1970. */
export const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** A shared calendar that the app has made. */
export const ownCalendar = (p: Platform, summary = 'Team'): Calendar =>
	addCalendar(p.store, { owner: bot(p), summary });

/** An event of an hour in the app's first calendar. @param fields others than usual */
export function ownEvent(p: Platform, fields: Partial<NewEvent> = {}): CalendarEvent {
	const start = fields.start ?? seconds('2026-12-01T09:00:00+08:00');
	return addEvent(p.store, {
		...{ calendar_id: primaryOf(p.store, bot(p)).calendar_id, creator: bot(p), summary: 'Review' },
		...{ allDay: false, start, end: start + 3600, timezone: 'Asia/Shanghai' },
		...fields,
	});
}

/** Invites somebody by hand. @param named an open_id, a chat_id, a room_id or an address */
export function invited(
	p: Platform,
	event: CalendarEvent,
	type: AttendeeType,
	named: string,
	fields: Partial<Attendee> = {},
): CalendarEvent {
	event.attendees.push(newAttendee(p.store, { type, named, ...fields }));
	return event;
}

/** A meeting room on a floor of its own. */
export function ownRoom(p: Platform, fields: Partial<Room> = {}): Room {
	const { room_level_id } = addLevel(p.store, { name: 'F1', parent_id: '' });
	return addRoom(p.store, { name: 'Room', capacity: 8, room_level_id, ...fields });
}

/** Rows of the field Attendees. */
export const invite = {
	person: (...ids: string[]) => ({ person: ids.map((value) => ({ person: { __rl: true, mode: 'id', value } })) }),
	room: (...ids: string[]) => ({ room: ids.map((value) => ({ room: { __rl: true, mode: 'id', value } })) }),
	several: (list: string) => ({ several: [{ list }] }),
	chat: (value: string) => ({ chat: [{ chat: { __rl: true, mode: 'id', value } }] }),
	guests: (emails: string) => ({ guests: [{ emails }] }),
};
