import type { CalendarCall } from './calendarCall';
import { newId } from '../platform/ids';
import type { Viewer } from '../state/directory';
import { type Calendar, type CalendarRole, ROLES } from '../state/calendars';
import { type Operator, openIdOf } from '../state/operator';
import type { Store } from '../state/store';
import { refused } from './problem';

const MANAGED: readonly Calendar['type'][] = ['primary', 'shared'];

export interface NewCalendar {
	type?: Calendar['type'];
	summary?: string;
	description?: string;
	permissions?: Calendar['permissions'];
	/** open_id in the store. */
	owner: string;
	calendar_id?: string;
}

export function addCalendar(store: Store, request: NewCalendar): Calendar {
	const calendar: Calendar = {
		calendar_id: request.calendar_id ?? `feishu.cn_${newId.calendar()}@group.calendar.feishu.cn`,
		type: request.type ?? 'shared',
		summary: request.summary ?? '',
		description: request.description ?? '',
		permissions: request.permissions ?? 'show_only_free_busy',
		owner: request.owner,
		acls: [],
		is_deleted: false,
		changed: store.calendars.nextChange(),
	};
	calendar.acls.push({ acl_id: aclId(), role: 'owner', user: request.owner });
	store.calendars.all.set(calendar.calendar_id, calendar);
	return calendar;
}

export const aclId = (): string => `user_${newId.long()}`;

/** The calendar that a person or a bot has without having made it. */
export function primaryOf(store: Store, openId: string): Calendar {
	const found = store.calendars.primaryOf(openId);
	if (found) return found;
	const summary = store.contact.users.get(openId)?.name ?? store.apps.byBot(openId)?.name ?? '';
	return addCalendar(store, { type: 'primary', summary, owner: openId });
}

const weaker = (one: CalendarRole, other: CalendarRole): CalendarRole =>
	ROLES.indexOf(one) < ROLES.indexOf(other) ? one : other;

/** What somebody may do with a calendar. An app sees when people are busy and no more, whatever they have given it. */
export function roleOn(store: Store, calendar: Calendar, by: Operator): CalendarRole | undefined {
	const openId = openIdOf(by);
	if (calendar.owner === openId) return 'owner';
	const given = calendar.acls.find(({ user }) => user === openId)?.role;
	const open = { private: undefined, show_only_free_busy: 'free_busy_reader', public: 'reader' } as const;
	const role = given ?? open[calendar.permissions];
	const isOfPerson = calendar.type === 'primary' && store.contact.users.has(calendar.owner);
	return role !== undefined && isOfPerson && !by.user ? weaker(role, 'free_busy_reader') : role;
}

/** An app needs the bot ability for any of this. */
export function requireBot({ app, user }: Operator): void {
	if (!user && !app.bot) throw refused.bot();
}

/** A calendar by its id, without a look at rights; `primary` is the caller's own. */
export function calendarOf(store: Store, by: Operator, id: string): Calendar {
	requireBot(by);
	if (id === 'primary') {
		if (store.settings.primaryAlias === 'unknown') throw refused.params('calendar_id');
		return primaryOf(store, openIdOf(by));
	}
	if (!id.includes('@')) throw refused.calendarId();
	const calendar = store.calendars.all.get(id);
	if (!calendar) throw refused.calendar();
	if (calendar.is_deleted) throw refused.calendarDeleted();
	return calendar;
}

/** The calendar that the path names, for those who have the role there. */
export function reachCalendar({ platform: { store }, by, params }: CalendarCall, needed: CalendarRole): Calendar {
	const calendar = calendarOf(store, by, params.calendar_id ?? '');
	const role = roleOn(store, calendar, by);
	if (!role || ROLES.indexOf(role) < ROLES.indexOf(needed)) throw refused.role();
	if (!MANAGED.includes(calendar.type) && needed !== 'free_busy_reader') throw refused.calendarType();
	return calendar;
}

/** A calendar in the words of the platform, as the caller sees it. */
export function calendarView(store: Store, calendar: Calendar, by: Operator): object {
	const { calendar_id, summary, description, permissions, type, is_deleted } = calendar;
	const look = store.calendars.lookOf(openIdOf(by), calendar_id);
	return {
		...{ calendar_id, summary, description, permissions, type },
		color: look.color ?? -14513409,
		summary_alias: look.summary_alias ?? '',
		is_deleted,
		is_third_party: type === 'google' || type === 'exchange',
		role: roleOn(store, calendar, by) ?? 'unknown',
	};
}

/** Somebody's id as the app knows it: of a bot its open_id. */
export const nameFor = (store: Store, app: Viewer, openId: string): string =>
	store.contact.users.get(openId)?.name ?? store.apps.byBot(openId)?.name ?? store.directory.idFor(app, openId);
