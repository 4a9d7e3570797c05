/** What the pages about calendars leave open. The first one named is given unless a test asks for another. */
export interface CalendarSettings {
	/** The end of an event that takes whole days, in answers: the day after the last one, as the CLI reads it, or the last one. */
	allDayEnds: 'exclusive' | 'inclusive';
}

export const CALENDAR_SETTINGS: CalendarSettings = {
	allDayEnds: 'exclusive',
};
