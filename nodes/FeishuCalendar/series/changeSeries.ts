import type { IDataObject } from 'n8n-workflow';

import { eventTimes, type When } from '../../../feishu/calendar/eventTimes';
import { countAsUntil } from '../../../feishu/calendar/recurrence/occurrences';
import { parseRule, writeRule } from '../../../feishu/calendar/recurrence/rule';
import { dateOf, instantOf, wallOf, wallOfDate } from '../../../feishu/zones';
import { object, text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';
import { createEvent } from '../event/createEvent';
import { addAttendees } from '../invite/addAttendees';
import { attendeesOf, whoIs, type EventPath } from '../invite/attendeesOf';
import { deleteExceptions, exceptionsOf, readEvent, ruleBefore, setRule, type Target } from './series';

/** What an event is changed to; what is absent stays. */
export interface EventChange {
	/** Without times and the rule. */
	body: IDataObject;
	/** Of the event that was chosen. */
	when?: When;
	recurrence?: string;
}

const wallOfStart = (when: When): number => (when.allDay ? wallOfDate(when.start) : wallOf(when.start, when.zone));

/**
 * The time of a series when one of its events is moved: the first event moves by as much on the clock, and all take as
 * long as that one.
 * @param before of the chosen event
 */
function movedSeries(series: When, before: When, after: When): When {
	const by = wallOfStart(after) - wallOfStart(before);
	const begin = wallOfStart(series) + by;
	if (after.allDay) {
		const days = wallOfDate(after.end) - wallOfDate(after.start);
		const start = dateOf(begin);
		return { allDay: true, start, end: dateOf(wallOfDate(start) + days) };
	}
	const start = instantOf(begin, after.zone);
	return { allDay: false, start, end: start + (after.end - after.start), zone: after.zone };
}

/** When the series is to be whose chosen event is moved; undefined where nothing moves. */
export const movedWhen = ({ series, when: before }: Target, when: When | undefined): When | undefined =>
	when && series && before && movedSeries(series.when, before, when);

/** What a series that goes on from one of its events takes along. Source: …/calendar-event/create */
const CARRIED = [
	'summary',
	'description',
	'visibility',
	'attendee_ability',
	'free_busy_status',
	'location',
	'color',
	'reminders',
	'schemas',
	'attachments',
	'event_check_in',
];

export interface NewSeries {
	uuid: string;
	notify: boolean;
}

/**
 * Changes an event and those that follow: the series ends before it, and a new one begins there with what the old one had,
 * its attendees and its rooms. Where the new one can't be made, the old one goes on as before.
 * @returns the new event; why not all of its attendees could be invited; and how many events that were changed by themselves went with the old series
 */
export async function splitSeries(
	feishu: FeishuClient,
	{ series, original, when }: Target & { series: NonNullable<Target['series']>; when: When },
	change: EventChange,
	{ uuid, notify }: NewSeries,
): Promise<{ event: IDataObject; path: EventPath; exceptions: number; problem?: unknown }> {
	const old = text(series.event.recurrence).replace(/^RRULE:/i, '');
	const exceptions = await exceptionsOf(feishu, series, original);
	const type = 'open_id';
	const attendees = await attendeesOf(feishu, series.path, type);
	await setRule(feishu, series.path, ruleBefore(old, original, series.when));
	const carried = Object.fromEntries(
		CARRIED.filter((key) => series.event[key] !== undefined).map((key) => [key, series.event[key]]),
	);
	const body = {
		...carried,
		...linkOf(series.event),
		...eventTimes(change.when ?? when),
		recurrence: change.recurrence ?? lastingRule(old, series.when),
		need_notification: notify,
		...change.body,
	};
	const { calendar_id } = series.path;
	const made = await createEvent(feishu, { calendar_id, body, uuid }).catch(async (error: unknown) => {
		await setRule(feishu, series.path, old);
		throw error;
	});
	// Before the rooms are asked: what was changed by itself still holds them.
	await deleteExceptions(feishu, exceptions, false);
	const coming = attendees
		.filter((one) => one.is_organizer !== true && one.rsvp_status !== 'removed')
		.map((one) => ({ ...whoIs(one), ...kept(one) }));
	const { problem } = await addAttendees(feishu, made.path, { attendees: coming, type, label: 'Event' }, notify);
	return { ...made, exceptions: exceptions.length, problem };
}

const kept = ({
	is_optional,
	operate_id,
	approval_reason,
	resource_customization,
	type,
}: IDataObject): IDataObject => ({
	...(is_optional === true && type !== 'resource' && { is_optional }),
	...(operate_id !== undefined && { operate_id }),
	...(approval_reason !== undefined && { approval_reason }),
	...(resource_customization !== undefined && { resource_customization }),
});

/** The meeting of the old series belongs to that; the new one gets one of its own, of the same kind. */
function linkOf({ vchat }: IDataObject): IDataObject {
	const { vc_type, icon_type, description, meeting_url } = object(vchat);
	if (vc_type === 'third_party') return { vchat: { vc_type, icon_type, description, meeting_url } as IDataObject };
	return vc_type === 'vc' || vc_type === 'no_meeting' ? { vchat: { vc_type } } : {};
}

/** A rule that says how often would begin to count anew, so it says until when. */
function lastingRule(recurrence: string, when: When): string {
	if (!/COUNT=/i.test(recurrence)) return recurrence;
	const zone = when.allDay ? undefined : when.zone;
	return writeRule(countAsUntil(parseRule(recurrence), { wall: wallOfStart(when), zone }));
}

/**
 * Changes a series as a whole. Events that were changed by themselves do not follow: their other fields are changed one by
 * one, and where the time or the rule is new they go, because their old places are none any more.
 * @returns the series as it is then, and how many events went
 */
export async function changeAll(
	feishu: FeishuClient,
	series: NonNullable<Target['series']>,
	patch: (path: EventPath, body: IDataObject) => Promise<unknown>,
	change: EventChange,
): Promise<{ event: IDataObject; exceptions: number }> {
	const exceptions = await exceptionsOf(feishu, series);
	const timing = {
		...(change.when && eventTimes(change.when)),
		...(change.recurrence !== undefined && { recurrence: change.recurrence }),
	};
	await patch(series.path, { ...change.body, ...timing });
	const isMoved = Object.keys(timing).length > 0;
	if (isMoved) await deleteExceptions(feishu, exceptions, false);
	else for (const path of exceptions) await patch(path, change.body);
	return { event: await readEvent(feishu, series.path), exceptions: isMoved ? exceptions.length : 0 };
}
