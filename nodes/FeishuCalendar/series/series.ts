import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../feishu/api/call';
import { eventId, type EventId } from '../../../feishu/calendar/eventIds';
import { whenOf, type When } from '../../../feishu/calendar/eventTimes';
import { untilWall } from '../../../feishu/calendar/recurrence/rule';
import { DAY, DAY_S, wallOf, wallOfDate } from '../../../feishu/zones';
import { object, text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';
import { DELETE_EVENT, GET_EVENT, GET_INSTANCES, UPDATE_EVENT } from '../../shared/calendar/endpoints';
import { complaint } from '../../shared/operation/field';
import { allDayEnds } from '../event/eventItem';
import type { EventPath } from '../invite/attendeesOf';
import type { Scope } from './scope';

/** What work on a series may call beside its own endpoint. */
export const SERIES_CALLS = [GET_EVENT, GET_INSTANCES, DELETE_EVENT, UPDATE_EVENT];

/** An event, and what is known about the series that it belongs to. */
export interface Target {
	/** What to work on, which is less than was chosen where the event does not repeat, or begins its series. */
	scope: Scope;
	/** The event itself; with `all`, the series. */
	path: EventPath;
	event: IDataObject;
	when: When | undefined;
	/** The series as a whole. */
	series?: { path: EventPath; event: IDataObject; when: When };
	/** Seconds at which the chosen occurrence began before anybody moved it. */
	original: number;
}

/** @throws CallError 193001 where there is none, 193003 where it was deleted */
export async function readEvent(feishu: FeishuClient, path: EventPath): Promise<IDataObject> {
	return object(
		(await feishu.call<{ event?: IDataObject }>(GET_EVENT, { path, idempotent: true })).event,
	) as IDataObject;
}

/**
 * Finds out what a choice means: a single event is itself, the first of a series with all that follow is the series.
 * @throws InputError for This Event where the ID is that of a series
 */
export async function targetOf(
	feishu: FeishuClient,
	calendar_id: string,
	chosen: EventId,
	scope: Scope,
	label: string,
): Promise<Target> {
	const ends = await allDayEnds(feishu);
	const path = { calendar_id, event_id: chosen.event_id };
	const event = await readEvent(feishu, path);
	const when = whenOf(event, ends);
	const own = { path, event, when, original: chosen.original };
	const isSeries = chosen.original === 0 && text(event.recurrence) !== '';
	if (isSeries && scope === 'this')
		throw complaint(
			label,
			'is a series, and This Event means one of its events',
			"Choose All Events under 'Of a Series', or take the ID of one event from Get Many",
		);
	if (isSeries && when) return { ...own, scope: 'all', series: { path, event, when } };
	if (chosen.original === 0 || scope === 'this') return { ...own, scope: 'this' };
	const whole = { calendar_id, event_id: text(event.recurring_event_id) || chosen.series };
	const master = whole.event_id === path.event_id ? event : await readEvent(feishu, whole);
	const begin = whenOf(master, ends);
	if (!begin || text(master.recurrence) === '') return { ...own, scope: 'this' };
	const series = { path: whole, event: master, when: begin };
	return { ...own, series, scope: scope === 'following' && isLater(chosen.original, begin) ? 'following' : 'all' };
}

/** The ID of the series that an event belongs to; empty where it belongs to none. Only events that were changed by themselves say it. */
export function seriesOf(event: IDataObject): string {
	const id = eventId(text(event.event_id));
	return text(event.recurring_event_id) || (id && id.original > 0 ? id.series : '');
}

const secondsOf = (when: When): number => Math.floor((when.allDay ? wallOfDate(when.start) : when.start) / 1000);

/** Whether an occurrence is another than the first. Whole days begin at a midnight of whichever zone, so half a day makes no other one. */
const isLater = (original: number, begin: When): boolean =>
	original - secondsOf(begin) > (begin.allDay ? DAY_S / 2 : 0);

/** Source: …/calendar-event/instances: two years at most */
const WINDOW_S = 700 * DAY_S;
/** How far ahead of now, or of a beginning that is still to come, changed events are looked for: two years. */
const AHEAD_S = 730 * DAY_S;

/** The events of a series that were changed by themselves, which follow neither its changes nor its end. @param from seconds of their first place in the series */
export async function exceptionsOf(
	feishu: FeishuClient,
	series: { path: EventPath; when: When },
	from = 0,
): Promise<EventPath[]> {
	const begin = Math.max(from, secondsOf(series.when)) - DAY_S;
	const last = Math.max(begin, Math.floor(Date.now() / 1000)) + AHEAD_S;
	const found = new Map<string, EventPath>();
	for (let start = begin; start < last; start += WINDOW_S) {
		const query = { start_time: String(start), end_time: String(Math.min(start + WINDOW_S, last)) };
		for await (const one of feishu.records(GET_INSTANCES, {
			path: series.path,
			query,
			pageSize: 500,
			itemsKey: 'items',
		})) {
			const event_id = text(one.event_id);
			if (one.is_exception !== true || one.status === 'cancelled' || event_id === series.path.event_id) continue;
			if ((eventId(event_id)?.original ?? from) < from) continue;
			found.set(event_id, { calendar_id: series.path.calendar_id, event_id });
		}
	}
	return [...found.values()];
}

/** The event is not there any more. Source: …/calendar-event/delete */
const GONE = [193001, 193003];

/** Deletes an event, and tells the attendees of it or not. @throws CallError */
export async function deleteEvent(feishu: FeishuClient, path: EventPath, notify: boolean): Promise<void> {
	await feishu.call(DELETE_EVENT, { path, query: { need_notification: String(notify) }, idempotent: true });
}

/** Deletes events of a series that were changed by themselves; that one is gone along with its series is as good. */
export async function deleteExceptions(
	feishu: FeishuClient,
	paths: readonly EventPath[],
	notify: boolean,
): Promise<void> {
	for (const path of paths)
		await deleteEvent(feishu, path, notify).catch((error: unknown) => {
			if (!GONE.includes(codeOf(error) ?? 0)) throw error;
		});
}

/** The rule of a series that ends before one of its events. @param original seconds at which that begins; of whole days a midnight of whichever zone */
export function ruleBefore(recurrence: string, original: number, when: When): string {
	const until = when.allDay
		? untilWall(Math.round((original * 1000) / DAY) * DAY - DAY, undefined)
		: untilWall(wallOf(original * 1000, when.zone) - 1000, when.zone);
	const kept = recurrence
		.replace(/^RRULE:/i, '')
		.split(';')
		.filter((part) => !/^(?:COUNT|UNTIL)=/i.test(part));
	return [...kept, `UNTIL=${until}`].join(';');
}

/** Sets the rule of a series, and tells nobody. */
export async function setRule(feishu: FeishuClient, path: EventPath, recurrence: string): Promise<void> {
	await feishu.call(UPDATE_EVENT, { path, body: { recurrence, need_notification: false }, idempotent: true });
}
