import { object, text } from '../json';
import { isoIn, isZone, laterDate } from '../zones';

/** A beginning or an end as the platform has it. Seconds since 1970, or a day. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event/create */
export type EventTime = { date: string } | { timestamp: string; timezone: string };

/** When something is, as people say it: moments in ms with the zone of their clock, or days of which the last one is the end. */
export type When =
	| { allDay: false; start: number; end: number; zone: string }
	| { allDay: true; start: string; end: string };

/** The zone of an event that names none. Source: …/calendar-event/create */
const USUAL_ZONE = 'Asia/Shanghai';

/**
 * What goes out. The end of whole days is the last one, so that an event of one day ends on the day of its beginning:
 * this is what the platform's own command line tool sends.
 */
export function eventTimes(when: When): { start_time: EventTime; end_time: EventTime } {
	if (when.allDay) return { start_time: { date: when.start }, end_time: { date: when.end } };
	const at = (ms: number) => ({ timestamp: String(Math.floor(ms / 1000)), timezone: when.zone });
	return { start_time: at(when.start), end_time: at(when.end) };
}

/**
 * The last day of events that come back. No page says whether the end of an answer is that day or the day after it; an
 * end on the day of the beginning can only be the former, and an event whose last day is known tells as well. What was
 * learned holds from then on.
 */
export class AllDayEnds {
	private inclusive?: boolean;

	/** @param lastDay of the same event, where it is known because it was just written */
	learn(event: unknown, lastDay?: string): void {
		const [start, end] = [dayIn(event, 'start_time'), dayIn(event, 'end_time')];
		if (start === '' || end === '') return;
		if (lastDay !== undefined && end === lastDay) this.inclusive = true;
		else if (lastDay !== undefined && end === laterDate(lastDay, 1)) this.inclusive = false;
		else if (end <= start) this.inclusive = true;
	}

	lastDay(start: string, end: string): string {
		if (this.inclusive === true || end <= start) return end;
		return laterDate(end, -1);
	}
}

const dayIn = (event: unknown, key: 'start_time' | 'end_time'): string => text(object(object(event)[key]).date);

/** When an event of the platform is; undefined where it does not say. */
export function whenOf(event: unknown, ends: AllDayEnds): When | undefined {
	const { start_time, end_time } = object(event);
	const [from, to] = [object(start_time), object(end_time)];
	const [firstDay, end] = [text(from.date), text(to.date)];
	if (firstDay !== '' && end !== '') return { allDay: true, start: firstDay, end: ends.lastDay(firstDay, end) };
	const [start, until] = [Number(from.timestamp), Number(to.timestamp)];
	if (from.timestamp === undefined || !Number.isFinite(start) || !Number.isFinite(until)) return undefined;
	const named = text(from.timezone);
	return { allDay: false, start: start * 1000, end: until * 1000, zone: isZone(named) ? named : USUAL_ZONE };
}

/** The same for people and for what comes after: ISO with the offset of the event's own zone, or plain dates, the last day included. */
export function shownTimes(when: When | undefined): { start?: string; end?: string; all_day?: boolean } {
	if (!when) return {};
	if (when.allDay) return { start: when.start, end: when.end, all_day: true };
	return { start: isoIn(when.start, when.zone), end: isoIn(when.end, when.zone), all_day: false };
}
