import type { When } from '../../../feishu/calendar/eventTimes';
import { occurrences } from '../../../feishu/calendar/recurrence/occurrences';
import { parseRule } from '../../../feishu/calendar/recurrence/rule';
import { dateOf, wallOf, wallOfDate } from '../../../feishu/zones';

const named = (wall: number): string =>
	`${new Date(wall).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })}, ${dateOf(wall)}`;

/**
 * What to tell where a series begins on a day that its rule does not have: that day is the first one all the same.
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5.3
 */
export function firstOutside(recurrence: string, when: When): string | undefined {
	const zone = when.allDay ? undefined : when.zone;
	const wall = when.allDay ? wallOfDate(when.start) : wallOf(when.start, when.zone);
	const { value: first } = occurrences(parseRule(recurrence), { wall, zone }).next();
	if (first === wall || typeof first !== 'number') return undefined;
	return `The series begins on ${named(wall)}, which is none of its days, and Feishu takes it as the first one: let it begin on ${named(first)} to leave that out`;
}
