import { dayStart } from '../../calendar/eventTimes';
import { refused } from '../../calendar/problem';
import { isZone } from '../../calendar/zones';
import { newId } from '../../platform/ids';
import { required, text } from '../../platform/validate';
import { personNamed } from './people';
import { calendarRoute, ID_TYPE } from './calendarRoute';

const TIMEOFFS = '/open-apis/calendar/v4/timeoff_events';

/** A day or seconds. */
const momentOf = (given: string): number => dayStart(given) ?? (/^\d{1,11}$/.test(given) ? Number(given) : Number.NaN);

/** Of apps alone. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/timeoff_event/create */
export const timeoffRoutes = [
	calendarRoute({
		method: 'POST',
		path: TIMEOFFS,
		tokens: ['tenant'],
		scopes: ['calendar:timeoff', 'calendar:time_off:create'],
		query: ID_TYPE,
		body: {
			...{ user_id: required(text()), timezone: required(text()), title: text(), description: text() },
			...{ start_time: required(text()), end_time: required(text()) },
		},
		handle({ platform: { store }, app, query, body }) {
			const { user_id, timezone, start_time, end_time, title = '', description = '' } = body;
			const user = personNamed(store, app, query.user_id_type, user_id).open_id;
			if (!isZone(timezone)) throw refused.params('timezone');
			if (!(momentOf(start_time) <= momentOf(end_time))) throw refused.params('start_time and end_time');
			const timeoff_event_id = `timeoff:${newId.calendarEvent()}`;
			const told = { timezone, start_time, end_time, title, description };
			store.calendars.timeoffs.set(timeoff_event_id, { timeoff_event_id, app_id: app.app_id, user, ...told });
			store.changed();
			return { data: { timeoff_event_id, user_id, ...told } };
		},
	}),
	calendarRoute({
		method: 'DELETE',
		path: `${TIMEOFFS}/:timeoff_event_id`,
		tokens: ['tenant'],
		scopes: ['calendar:timeoff', 'calendar:time_off:delete'],
		handle({ platform: { store }, app, params }) {
			const { timeoff_event_id: id = '' } = params;
			const found = store.calendars.timeoffs.get(id);
			if (!found) throw refused.params('timeoff_event_id');
			if (found.app_id !== app.app_id) throw refused.timeoff();
			store.calendars.timeoffs.delete(id);
			store.changed();
			return { data: {} };
		},
	}),
];
