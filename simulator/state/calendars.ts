import { Rooms } from './rooms';

export const ROLES = ['free_busy_reader', 'reader', 'writer', 'owner'] as const;
export type CalendarRole = (typeof ROLES)[number];
export const CALENDAR_PERMISSIONS = ['private', 'show_only_free_busy', 'public'] as const;
export type CalendarPermissions = (typeof CALENDAR_PERMISSIONS)[number];

export interface CalendarAcl {
	acl_id: string;
	role: CalendarRole;
	/** open_id in the store, of a person or a bot. */
	user: string;
}

export interface Calendar {
	calendar_id: string;
	type: 'primary' | 'shared' | 'google' | 'exchange' | 'resource' | 'unknown';
	summary: string;
	description: string;
	permissions: CalendarPermissions;
	/** open_id in the store, of a person or a bot. */
	owner: string;
	acls: CalendarAcl[];
	is_deleted: boolean;
	/** When it was last changed, by the count of changes. */
	changed: number;
}

/** What each one sets for themselves about a calendar. */
export interface CalendarLook {
	color?: number;
	summary_alias?: string;
}

export const ANSWERS = ['needs_action', 'accept', 'tentative', 'decline', 'removed'] as const;
export type Answer = (typeof ANSWERS)[number];
export type AttendeeType = 'user' | 'chat' | 'resource' | 'third_party';

export interface Attendee {
	attendee_id: string;
	type: AttendeeType;
	rsvp_status: Answer;
	is_optional: boolean;
	is_organizer: boolean;
	/** An open_id in the store, a chat_id, a room_id or an e-mail address. */
	named: string;
	/** Of chats: what its members have answered, by open_id. */
	answers: Map<string, Answer>;
	/** Of rooms: who may be asked about it, an open_id. */
	operate_id?: string;
	resource_customization?: object[];
	approval_reason?: string;
	/** Of rooms: how often it is still seen without an answer, and since when (milliseconds). */
	reads: number;
	since: number;
}

/** When something is: of whole days, both are midnights of UTC. Seconds; the end is excluded. */
export interface Span {
	allDay: boolean;
	start: number;
	end: number;
	/** IANA; UTC for whole days. */
	timezone: string;
}

/** What each attendee sets for themselves. */
export interface OwnFields {
	visibility?: string;
	free_busy_status?: string;
	color?: number;
	reminders?: object[];
}

export interface CalendarEvent extends Span {
	event_id: string;
	/** Of the organizer. */
	calendar_id: string;
	/** open_id in the store of who made it, a person or a bot. */
	creator: string;
	summary: string;
	description: string;
	/** Empty without one. */
	recurrence: string;
	/** Of exceptions: the series, and when they would have begun (seconds). */
	recurring_event_id: string;
	original: number;
	status: 'confirmed' | 'cancelled';
	visibility: string;
	attendee_ability: string;
	free_busy_status: string;
	color: number;
	reminders: object[];
	/** As they were given: location, schemas, vchat and what else has no rules of its own. */
	parts: Record<string, unknown>;
	attendees: Attendee[];
	/** By open_id. */
	own: Map<string, OwnFields>;
	/** Seconds. */
	created: number;
	changed: number;
	meeting_chat_id?: string;
}

export interface Timeoff {
	timeoff_event_id: string;
	app_id: string;
	user: string;
	timezone: string;
	/** As they were given: days, or seconds. */
	start_time: string;
	end_time: string;
	title: string;
	description: string;
}

/** Of an account that administers Exchange: it is bound in this company, or in another one, or binding it has failed. */
export type ExchangeAdmin = 'bound' | 'otherCompany' | 'failed';

/** An account of Exchange, and whose calendar it becomes. */
export interface ExchangeBinding {
	exchange_binding_id: string;
	admin_account: string;
	exchange_account: string;
	/** open_id in the store. */
	user: string;
}

/** Calendars with their events, who is invited, and what rooms say. */
export class Calendars {
	readonly all = new Map<string, Calendar>();
	readonly events = new Map<string, CalendarEvent>();
	/** The calendars that somebody follows beside their own: ids by open_id. */
	readonly subscribed = new Map<string, Set<string>>();
	/** By open_id and calendar_id. */
	readonly looks = new Map<string, CalendarLook>();
	/** Event ids by app, calendar and idempotency key. */
	readonly keys = new Map<string, string>();
	readonly timeoffs = new Map<string, Timeoff>();
	readonly exchangeBindings = new Map<string, ExchangeBinding>();
	readonly rooms = new Rooms();
	private changes = 0;

	/** The number of the next change. */
	nextChange(): number {
		this.changes += 1;
		return this.changes;
	}

	get changeCount(): number {
		return this.changes;
	}

	primaryOf(openId: string): Calendar | undefined {
		for (const calendar of this.all.values())
			if (calendar.type === 'primary' && calendar.owner === openId) return calendar;
		return undefined;
	}

	follows(openId: string): Set<string> {
		const found = this.subscribed.get(openId) ?? new Set();
		this.subscribed.set(openId, found);
		return found;
	}

	lookOf(openId: string, calendarId: string): CalendarLook {
		const key = `${openId} ${calendarId}`;
		const found = this.looks.get(key) ?? {};
		this.looks.set(key, found);
		return found;
	}

	/** The occurrences of a series that were changed or taken out. */
	exceptionsOf(eventId: string): CalendarEvent[] {
		return [...this.events.values()].filter(({ recurring_event_id: id }) => id === eventId);
	}
}
