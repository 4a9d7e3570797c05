import type { IDataObject } from 'n8n-workflow';

import { eventId } from '../../../feishu/calendar/eventIds';
import { AllDayEnds, shownTimes, whenOf } from '../../../feishu/calendar/eventTimes';
import { DAY } from '../../../feishu/zones';
import { text } from '../../../feishu/json';
import { askingFor, chosenIn } from '../fields/panel';
import { listSearch } from '../fields/listSearch';
import { calendarRef } from './calendar';
import { PRIMARY } from './primary';
import { EVENT_SCOPES, GET_VIEW, SEARCH_EVENTS } from './endpoints';

/** Of a list that nobody filters: from yesterday on, as far as one request goes. Source: …/calendar-event/instance_view */
const [BACK_MS, AHEAD_MS] = [DAY, 38 * DAY];

/** Events of the calendar on the panel: those of the coming weeks, or what the platform's own search finds. */
export const searchEvents = listSearch({
	what: 'events',
	scopes: EVENT_SCOPES,
	searched: true,
	of: (ask) => chosenIn(ask, 'calendar', PRIMARY, 'Calendar'),
	async *entries(ask) {
		const { feishu, filter } = ask;
		const calendar_id = await calendarRef(chosenIn(ask, 'calendar', PRIMARY, 'Calendar'), 'Calendar').id(
			askingFor(ask),
		);
		const ends = new AllDayEnds();
		for (const event of filter === '' ? await coming(feishu, calendar_id) : await found(feishu, calendar_id, filter)) {
			if (event.status === 'cancelled') continue;
			const title = text(event.summary) || 'Untitled event';
			const name = `${rangeOf(shownTimes(whenOf(event, ends)))} ${title}${markOf(event)}`.trim();
			yield { name, value: text(event.event_id) };
		}
	},
	nothing: {
		message: 'No event in this calendar',
		advice: 'An app sees the events of its own calendar, and of those that were shared with it.',
	},
});

const minuteOf = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

/** `2026-12-01 09:00–10:00`, or days. */
function rangeOf({ start = '', end = '' }: { start?: string; end?: string }): string {
	if (end === '' || end === start) return minuteOf(start);
	const isSameDay = end.slice(0, 10) === start.slice(0, 10);
	return `${minuteOf(start)}–${isSameDay ? minuteOf(end).slice(11) : minuteOf(end)}`;
}

/** A series is told from one of its events, and from what happens once. */
function markOf({ recurrence, event_id, recurring_event_id }: IDataObject): string {
	if ((eventId(text(event_id))?.original ?? 0) > 0 || text(recurring_event_id) !== '') return ' (one of a series)';
	return text(recurrence) === '' ? '' : ' (series)';
}

async function coming(feishu: Parameters<typeof found>[0], calendar_id: string): Promise<IDataObject[]> {
	const seconds = (ms: number) => String(Math.floor((Date.now() + ms) / 1000));
	const query = { start_time: seconds(-BACK_MS), end_time: seconds(AHEAD_MS) };
	const { items = [] } = await feishu.call<{ items?: IDataObject[] }>(GET_VIEW, { path: { calendar_id }, query });
	const begin = (event: IDataObject) => shownTimes(whenOf(event, new AllDayEnds())).start ?? '';
	return [...items].sort((a, b) => begin(a).localeCompare(begin(b)));
}

async function found(
	feishu: ReturnType<typeof askingFor>['feishu'],
	calendar_id: string,
	query: string,
): Promise<IDataObject[]> {
	return await feishu.list(SEARCH_EVENTS, {
		path: { calendar_id },
		body: { query },
		idempotent: true,
		limit: 100,
		pageSize: 100,
	});
}
