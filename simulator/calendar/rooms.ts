import { newId } from '../platform/ids';
import type { Room, RoomLevel } from '../state/rooms';
import type { Attendee, CalendarEvent } from '../state/calendars';
import type { Store } from '../state/store';
import { occurrencesOf, type Range } from './occurrences';
import { DAY } from './zones';

const ANSWERS_AFTER_MS = 5_000;
const TWO_YEARS = 2 * 366 * DAY;
/** A series in a room ends within two years; more of it is not looked at. */
const LOOKED_AT = TWO_YEARS + 1;

export function addLevel(store: Store, fields: Pick<RoomLevel, 'name' | 'parent_id'> & Partial<RoomLevel>): RoomLevel {
	const level = { room_level_id: newId.roomLevel(), custom_group_id: '', ...fields };
	store.calendars.rooms.levels.set(level.room_level_id, level);
	store.changed();
	return level;
}

export function addRoom(store: Store, fields: Pick<Room, 'name' | 'capacity' | 'room_level_id'> & Partial<Room>): Room {
	const room: Room = {
		...{ room_id: newId.room(), description: '', display_id: '', custom_room_id: '', devices: [] },
		...{ status: true, schedule_status: true, approval: false },
		...fields,
	};
	store.calendars.rooms.all.set(room.room_id, room);
	store.changed();
	return room;
}

const invitation = ({ attendees }: CalendarEvent, roomId: string): Attendee | undefined =>
	attendees.find(({ type, named }) => type === 'resource' && named === roomId);

/** When a room is taken, in a range: by what it has accepted. */
export function bookings(store: Store, roomId: string, range: Range, except?: CalendarEvent): CalendarEvent[] {
	return [...store.calendars.events.values()]
		.filter((event) => event !== except && event.status === 'confirmed')
		.filter((event) => invitation(event, roomId)?.rsvp_status === 'accept')
		.flatMap((event) => occurrencesOf(store, event, range));
}

const overlap = (one: Range, { start, end }: CalendarEvent) => start < one.to && end > one.from;

/** Whether nothing else is in a room then. */
export const isFree = (store: Store, roomId: string, range: Range, except?: CalendarEvent): boolean =>
	!bookings(store, roomId, range, except).some((booking) => overlap(range, booking));

/** What a room says to an event: nothing may be in it meanwhile, and no series goes on for more than two years. */
function verdict(store: Store, event: CalendarEvent, roomId: string): 'accept' | 'decline' {
	const room = store.calendars.rooms.all.get(roomId);
	if (!room?.status || !room.schedule_status) return 'decline';
	const all = occurrencesOf(store, event, { from: event.start, to: event.start + 2 * LOOKED_AT });
	if (all.some(({ start }) => start > event.start + TWO_YEARS)) return 'decline';
	const free = all.every(({ start, end }) => isFree(store, roomId, { from: start, to: end }, event));
	return free ? 'accept' : 'decline';
}

/** Rooms answer a while after they were invited, seen or not. `seen` counts the look. */
export function settleRooms(store: Store, event: CalendarEvent, seen = false): void {
	for (const attendee of event.attendees) {
		if (attendee.type !== 'resource' || attendee.rsvp_status !== 'needs_action') continue;
		// Somebody has to agree, and the page says who.
		if (store.calendars.rooms.all.get(attendee.named)?.approval) continue;
		const due = store.clock.now() - attendee.since >= ANSWERS_AFTER_MS;
		if (due || attendee.reads <= 0) attendee.rsvp_status = verdict(store, event, attendee.named);
		else if (seen) attendee.reads -= 1;
	}
}

/** An event at another time: its rooms are asked anew. */
export function askRoomsAgain(store: Store, event: CalendarEvent): void {
	for (const attendee of event.attendees)
		if (attendee.type === 'resource')
			Object.assign(attendee, {
				rsvp_status: 'needs_action',
				reads: store.settings.roomAnswerReads,
				since: store.clock.now(),
			});
}

/** All rooms as they stand by now. */
export function settleAllRooms(store: Store): void {
	for (const event of store.calendars.events.values()) settleRooms(store, event);
}
