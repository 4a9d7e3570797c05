import type { CalendarCall } from './calendarCall';
import type { UserIdType } from '../platform/ids';
import { type Calendar, type CalendarEvent, ROLES } from '../state/calendars';
import { openIdOf } from '../state/operator';
import { reachCalendar, roleOn } from './access';
import { answerOf } from './attendees';
import { findEvent, type Found } from './events';
import type { Looker } from './eventView';
import { refused } from './problem';

export interface Reached extends Found, Looker {
	/** Who organizes it: whoever may write in the calendar of the organizer. */
	organizes: boolean;
}

/** The event that the path names, and as whom the caller comes to it. */
export function reachEvent(
	call: CalendarCall,
	idType: UserIdType = 'open_id',
	needed: 'reader' | 'writer' = 'reader',
): Reached {
	const { by, platform, params } = call;
	const calendar = reachCalendar(call, needed);
	const found = findEvent(platform.store, calendar, params.event_id ?? '');
	return { ...found, by, calendar, idType, organizes: organizes(call, found.event, calendar) };
}

function organizes({ platform: { store }, by }: CalendarCall, event: CalendarEvent, calendar: Calendar): boolean {
	if (event.calendar_id !== calendar.calendar_id) return false;
	const role = roleOn(store, calendar, by);
	return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf('writer');
}

const ABILITIES = ['none', 'can_see_others', 'can_invite_others', 'can_modify_event'];

/** Whether the caller may do that: as the organizer, or invited where the event lets those do it. */
export function may(
	{ platform: { store }, by }: CalendarCall,
	{ event, organizes: own, calendar }: Reached,
	ability: string,
): boolean {
	if (own) return true;
	const invited = calendar.owner === openIdOf(by) && answerOf(store, event, openIdOf(by)) !== undefined;
	return invited && ABILITIES.indexOf(event.attendee_ability) >= ABILITIES.indexOf(ability);
}

/** What attendees may set for themselves, and nothing else. */
const OWN_FIELDS = ['visibility', 'free_busy_status', 'color', 'reminders'] as const;

/** Refuses changes of an event to those who are only invited, except of what is theirs. */
export function requireChange(call: CalendarCall, reached: Reached, names: readonly string[]): void {
	if (may(call, reached, 'can_modify_event')) return;
	if (names.some((name) => !(OWN_FIELDS as readonly string[]).includes(name))) throw refused.operation();
}
