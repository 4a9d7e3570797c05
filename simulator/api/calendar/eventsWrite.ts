import { reachCalendar } from '../../calendar/access';
import { answer, answerOf } from '../../calendar/attendees';
import { checkEvent, EVENT_FIELDS, type GivenEvent, spanGiven, writeEvent } from '../../calendar/eventFields';
import { addEvent, toChange, touch } from '../../calendar/events';
import { wholeEventView } from '../../calendar/eventView';
import { refused } from '../../calendar/problem';
import { reachEvent, requireChange } from '../../calendar/rights';
import { askRoomsAgain } from '../../calendar/rooms';
import { pushEventChange } from '../../events/calendarEvents';
import { nested, oneOf, required, text } from '../../platform/validate';
import { openIdOf } from '../../state/operator';
import type { Store } from '../../state/store';
import { calendarRoute, EVENTS, ID_TYPE, ONE_EVENT, SCOPES } from './calendarRoute';

const KEY = { min: 32, max: 128 };
const TIME = nested({ date: text(), timestamp: text(), timezone: text() });

const isOfPerson = (store: Store, openId: string) => store.contact.users.has(openId);
const namesOf = (given: GivenEvent) =>
	Object.entries(given).flatMap(([name, value]) => (value === undefined || name === 'need_notification' ? [] : [name]));

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event/create and its neighbors */
export const eventWriteRoutes = [
	calendarRoute({
		method: 'POST',
		path: EVENTS,
		scopes: SCOPES.createEvent,
		query: { ...ID_TYPE, idempotency_key: text() },
		body: { ...EVENT_FIELDS, start_time: required(TIME), end_time: required(TIME) },
		handle(call) {
			const { platform, by, query, body } = call;
			const { store } = platform;
			const calendar = reachCalendar(call, 'writer');
			const { idempotency_key: key = '', user_id_type: idType } = query;
			if (key !== '' && (key.length < KEY.min || key.length > KEY.max)) throw refused.params('idempotency_key');
			const kept = `${by.app.app_id} ${calendar.calendar_id} ${key}`;
			const made = key === '' ? undefined : store.calendars.events.get(store.calendars.keys.get(kept) ?? '');
			const looker = { by, calendar, idType };
			if (made) return { data: { event: wholeEventView(store, made, looker, { settings: true }) } };
			checkEvent(store, body, isOfPerson(store, calendar.owner));
			const span = spanGiven(body);
			if (!span) throw refused.params('start_time and end_time');
			const event = addEvent(store, { ...span, calendar_id: calendar.calendar_id, creator: openIdOf(by) });
			writeEvent(store, event, body, by, true);
			if (key !== '') store.calendars.keys.set(kept, event.event_id);
			pushEventChange(platform, event, { change_type: 'create' });
			return { data: { event: wholeEventView(store, event, looker, { settings: true }) } };
		},
	}),
	calendarRoute({
		method: 'PATCH',
		path: ONE_EVENT,
		scopes: SCOPES.updateEvent,
		query: ID_TYPE,
		body: EVENT_FIELDS,
		handle(call) {
			const { platform, by, query, body } = call;
			const { store } = platform;
			const reached = reachEvent(call, query.user_id_type, 'writer');
			requireChange(call, reached, namesOf(body));
			if (body.vchat?.meeting_settings?.password !== undefined && !reached.organizes) throw refused.ownPassword();
			if (body.vchat?.meeting_settings?.assign_hosts?.length && !reached.organizes) throw refused.host();
			checkEvent(store, body, isOfPerson(store, reached.calendar.owner));
			const span = spanGiven(body);
			if (reached.event.recurring_event_id !== '' && body.recurrence)
				throw refused.params('recurrence of an exception');
			const event = toChange(store, reached);
			writeEvent(store, event, body, by, false);
			if (span || body.recurrence !== undefined) askRoomsAgain(store, event);
			touch(store, event);
			pushEventChange(platform, event, { change_type: 'update' });
			return { data: { event: wholeEventView(store, event, reached, { settings: true }) } };
		},
	}),
	calendarRoute({
		method: 'DELETE',
		path: ONE_EVENT,
		scopes: SCOPES.deleteEvent,
		query: { need_notification: oneOf(['true', 'false']) },
		handle(call) {
			const { platform } = call;
			const reached = reachEvent(call, 'open_id', 'writer');
			if (!reached.organizes) throw refused.operation();
			// Exceptions of a series stay where they are.
			const event = toChange(platform.store, reached);
			event.status = 'cancelled';
			touch(platform.store, event);
			pushEventChange(platform, event, { change_type: 'delete' });
			return { data: {} };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: `${ONE_EVENT}/reply`,
		scopes: SCOPES.reply,
		body: { rsvp_status: required(oneOf(['accept', 'decline', 'tentative'])) },
		handle(call) {
			const { platform, body } = call;
			const { store } = platform;
			const reached = reachEvent(call, 'open_id', 'writer');
			const who = reached.calendar.owner;
			if (answerOf(store, reached.event, who) === undefined) throw refused.attendee();
			const event = toChange(store, reached);
			answer(store, event, who, body.rsvp_status);
			touch(store, event);
			pushEventChange(platform, event, { change_type: 'rsvp', answers: [[who, body.rsvp_status]] });
			return { data: {} };
		},
	}),
];
