import { inItsForm, requireSituation } from './situations';
import { defineRoute, type Route } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { USER_ID_TYPES } from '../../platform/ids';
import { oneOf, type Shape, withDefault } from '../../platform/validate';

export const CALENDARS = '/open-apis/calendar/v4/calendars';
export const ONE_CALENDAR = `${CALENDARS}/:calendar_id`;
export const EVENTS = `${ONE_CALENDAR}/events`;
export const ONE_EVENT = `${EVENTS}/:event_id`;
export const ATTENDEES = `${ONE_EVENT}/attendees`;

const READ = ['calendar:calendar', 'calendar:calendar:readonly'];

/** By what is done; `calendars/primary` and the like don't take the coarse scope. */
export const SCOPES = {
	readCalendar: [...READ, 'calendar:calendar:read'],
	readCalendarOnly: ['calendar:calendar:readonly', 'calendar:calendar:read', 'calendar:calendar.calendar:readonly'],
	createCalendar: ['calendar:calendar', 'calendar:calendar:create'],
	updateCalendar: ['calendar:calendar', 'calendar:calendar:update'],
	deleteCalendar: ['calendar:calendar', 'calendar:calendar:delete'],
	subscribe: ['calendar:calendar', 'calendar:calendar:subscribe'],
	readAcl: [...READ, 'calendar:calendar.acl:read'],
	createAcl: ['calendar:calendar', 'calendar:calendar.acl:create'],
	deleteAcl: ['calendar:calendar', 'calendar:calendar.acl:delete'],
	readEvent: [...READ, 'calendar:calendar.event:read'],
	createEvent: ['calendar:calendar', 'calendar:calendar.event:create'],
	updateEvent: ['calendar:calendar', 'calendar:calendar.event:update'],
	deleteEvent: ['calendar:calendar', 'calendar:calendar.event:delete', 'calendar:calendar.event:writeonly'],
	removeAttendees: ['calendar:calendar', 'calendar:calendar.event:update', 'calendar:calendar.event:writeonly'],
	reply: ['calendar:calendar', 'calendar:calendar.event:reply', 'calendar:calendar.event:writeonly'],
	freeBusy: [...READ, 'calendar:calendar.free_busy:read'],
	freeBusyOnly: ['calendar:calendar.free_busy:read'],
} as const satisfies Record<string, readonly string[]>;

export const ID_TYPE = { user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id') };

/** An endpoint of calendars: for apps and people, 1,000 times a minute and 50 times a second. What is so of all of them is looked at first. */
export function calendarRoute<Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>(
	declared: Parameters<typeof defineRoute<Q, B>>[0],
): Route {
	const route = defineRoute<Q, B>({ tokens: BOTH, ...declared, scopes: [...(declared.scopes ?? [])].sort() });
	return {
		...route,
		async handle(call) {
			requireSituation(route, call);
			try {
				return await route.handle(call);
			} catch (error) {
				throw inItsForm(call.platform.store, error);
			}
		},
	};
}
