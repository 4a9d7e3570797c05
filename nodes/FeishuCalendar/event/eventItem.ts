import type { IDataObject } from 'n8n-workflow';

import { AllDayEnds, shownTimes, whenOf, type When } from '../../../feishu/calendar/eventTimes';
import { parseRule } from '../../../feishu/calendar/recurrence/rule';
import { ruleWords } from '../../../feishu/calendar/recurrence/ruleWords';
import { text } from '../../../feishu/json';
import { wallOf, wallOfDate } from '../../../feishu/zones';
import type { FeishuClient } from '../../shared/client/client';
import { shownColor } from './color';
import { shownAttendee } from '../invite/attendeesOf';

/** What each platform has shown about the last days of its events. */
const learned = new Map<string, AllDayEnds>();

/** How to read the last days of events. @throws InputError about the Base URL of the credential */
export async function allDayEnds(feishu: FeishuClient): Promise<AllDayEnds> {
	const origin = await feishu.origin();
	const ends = learned.get(origin) ?? new AllDayEnds();
	learned.set(origin, ends);
	return ends;
}

/**
 * An event as the platform gives it, and beside that `start` and `end` as ISO times in the event's own zone (plain dates
 * of whole days, the last day included), the color as it is entered, the series in words, and the address that opens it.
 */
export const EVENT_SHAPE = {
	event_id: 'string',
	'summary?': 'string',
	'start?': 'string',
	'end?': 'string',
	'all_day?': 'boolean',
	'url?': 'string',
	'recurrence_words?': 'string',
	'description?': 'string',
	'status?': 'string',
	'organizer_calendar_id?': 'string',
	'start_time?': { 'date?': 'string', 'timestamp?': 'string', 'timezone?': 'string' },
	'end_time?': { 'date?': 'string', 'timestamp?': 'string', 'timezone?': 'string' },
	'vchat?': 'any',
	'visibility?': 'string',
	'attendee_ability?': 'string',
	'free_busy_status?': 'string',
	'self_rsvp_status?': 'string',
	'location?': 'any',
	'color?': 'string',
	'reminders?': 'any',
	'recurrence?': 'string',
	'recurring_event_id?': 'string',
	'is_exception?': 'boolean',
	'create_time?': 'string',
	'event_organizer?': 'any',
	'attendees?': 'any',
	'has_more_attendee?': 'boolean',
	'attachments?': 'any',
	'event_check_in?': 'any',
	'schemas?': 'any',
} as const;

export function eventItem(event: IDataObject, ends: AllDayEnds): IDataObject {
	ends.learn(event);
	const when = whenOf(event, ends);
	const words = wordsOf(text(event.recurrence), when);
	const { app_link, attendees, color, ...told } = event;
	const made = Number(event.create_time);
	const url = text(app_link);
	return {
		...told,
		...(Array.isArray(attendees) && { attendees: (attendees as IDataObject[]).map(shownAttendee) }),
		...(typeof color === 'number' && { color: shownColor(color) }),
		...(made > 0 && { create_time: new Date(made * 1000).toISOString() }),
		...shownTimes(when),
		...(words !== undefined && { recurrence_words: words }),
		...(url !== '' && { url }),
	};
}

/** Undefined for none, and for what other clients wrote that is not understood here. */
function wordsOf(recurrence: string, when: When | undefined): string | undefined {
	if (recurrence === '') return undefined;
	const zone = when?.allDay ? undefined : when?.zone;
	const begins = when && (when.allDay ? wallOfDate(when.start) : wallOf(when.start, when.zone));
	try {
		return ruleWords(parseRule(recurrence), zone, begins);
	} catch {
		return undefined;
	}
}
