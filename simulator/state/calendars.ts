/** Calendars with their events, who is invited, and what rooms say. */
export class Calendars {}
