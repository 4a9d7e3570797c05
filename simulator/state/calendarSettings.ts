/** What the pages about calendars leave open. The first one named is given unless a test asks for another. */
export interface CalendarSettings {
	/** The end of an event that takes whole days, in answers: the day after the last one, as the CLI reads it, or the last one. */
	allDayEnds: 'exclusive' | 'inclusive';
	/** COUNT in a recurrence: kept, as its page has it, or refused (190002), as the CLI warns. */
	recurrenceCount: 'kept' | 'refused';
	/** A recurrence in answers: as it was sent, or with `RRULE:` before it, which the CLI takes off. */
	recurrencePrefix: 'absent' | 'present';
	/** Changing or deleting an occurrence that is no exception yet by its own id: it becomes one, or is not found (193001). */
	occurrenceIds: 'taken' | 'unknown';
	/** The word `primary` in place of a calendar's id: of the caller, as the CLI sends it, or refused (190002), as on a private deployment. */
	primaryAlias: 'known' | 'unknown';
	/** How often a room that was invited is seen as `needs_action` before it has answered; it answers by itself after 5 seconds. */
	roomAnswerReads: number;
	/** A person who invites somebody: becomes an attendee as well, as the page of `add_operator_to_attendee` has it, or not, as has been seen. */
	operatorAttends: 'added' | 'absent';
	/** What `calendar.calendar.event.changed_v4` says of the event itself, which not every company gets. */
	calendarEventDetails: 'given' | 'absent';
	/** For how many days a sync token is good. */
	syncTokenDays: number;
	/** More changes than fit into a page: they go on with a page token, which stands alone, or with another sync token. */
	changesGoOn: 'pageToken' | 'syncToken';
	/** What cannot be used in a request: 190002, or 190014, which says in its details what it is. Most pages have the first, some have both. */
	calendarMalformed: 'plain' | 'detailed';
}

export const CALENDAR_SETTINGS: CalendarSettings = {
	allDayEnds: 'exclusive',
	recurrenceCount: 'kept',
	recurrencePrefix: 'absent',
	occurrenceIds: 'taken',
	primaryAlias: 'known',
	roomAnswerReads: 1,
	operatorAttends: 'added',
	calendarEventDetails: 'given',
	syncTokenDays: 7,
	changesGoOn: 'pageToken',
	calendarMalformed: 'plain',
};
