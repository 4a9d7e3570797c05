import { aclId, addCalendar, primaryOf } from '../calendar/access';
import { newAttendee } from '../calendar/attendees';
import { DEFAULT_ZONE } from '../calendar/eventTimes';
import { addEvent } from '../calendar/events';
import { addLevel, addRoom } from '../calendar/rooms';
import { DAY, momentOf, shownAt } from '../calendar/zones';
import type { App } from '../state/apps';
import type { Answer, CalendarEvent } from '../state/calendars';
import type { Room } from '../state/rooms';
import type { Store } from '../state/store';
import { byLogin } from './contact';

const ROOMS: ReadonlyArray<{ floor: string } & Partial<Room> & Pick<Room, 'name' | 'capacity'>> = [
	{ floor: 'F2', name: '长城 Great Wall', capacity: 12, devices: ['Screen', 'Whiteboard'] },
	{ floor: 'F2', name: '黄河 Yellow River', capacity: 6, devices: ['Screen'] },
	{ floor: 'F3', name: '泰山 Mount Tai', capacity: 20, approval: true, description: 'Somebody has to agree' },
	{ floor: 'F3', name: '西湖 West Lake', capacity: 4, status: false, description: 'Being painted' },
];

interface Seeded {
	summary: string;
	/** Days from Monday, and hours of the day. */
	day: number;
	hour: number;
	hours: number;
	/** Whole days in place of hours. */
	allDay?: boolean;
	recurrence?: string;
	people?: ReadonlyArray<readonly [login: string, answer: Answer]>;
	room?: number;
	description?: string;
}

/** What the first person has in their week. */
const WEEK: readonly Seeded[] = [
	{
		...{ summary: '站会 Stand-up', day: 0, hour: 9.5, hours: 0.25, recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
		people: [
			['lisi', 'accept'],
			['alice', 'accept'],
			['wangxiaoming', 'needs_action'],
		],
	},
	{
		...{ summary: '评审 Design review', day: 1, hour: 14, hours: 1.5, room: 0, description: 'The new dashboard' },
		people: [
			['zhaomin', 'tentative'],
			['chenjing', 'accept'],
			['bob', 'decline'],
		],
	},
	{ summary: '客户拜访 Customer visit', day: 3, hour: 10, hours: 2, room: 1, people: [['carol', 'needs_action']] },
	{ summary: '休假 Day off', day: 4, hour: 0, hours: 0, allDay: true },
];
const TEAM: readonly Seeded[] = [
	{ summary: '发布 Release', day: 2, hour: 16, hours: 1, people: [['lisi', 'accept']] },
	{ summary: '团建 Team day', day: 3, hour: 0, hours: 0, allDay: true },
];

/** The midnight with which this week began, in seconds as clocks show it. */
function monday(store: Store): number {
	const shown = shownAt(Math.floor(store.clock.now() / 1000), DEFAULT_ZONE);
	const day = Math.floor(shown / DAY);
	return (day - ((day + 3) % 7)) * DAY;
}

function seedRooms(store: Store): Room[] {
	const city = addLevel(store, { name: '上海 Shanghai', parent_id: '' });
	const building = addLevel(store, { name: '飞书大厦 Feishu Tower', parent_id: city.room_level_id });
	const floors = new Map(
		['F2', 'F3'].map((name) => [name, addLevel(store, { name, parent_id: building.room_level_id }).room_level_id]),
	);
	return ROOMS.map(({ floor, ...room }) => addRoom(store, { ...room, room_level_id: floors.get(floor) ?? '' }));
}

function seedEvent(
	store: Store,
	place: { calendar_id: string; owner: string; rooms: readonly Room[] },
	{ day, hour, hours, allDay = false, people = [], room, ...fields }: Seeded,
): CalendarEvent {
	const midnight = monday(store) + day * DAY;
	const begins = momentOf(midnight + hour * 3600, DEFAULT_ZONE);
	const span = allDay
		? { allDay, start: midnight, end: midnight + DAY, timezone: 'UTC' }
		: { allDay, start: begins, end: begins + hours * 3600, timezone: DEFAULT_ZONE };
	const event = addEvent(store, { ...fields, ...span, calendar_id: place.calendar_id, creator: place.owner });
	const invited = people.map(([login, rsvp_status]) =>
		newAttendee(store, { type: 'user', named: byLogin(store, login).open_id, rsvp_status }),
	);
	if (invited.length > 0)
		invited.unshift(
			newAttendee(store, { type: 'user', named: place.owner, rsvp_status: 'accept', is_organizer: true }),
		);
	const booked = room === undefined ? undefined : place.rooms[room];
	if (booked) invited.push(newAttendee(store, { type: 'resource', named: booked.room_id, rsvp_status: 'accept' }));
	event.attendees = invited;
	return event;
}

/** Meeting rooms on two floors, a person's events of this week, and a calendar of the team in which the app may write. */
export function seedCalendar(store: Store, app: App): void {
	const rooms = seedRooms(store);
	const { open_id: owner } = byLogin(store, 'zhangsan');
	const own = primaryOf(store, owner);
	for (const each of WEEK) seedEvent(store, { calendar_id: own.calendar_id, owner, rooms }, each);
	const team = addCalendar(store, { summary: '团队日历 Team', permissions: 'public', owner });
	team.acls.push({ acl_id: aclId(), role: 'writer', user: app.bot_open_id });
	for (const openId of [app.bot_open_id, ...['lisi', 'alice'].map((login) => byLogin(store, login).open_id)])
		store.calendars.follows(openId).add(team.calendar_id);
	for (const each of TEAM) seedEvent(store, { calendar_id: team.calendar_id, owner, rooms }, each);
}
