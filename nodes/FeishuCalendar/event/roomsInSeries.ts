import type { When } from '../../../feishu/calendar/eventTimes';
import { parseRule, untilMs } from '../../../feishu/calendar/recurrence/rule';
import { DAY, wallOfDate } from '../../../feishu/zones';

/** Source: …/calendar-event-attendee/create: a room in a series wants an end within two years */
const LONGEST_MS = 731 * DAY;

/** What to tell of a series with a meeting room that goes on for longer than rooms take; undefined where that is not so. */
export function tooLongForRooms(recurrence: string, when: When): string | undefined {
	const start = when.allDay ? wallOfDate(when.start) : when.start;
	if (endOf(recurrence, when) - start <= LONGEST_MS) return undefined;
	return "A meeting room declines a series that goes on for more than two years, or has no end: choose an end within that under 'Series Ends'";
}

/** Of a rule that other clients wrote and that is not understood here, nothing is said. */
function endOf(recurrence: string, when: When): number {
	try {
		return untilMs(parseRule(recurrence), when.allDay ? undefined : when.zone);
	} catch {
		return 0;
	}
}
