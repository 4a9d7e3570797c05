import { calendarOf, reachCalendar, roleOn } from '../../calendar/access';
import { type GivenTime, dayStart, secondsOf } from '../../calendar/eventTimes';
import { eventsIn, seesInside } from '../../calendar/events';
import { eventView } from '../../calendar/eventView';
import { timeViews } from '../../calendar/eventTimes';
import { occurrencesOf, type Range } from '../../calendar/occurrences';
import { peopleOf } from '../../calendar/attendees';
import { refused } from '../../calendar/problem';
import { DAY, written } from '../../calendar/zones';
import type { UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { integer, nested, required, text, texts, withDefault } from '../../platform/validate';
import type { Call } from '../../gateway/route';
import type { Calendar, CalendarEvent } from '../../state/calendars';
import type { Store } from '../../state/store';
import { personNamed } from './people';
import { calendarRoute, EVENTS, ID_TYPE, SCOPES } from './calendarRoute';

const WEEK = 7 * DAY;
const MONTH = 31 * DAY;
const TIME = nested({ date: text(), timestamp: text(), timezone: text() });

interface Wanted {
	words: string;
	range: Range;
	users: string[];
	chats: readonly string[];
	rooms: readonly string[];
}

function attends(store: Store, { attendees }: CalendarEvent, { users, chats, rooms }: Wanted): boolean {
	const people = attendees.flatMap((attendee) => peopleOf(store, attendee));
	const named = attendees.map(({ named: id }) => id);
	return users.every((id) => people.includes(id)) && [...chats, ...rooms].every((id) => named.includes(id));
}

/** Titles with `_` are found by the whole of them alone. */
function matches({ summary }: CalendarEvent, words: string): boolean {
	if (words === '') return true;
	return summary.includes('_') ? summary === words : summary.toLowerCase().includes(words.toLowerCase());
}

const find = ({ platform: { store }, by }: Pick<Call, 'platform' | 'by'>, calendar: Calendar, wanted: Wanted) =>
	eventsIn(store, calendar).filter(
		(event) =>
			event.status !== 'cancelled' &&
			matches(event, wanted.words) &&
			attends(store, event, wanted) &&
			seesInside(store, event, by, ['writer', 'owner'].includes(roleOn(store, calendar, by) ?? '')) &&
			occurrencesOf(store, event, wanted.range).length > 0,
	);

const idsOf = (
	{ platform: { store }, app }: Pick<Call, 'platform' | 'app'>,
	idType: UserIdType,
	ids: readonly string[] = [],
) => ids.map((id) => personNamed(store, app, idType, id).open_id);

function moment({ date = '', timestamp = '' }: GivenTime, name: string): number {
	const at = date === '' ? secondsOf(timestamp, name) : dayStart(date);
	if (at === undefined) throw refused.params(name);
	return at;
}

function rfc3339(given: string | undefined, fallback: number): number {
	const at = given === undefined ? fallback : Date.parse(given) / 1000;
	if (Number.isNaN(at)) throw refused.params('time_range');
	return at;
}

function foundView(store: Store, event: CalendarEvent, view: Record<string, unknown>, calendarId: string): object {
	const time = (at: number, day: unknown) =>
		event.allDay ? day : { date_time: written(at, event.timezone), timezone: event.timezone };
	const { start_time, end_time } = timeViews(store, event);
	const meta_data = {
		event_id: event.event_id,
		calendar_id: calendarId,
		summary: event.summary,
		start: time(event.start, start_time),
		end: time(event.end, end_time),
		is_all_day: event.allDay,
		app_link: view.app_link,
	};
	return { display_info: event.summary, meta_data };
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event/search */
export const eventSearchRoutes = [
	calendarRoute({
		method: 'POST',
		path: `${EVENTS}/search`,
		scopes: SCOPES.readEvent,
		query: { ...ID_TYPE, page_size: withDefault(integer({ min: 10, max: 100 }), 20), page_token: text() },
		body: {
			query: required(text({ max: 200 }), { allowEmpty: true }),
			filter: nested({ start_time: TIME, end_time: TIME, user_ids: texts(), room_ids: texts(), chat_ids: texts() }),
		},
		handle(call) {
			const { platform, query, body } = call;
			const { store } = platform;
			const calendar = reachCalendar(call, 'reader');
			const { start_time, end_time, user_ids, chat_ids: chats = [], room_ids: rooms = [] } = body.filter ?? {};
			const now = Math.floor(store.clock.now() / 1000);
			const range = {
				from: start_time ? moment(start_time, 'start_time') : now - MONTH,
				to: end_time ? moment(end_time, 'end_time') : now + MONTH,
			};
			const users = idsOf(call, query.user_id_type, user_ids);
			const found = find(call, calendar, { words: body.query, range, users, chats, rooms });
			const { items, page_token } = page(found, {
				...{ size: query.page_size, token: query.page_token, scope: JSON.stringify(body) },
				invalidToken: () => refused.params('page_token'),
			});
			const looker = { by: call.by, calendar, idType: query.user_id_type };
			const views = items.map((event) => eventView(store, event, looker));
			return { data: { items: views, page_token: page_token ?? '' } };
		},
	}),
	/** By the API Explorer and the official command line; no page tells of it. */
	calendarRoute({
		method: 'POST',
		path: `${EVENTS}/search_event`,
		scopes: SCOPES.readEvent,
		query: { ...ID_TYPE, page_size: withDefault(integer({ min: 1, max: 30 }), 20), page_token: text() },
		body: {
			query: required(text({ max: 200 }), { allowEmpty: true }),
			filter: nested({
				time_range: nested({ start_time: text(), end_time: text() }),
				...{ attendee_user_ids: texts(), attendee_chat_ids: texts(), meeting_room_ids: texts(), calendar_ids: texts() },
			}),
		},
		handle(call) {
			const { platform, by, query, body } = call;
			const { store } = platform;
			const own = reachCalendar(call, 'reader');
			const { time_range: times = {}, attendee_chat_ids: chats = [], meeting_room_ids: rooms = [] } = body.filter ?? {};
			const now = Math.floor(store.clock.now() / 1000);
			const { start_time, end_time } = times as { start_time?: string; end_time?: string };
			const range = { from: rfc3339(start_time, now - WEEK), to: rfc3339(end_time, now + WEEK) };
			const users = idsOf(call, query.user_id_type, body.filter?.attendee_user_ids);
			const ids = body.filter?.calendar_ids ?? [];
			const calendars = ids.length === 0 ? [own] : ids.map((id) => calendarOf(store, by, id));
			const found = calendars.flatMap((calendar) =>
				find(call, calendar, { words: body.query, range, users, chats, rooms }).map((event) => ({ event, calendar })),
			);
			const { items, has_more, page_token } = page(found, {
				...{ size: query.page_size, token: query.page_token, scope: JSON.stringify(body) },
				invalidToken: () => refused.params('page_token'),
			});
			const views = items.map(({ event, calendar }) => {
				const view = eventView(store, event, { by, calendar, idType: query.user_id_type });
				return foundView(store, event, view, calendar.calendar_id);
			});
			return { data: { items: views, has_more, page_token: page_token ?? '' } };
		},
	}),
];
