import {
	addCalendar,
	calendarOf,
	calendarView,
	primaryOf,
	reachCalendar,
	requireBot,
	roleOn,
} from '../../calendar/access';
import { refused } from '../../calendar/problem';
import { syncedTo, syncToken } from '../../calendar/syncTokens';
import { pushCalendarChange } from '../../events/calendarEvents';
import { page } from '../../platform/paging';
import { integer, oneOf, required, text, texts, withDefault } from '../../platform/validate';
import type { Call } from '../../gateway/route';
import { type Calendar, CALENDAR_PERMISSIONS } from '../../state/calendars';
import { type Operator, openIdOf } from '../../state/operator';
import type { Store } from '../../state/store';
import { personNamed } from './people';
import { CALENDARS, calendarRoute, ID_TYPE, ONE_CALENDAR, SCOPES } from './calendarRoute';

const MOST_ASKED = 10;
const FIELDS = {
	summary: text({ max: 255 }),
	description: text({ max: 255 }),
	permissions: oneOf(CALENDAR_PERMISSIONS),
	color: integer(),
	summary_alias: text({ max: 255 }),
};

/** Those in somebody's list: their own, and what they follow. */
function listOf(store: Store, by: Operator): Calendar[] {
	const openId = openIdOf(by);
	primaryOf(store, openId);
	const follows = store.calendars.follows(openId);
	return [...store.calendars.all.values()].filter(
		(calendar) => calendar.owner === openId || follows.has(calendar.calendar_id),
	);
}

/** What is set for the caller alone, and what holds for everybody. */
function change(
	call: Call,
	calendar: Calendar,
	fields: Call<object, Partial<Calendar> & { color?: number; summary_alias?: string }>['body'],
) {
	const { store } = call.platform;
	const { color, summary_alias, ...shared } = fields;
	const given = Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== undefined));
	Object.assign(calendar, given, { changed: store.calendars.nextChange() });
	const look = store.calendars.lookOf(openIdOf(call.by), calendar.calendar_id);
	if (color !== undefined) look.color = color;
	if (summary_alias !== undefined) look.summary_alias = summary_alias;
	pushCalendarChange(call.platform, calendar);
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/list and its neighbors */
export const calendarListRoutes = [
	calendarRoute({
		method: 'GET',
		path: CALENDARS,
		scopes: [...SCOPES.readCalendar, 'calendar:calendar.calendar:readonly'],
		query: { page_size: withDefault(integer({ min: 50, max: 1000 }), 500), page_token: text(), sync_token: text() },
		handle({ platform: { store }, by, query }) {
			requireBot(by);
			const { page_token: token, sync_token: sync } = query;
			if (token && sync) throw refused.mixed();
			const scope = `calendars ${openIdOf(by)}`;
			const since = sync ? syncedTo(store, sync, scope) : -1;
			const all = listOf(store, by).filter((calendar) => calendar.changed > since && (sync || !calendar.is_deleted));
			const { items, has_more, page_token } = page(all, {
				...{ size: query.page_size, token, scope, invalidToken: () => refused.params('page_token') },
				uneven: store.settings.pages === 'uneven',
			});
			const rest = has_more ? { page_token } : { page_token: '', sync_token: syncToken(store, scope) };
			return { data: { has_more, ...rest, calendar_list: items.map((each) => calendarView(store, each, by)) } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: CALENDARS,
		scopes: SCOPES.createCalendar,
		body: FIELDS,
		handle(call) {
			const { platform, by, body } = call;
			requireBot(by);
			const calendar = addCalendar(platform.store, { owner: openIdOf(by) });
			change(call, calendar, body);
			return { data: { calendar: calendarView(platform.store, calendar, by) } };
		},
	}),
	calendarRoute({
		method: 'GET',
		path: ONE_CALENDAR,
		scopes: SCOPES.readCalendar,
		handle: (call) => ({
			data: calendarView(call.platform.store, reachCalendar(call, 'free_busy_reader'), call.by),
		}),
	}),
	calendarRoute({
		method: 'PATCH',
		path: ONE_CALENDAR,
		scopes: SCOPES.updateCalendar,
		body: FIELDS,
		handle(call) {
			const { platform, by, body } = call;
			const { store } = platform;
			const calendar = calendarOf(store, by, call.params.calendar_id ?? '');
			const { summary, description, permissions } = body;
			const shared = [summary, description, permissions].some((each) => each !== undefined);
			const role = roleOn(store, calendar, by);
			if (shared && role !== 'owner') throw refused.role();
			if (summary === '') throw refused.params('summary');
			if (role !== 'owner' && !listOf(store, by).includes(calendar)) throw refused.notFollower();
			change(call, calendar, body);
			return { data: { calendar: calendarView(store, calendar, by) } };
		},
	}),
	calendarRoute({
		method: 'DELETE',
		path: ONE_CALENDAR,
		scopes: SCOPES.deleteCalendar,
		handle(call) {
			const { store } = call.platform;
			const calendar = reachCalendar(call, 'owner');
			if (calendar.type !== 'shared') throw refused.calendarType();
			calendar.is_deleted = true;
			calendar.changed = store.calendars.nextChange();
			for (const event of store.calendars.events.values())
				if (event.calendar_id === calendar.calendar_id) event.status = 'cancelled';
			pushCalendarChange(call.platform, calendar);
			return { data: {} };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: `${CALENDARS}/mget`,
		scopes: SCOPES.readCalendarOnly,
		body: { calendar_ids: required(texts({ min: 1 })) },
		handle({ platform: { store }, by, body }) {
			if (body.calendar_ids.length > MOST_ASKED) throw refused.manyCalendars();
			requireBot(by);
			const found = body.calendar_ids.flatMap((id) => store.calendars.all.get(id) ?? []);
			const seen = found.filter((calendar) => !calendar.is_deleted && roleOn(store, calendar, by));
			return { data: { calendars: seen.map((calendar) => calendarView(store, calendar, by)) } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: `${CALENDARS}/primary`,
		scopes: SCOPES.readCalendarOnly,
		query: ID_TYPE,
		handle({ platform: { store }, by, query }) {
			requireBot(by);
			const calendar = calendarView(store, primaryOf(store, openIdOf(by)), by);
			const user_id = store.directory.idFor(by.app, openIdOf(by), query.user_id_type);
			return { data: { calendars: [{ calendar, user_id }] } };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: `${CALENDARS}/primarys`,
		scopes: SCOPES.readCalendarOnly,
		query: ID_TYPE,
		body: { user_ids: required(texts({ min: 1 })) },
		handle({ platform: { store }, by, query, body }) {
			requireBot(by);
			if (body.user_ids.length > MOST_ASKED) throw refused.freebusyUsers();
			const calendars = body.user_ids.map((id) => {
				const { open_id } = personNamed(store, by.app, query.user_id_type, id);
				return { calendar: calendarView(store, primaryOf(store, open_id), by), user_id: id };
			});
			return { data: { calendars } };
		},
	}),
];
