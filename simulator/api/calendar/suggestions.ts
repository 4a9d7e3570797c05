import { requireBot } from '../../calendar/access';
import { DEFAULT_ZONE } from '../../calendar/eventTimes';
import { personBusy } from '../../calendar/freeBusy';
import type { Range } from '../../calendar/occurrences';
import { refused } from '../../calendar/problem';
import { beginnings, isRule } from '../../calendar/recurrence';
import { isFree, settleAllRooms } from '../../calendar/rooms';
import { DAY, isZone, shownAt, written } from '../../calendar/zones';
import type { Call } from '../../gateway/route';
import { integer, objects, text, texts } from '../../platform/validate';
import type { Room } from '../../state/rooms';
import type { Store } from '../../state/store';
import { personNamed } from './people';
import { calendarRoute, SCOPES } from './calendarRoute';
import { rangeAsked } from './freeBusy';

const HALF_HOUR = 1800;
const MOST_SUGGESTED = 5;
/** Working hours of the zone. */
const [OPENS, CLOSES] = [9 * 3600, 18 * 3600];
/** Of a series, that is how far is looked. */
const LOOKED_AT = 366 * DAY;

const PROBLEM = { format: () => refused.params('time'), range: () => refused.params('time range') };
const PEOPLE = { attendee_user_ids: texts(), attendee_chat_ids: texts(), event_rrule: text(), timezone: text() };

/** Open-ids of the people and of those in the groups. */
function peopleAsked(
	{ platform: { store }, app }: Pick<Call, 'platform' | 'app'>,
	users: readonly string[] = [],
	chats: readonly string[] = [],
) {
	const own = users.map((id) => personNamed(store, app, 'open_id', id).open_id);
	return [...new Set([...own, ...chats.flatMap((id) => store.im.chats.get(id)?.members ?? [])])];
}

function zoneOf(zone = ''): string {
	if (zone !== '' && !isZone(zone)) throw refused.params('timezone');
	return zone === '' ? DEFAULT_ZONE : zone;
}

/** All times that an event takes, in case it recurs. */
function timesOf({ from, to }: Range, rule: string | undefined, timezone: string): Range[] {
	if (!rule) return [{ from, to }];
	if (!isRule(rule)) throw refused.params('event_rrule');
	const span = { allDay: false, start: from, end: to, timezone, recurrence: rule };
	return beginnings(span, { from, to: from + LOOKED_AT }).map((begins) => ({ from: begins, to: begins + (to - from) }));
}

function roomMatches(store: Store, room: Room, asked: Record<string, unknown>): boolean {
	const path = store.calendars.rooms.pathOf(room.room_level_id).map(({ name }) => name);
	const isWithin = (value: unknown) =>
		typeof value !== 'string' || value === '' || path.some((name) => name.includes(value));
	const names = typeof asked.room_name === 'string' && asked.room_name !== '' ? asked.room_name.split(',') : [];
	const least = Number(asked.min_capacity ?? 0);
	const most = Number(asked.max_capacity ?? 0) || Infinity;
	return (
		[asked.city, asked.building, asked.floor].every(isWithin) &&
		(names.length === 0 || names.some((name) => room.name.includes(name))) &&
		room.capacity >= least &&
		room.capacity <= most
	);
}

/** No page tells of them; the official command line asks them. */
export const suggestionRoutes = [
	calendarRoute({
		method: 'POST',
		path: '/open-apis/calendar/v4/freebusy/suggestion',
		scopes: SCOPES.freeBusyOnly,
		body: {
			...PEOPLE,
			...{ search_start_time: text(), search_end_time: text(), duration_minutes: integer({ min: 1, max: 1440 }) },
			excluded_event_times: objects({ event_start_time: text(), event_end_time: text() }),
		},
		handle(call) {
			const { platform, by, body } = call;
			const { store } = platform;
			requireBot(by);
			const zone = zoneOf(body.timezone);
			const range = rangeAsked(body.search_start_time ?? '', body.search_end_time ?? '', PROBLEM);
			const seconds = (body.duration_minutes ?? 30) * 60;
			const people = peopleAsked(call, body.attendee_user_ids, body.attendee_chat_ids);
			const excluded = (body.excluded_event_times ?? []).map(
				({ event_start_time: from = '', event_end_time: to = '' }) => rangeAsked(from, to, PROBLEM),
			);
			const busy = [...people.flatMap((id) => personBusy(store, id, range).filter((each) => each.busy)), ...excluded];
			const found: object[] = [];
			for (let from = Math.ceil(range.from / HALF_HOUR) * HALF_HOUR; from + seconds <= range.to; from += HALF_HOUR) {
				const clock = shownAt(from, zone) % DAY;
				const to = from + seconds;
				const fits =
					clock >= OPENS && clock + seconds <= CLOSES && !busy.some((each) => each.from < to && each.to > from);
				if (!fits) continue;
				const reason = 'Everybody is free';
				found.push({
					event_start_time: written(from, zone),
					event_end_time: written(to, zone),
					recommend_reason: reason,
				});
				if (found.length === MOST_SUGGESTED) break;
			}
			const ai_action_guidance =
				found.length > 0 ? 'Let the person choose one of these times.' : 'No time suits everybody.';
			return { data: { suggestions: found, ai_action_guidance } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: '/open-apis/calendar/v4/freebusy/room_find',
		scopes: SCOPES.freeBusyOnly,
		body: {
			...PEOPLE,
			...{
				city: text(),
				building: text(),
				floor: text(),
				room_name: text(),
				min_capacity: integer(),
				max_capacity: integer(),
			},
			...{ event_start_time: text(), event_end_time: text() },
		},
		handle({ platform: { store }, by, body }) {
			requireBot(by);
			const zone = zoneOf(body.timezone);
			const range = rangeAsked(body.event_start_time ?? '', body.event_end_time ?? '', PROBLEM);
			const times = timesOf(range, body.event_rrule, zone);
			settleAllRooms(store);
			const free = [...store.calendars.rooms.all.values()]
				.filter((room) => room.status && room.schedule_status && roomMatches(store, room, body))
				.filter(({ room_id: id }) => times.every((time) => isFree(store, id, time)));
			const available_rooms = free.map(({ room_id, name, capacity }) => ({
				...{ room_id, room_name: name, capacity },
				reserve_until_time: written(range.from + LOOKED_AT, zone),
			}));
			return { data: available_rooms.length > 0 ? { available_rooms } : {} };
		},
	}),
];
