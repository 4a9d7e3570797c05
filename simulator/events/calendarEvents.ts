import type { Answer, Calendar, CalendarAcl, CalendarEvent } from '../state/calendars';
import { peopleOf } from '../calendar/attendees';
import { idsFor } from './eventIds';
import type { Outlet } from './push';

export interface EventChange {
	change_type: 'create' | 'update' | 'delete' | 'rsvp';
	/** Who has answered: an open_id in the store, and what. */
	answers?: ReadonlyArray<readonly [openId: string, answer: Answer]>;
}

/** The calendars in which an event stands. */
function calendarsOf({ store }: Outlet, event: CalendarEvent): Calendar[] {
	const invited = event.attendees.flatMap((attendee) => peopleOf(store, attendee));
	const own = store.calendars.all.get(event.calendar_id);
	const primaries = [...new Set(invited)].map((openId) => store.calendars.primaryOf(openId));
	return [...new Set([own, ...primaries])].filter((calendar) => calendar !== undefined);
}

/**
 * `calendar.calendar.event.changed_v4`, to the apps that have subscribed to a calendar in which the event stands.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event/events/changed
 */
export function pushEventChange(
	outlet: Outlet,
	event: CalendarEvent,
	{ change_type, answers = [] }: EventChange,
): void {
	const { store, push } = outlet;
	for (const { calendar_id, owner } of calendarsOf(outlet, event))
		for (const { app_id, kind, resource } of store.subscriptions.list()) {
			const app = store.apps.get(app_id);
			if (kind !== 'calendar.events' || resource !== calendar_id || !app) continue;
			const details = {
				calendar_event_id: event.event_id,
				change_type,
				rsvp_infos: answers.map(([openId, rsvp_status]) => ({ from_user_id: idsFor(store, app, openId), rsvp_status })),
			};
			push.event(app_id, 'calendar.calendar.event.changed_v4', {
				calendar_id,
				user_id_list: [idsFor(store, app, owner)],
				...(store.settings.calendarEventDetails === 'given' && details),
			});
		}
	store.changed();
}

/**
 * `calendar.calendar.changed_v4`, which names people and no calendar.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/events/changed
 */
export function pushCalendarChange({ store, push }: Outlet, calendar: Calendar): void {
	const followers = [...store.calendars.subscribed].filter(([, ids]) => ids.has(calendar.calendar_id));
	const people = [calendar.owner, ...followers.map(([openId]) => openId)].filter((id) => store.contact.users.has(id));
	for (const { app_id, kind } of store.subscriptions.list()) {
		const app = store.apps.get(app_id);
		if (kind !== 'calendar.list' || !app || people.length === 0) continue;
		const user_id_list = [...new Set(people)].map((openId) => idsFor(store, app, openId));
		push.event(app_id, 'calendar.calendar.changed_v4', { user_id_list });
	}
	store.changed();
}

/**
 * `calendar.calendar.acl.created_v4` and `…deleted_v4`, which name no calendar.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-acl/events/created
 */
export function pushAclChange(
	{ store, push }: Outlet,
	{ calendar_id, owner }: Calendar,
	{ acl_id, role, user }: CalendarAcl,
	change: 'created' | 'deleted',
): void {
	for (const { app_id, kind, resource } of store.subscriptions.list()) {
		const app = store.apps.get(app_id);
		if (kind !== 'calendar.acls' || resource !== calendar_id || !app) continue;
		const scope = { type: 'user', user_id: idsFor(store, app, user) };
		const user_id_list = [idsFor(store, app, owner)];
		push.event(app_id, `calendar.calendar.acl.${change}_v4`, { acl_id, role, scope, user_id_list });
	}
}
