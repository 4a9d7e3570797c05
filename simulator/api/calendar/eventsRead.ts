import { reachCalendar } from '../../calendar/access';
import { secondsOf } from '../../calendar/eventTimes';
import { eventsIn } from '../../calendar/events';
import { eventView, instanceView, wholeEventView } from '../../calendar/eventView';
import { occurrencesOf } from '../../calendar/occurrences';
import { refused } from '../../calendar/problem';
import { may, reachEvent } from '../../calendar/rights';
import { syncedTo, syncToken } from '../../calendar/syncTokens';
import { page } from '../../platform/paging';
import { type Field, flag, integer, required, text, withDefault } from '../../platform/validate';
import type { CalendarEvent } from '../../state/calendars';
import type { Store } from '../../state/store';
import { calendarRoute, EVENTS, ID_TYPE, ONE_EVENT, SCOPES } from './calendarRoute';
import { DAY } from '../../calendar/zones';

const VIEW_DAYS = 40;
const MOST_INSTANCES = 1000;
const TWO_YEARS = 2 * 366 * DAY;

/** Seconds, which the gateway itself looks at. */
const moment = (): Field<string | undefined> => ({
	read(value, name, source, violations) {
		const given = text().read(value, name, source, violations);
		if (given === undefined || /^\d{1,11}$/.test(given)) return given;
		violations.push({ field: name, value: given, description: `${name} is not a timestamp in seconds` });
		return undefined;
	},
});

const rangeOf = ({ start_time, end_time }: { start_time: string; end_time: string }) => {
	const range = { from: secondsOf(start_time, 'start_time'), to: secondsOf(end_time, 'end_time') };
	if (range.to <= range.from) throw refused.params('end_time is before start_time');
	return range;
};

const byStart = (one: CalendarEvent, other: CalendarEvent) => one.start - other.start;
/** Far enough for any series. */
const LATER = 100 * 366 * DAY;

/** Begins a page token of changes. */
const SYNC_PAGE = 'changes-';

/** A page of what has changed since a mark, and the mark for the next one. */
function changesSince(
	store: Store,
	all: readonly CalendarEvent[],
	{ mark, read, size }: { mark: string; read: string; size: number },
) {
	const since = syncedTo(store, mark, read);
	const changed = all.filter((event) => event.changed > since).sort((one, other) => one.changed - other.changed);
	const items = changed.slice(0, size);
	const has_more = items.length < changed.length;
	const sync_token = syncToken(store, read, has_more ? items.at(-1)?.changed : undefined);
	if (has_more && store.settings.changesGoOn === 'pageToken')
		return { items, has_more, page_token: `${SYNC_PAGE}${sync_token}` };
	return { items, has_more, page_token: '', sync_token };
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event/list and its neighbors */
export const eventReadRoutes = [
	calendarRoute({
		method: 'GET',
		path: EVENTS,
		scopes: SCOPES.readEvent,
		query: {
			...ID_TYPE,
			page_size: withDefault(integer({ min: 50, max: 1000 }), 500),
			...{ page_token: text(), sync_token: text(), anchor_time: moment(), start_time: moment(), end_time: moment() },
		},
		handle(call) {
			const { platform, by, query } = call;
			const { store } = platform;
			const calendar = reachCalendar(call, 'reader');
			const { page_token: token, sync_token: sync, anchor_time: anchor, start_time: start, end_time: end } = query;
			const looker = { by, calendar, idType: query.user_id_type };
			const all = eventsIn(store, calendar);
			const views = (events: readonly CalendarEvent[]) => events.map((event) => eventView(store, event, looker));
			if ((start || end) && (anchor || sync)) throw refused.params('start_time and end_time stand alone');
			if (sync && (token || anchor)) throw refused.mixed();
			if (start || end) {
				if (!start || !end) throw refused.params('start_time and end_time go together');
				const range = rangeOf({ start_time: start, end_time: end });
				const found = all.filter(
					(event) => event.status !== 'cancelled' && occurrencesOf(store, event, range).length > 0,
				);
				return { data: { has_more: false, page_token: '', items: views(found.slice(0, query.page_size)) } };
			}
			const read = `events ${calendar.calendar_id}`;
			const goneOn = token?.startsWith(SYNC_PAGE) ? token.slice(SYNC_PAGE.length) : undefined;
			const mark = sync ?? goneOn;
			if (mark !== undefined && mark !== '') {
				const { items, ...rest } = changesSince(store, all, { mark, read, size: query.page_size });
				return { data: { ...rest, items: views(items) } };
			}
			const scope = `${read} ${anchor ?? ''}`;
			const from = anchor ? secondsOf(anchor, 'anchor_time') : 0;
			const wanted = all.filter(
				(event) =>
					event.status !== 'cancelled' &&
					occurrencesOf(store, event, { from, to: Math.max(from, event.start) + LATER }).length > 0,
			);
			const { items, has_more, page_token } = page(wanted, {
				...{ size: query.page_size, token, scope, invalidToken: () => refused.params('page_token') },
				uneven: store.settings.pages === 'uneven',
			});
			const rest = has_more ? { page_token } : { page_token: '', sync_token: syncToken(store, read) };
			return { data: { has_more, ...rest, items: views(items) } };
		},
	}),
	calendarRoute({
		method: 'GET',
		path: `${EVENTS}/instance_view`,
		scopes: SCOPES.readEvent,
		query: { ...ID_TYPE, start_time: required(moment()), end_time: required(moment()) },
		handle(call) {
			const { platform, by, query } = call;
			const { store } = platform;
			const calendar = reachCalendar(call, 'reader');
			const range = rangeOf(query);
			if (range.to - range.from >= VIEW_DAYS * DAY) throw refused.range();
			// What was taken out of a series is there, as cancelled.
			const all = eventsIn(store, calendar)
				.filter((event) => event.status !== 'cancelled' || event.recurring_event_id !== '')
				.flatMap((event) => occurrencesOf(store, event, range))
				.sort(byStart);
			if (all.length > MOST_INSTANCES) throw refused.instances();
			const looker = { by, calendar, idType: query.user_id_type };
			const items = all.map((event) => {
				const { recurrence: _series, reminders: _own, create_time: _time, ...view } = eventView(store, event, looker);
				return view;
			});
			return { data: { items } };
		},
	}),
	calendarRoute({
		method: 'GET',
		path: ONE_EVENT,
		scopes: SCOPES.readEvent,
		query: {
			...ID_TYPE,
			need_meeting_settings: flag(),
			need_attendee: flag(),
			max_attendee_num: withDefault(integer({ min: 1, max: 100 }), 10),
		},
		handle(call) {
			const { query } = call;
			const reached = reachEvent(call, query.user_id_type);
			if (query.need_attendee && !may(call, reached, 'can_see_others')) throw refused.listAttendees();
			const event = wholeEventView(call.platform.store, reached.event, reached, {
				attendees: query.need_attendee ? query.max_attendee_num : 0,
				settings: query.need_meeting_settings,
			});
			return { data: { event } };
		},
	}),
	calendarRoute({
		method: 'GET',
		path: `${ONE_EVENT}/instances`,
		scopes: SCOPES.readEvent,
		query: {
			start_time: required(moment()),
			end_time: required(moment()),
			page_size: withDefault(integer({ min: 10, max: 500 }), 50),
			page_token: text(),
		},
		handle(call) {
			const { platform, query } = call;
			const { store } = platform;
			const reached = reachEvent(call);
			const range = rangeOf(query);
			if (range.to - range.from > TWO_YEARS) throw refused.params('the time range is longer than two years');
			const { event } = reached;
			if (event.recurrence === '') throw refused.params('the event does not recur');
			const all = [event, ...store.calendars.exceptionsOf(event.event_id)]
				.flatMap((each) => occurrencesOf(store, each, range))
				.sort(byStart);
			const { items, has_more, page_token } = page(all, {
				...{ size: query.page_size, token: query.page_token, scope: `instances ${event.event_id}` },
				invalidToken: () => refused.params('page_token'),
				uneven: store.settings.pages === 'uneven',
			});
			const views = items.map((each) => instanceView(store, each, reached));
			return { data: { items: views, has_more, page_token: page_token ?? '' } };
		},
	}),
	/** By the API Explorer; no page tells of it. */
	calendarRoute({
		method: 'POST',
		path: `${ONE_EVENT}/share_info`,
		scopes: SCOPES.readEvent,
		handle(call) {
			const { event } = reachEvent(call);
			const link = new URL('https://applink.feishu.cn/client/calendar/event/share');
			link.searchParams.set('token', Buffer.from(event.event_id).toString('base64url'));
			return { data: { share_link: link.href } };
		},
	}),
];
