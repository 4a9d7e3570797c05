/**
 * An event's ID is that of its series and the moment at which it stands there: 0 for an event that does not repeat and for
 * a series as a whole, else the seconds at which the occurrence began before anybody moved it.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event/introduction
 */
const EVENT_ID = /^([0-9a-zA-Z-]{8,})_(\d+)$/;

export interface EventId {
	event_id: string;
	/** The series as a whole. */
	series: string;
	/** Seconds since 1970 at which this occurrence began; 0 for the series, and for what does not repeat. */
	original: number;
}

/** Undefined for what is no ID of an event. */
export function eventId(written: string): EventId | undefined {
	const [, uid, original] = EVENT_ID.exec(written) ?? [];
	if (uid === undefined || original === undefined) return undefined;
	return { event_id: written, series: `${uid}_0`, original: Number(original) };
}

/** The ID in an address that opens an event: `…/client/calendar/event/detail?calendarId=…&key=…&originalTime=…`. */
export function eventInAddress(written: string): { event_id: string } | undefined {
	if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return undefined;
	const { searchParams } = new URL(written);
	const key = searchParams.get('key') ?? '';
	const found = eventId(`${key}_${searchParams.get('originalTime') ?? '0'}`);
	return found && { event_id: found.event_id };
}

/** `feishu.cn_xxx@group.calendar.feishu.cn`, or that of a calendar that comes from elsewhere. */
export const isCalendarId = (written: string): boolean => /^[^\s/@]+@[^\s/@]*calendar[^\s/@]*$/i.test(written);

/** Of a meeting room: `omm_…` */
export const ROOM_ID = /^omm_[0-9a-zA-Z]+$/;
