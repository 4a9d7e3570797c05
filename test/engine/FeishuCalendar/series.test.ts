/** Series: one event, this and following, or all; and those that were changed by themselves. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../support/engine';
import { invited, ownEvent, ownRoom, seconds } from '../../support/engine/calendars';
import { toChange } from '../../../simulator/calendar/events';
import { occurrenceAt } from '../../../simulator/calendar/occurrences';
import type { CalendarEvent } from '../../../simulator/state/calendars';

const platform = usePlatform();

async function run(operation: string, event: string, seriesScope: string, more: INodeParameters = {}) {
	platform.simulator.requests.length = 0;
	const { items, error } = await platform.run({
		parameters: { resource: 'calendarEvent', operation, event: byId(event), seriesScope, ...more },
	});
	if (error) throw error;
	return only(items).json;
}

/** Every day at nine in Shanghai, from the 1st to the 10th of December. */
const daily = (recurrence = 'FREQ=DAILY;UNTIL=20261210T010000Z') => ownEvent(platform, { recurrence });
const nine = (day: number) => seconds(`2026-12-${String(day).padStart(2, '0')}T09:00:00+08:00`);
const one = (series: CalendarEvent, day: number) => occurrenceAt(series, nine(day));
/** An event of the series that somebody has changed by itself. */
function changed(series: CalendarEvent, day: number, fields: Partial<CalendarEvent> = {}) {
	return Object.assign(toChange(platform.store, { event: one(series, day), series }), { summary: 'Moved', ...fields });
}
const stored = (id: unknown) => platform.store.calendars.events.get(String(id));

/** The days on which something is, as the platform's own view has them. */
async function days(): Promise<string[]> {
	const { items } = await platform.run({
		parameters: {
			...{ resource: 'calendarEvent', operation: 'getAll', returnAll: true },
			...{ rangeFrom: '2026-12-01T00:00:00+08:00', rangeUntil: '2027-01-01T00:00:00+08:00' },
		},
	});
	return items.map(({ json }) => `${String(json.start).slice(8, 16)} ${String(json.summary)}`);
}
const review = (...list: number[]) => list.map((day) => `${String(day).padStart(2, '0')}T09:00 Review`);

beforeEach(() => platform.store.calendars.events.clear());

describe('deleting', () => {
	test('one event leaves the others', async () => {
		const series = daily();
		await run('delete', one(series, 3).event_id, 'this');
		expect(await days()).toEqual(review(1, 2, 4, 5, 6, 7, 8, 9, 10));
	});

	test('this and following leaves those before, and takes what was changed by itself', async () => {
		const series = daily();
		changed(series, 2);
		changed(series, 6);
		expect(await run('delete', one(series, 4).event_id, 'following')).toMatchObject({ changed_events_deleted: 1 });
		expect(await days()).toEqual(['01T09:00 Review', '02T09:00 Moved', '03T09:00 Review']);
	});

	test.each(['of the series', 'of one of its events'])('all takes everything, by the ID %s', async (which) => {
		const series = daily();
		changed(series, 6);
		const id = which === 'of the series' ? series.event_id : one(series, 4).event_id;
		expect(await run('delete', id, 'all')).toMatchObject({ changed_events_deleted: 1 });
		expect(await days()).toEqual([]);
	});

	test('the first of a series with all that follow is all of it', async () => {
		await run('delete', one(daily(), 1).event_id, 'following');
		expect(await days()).toEqual([]);
	});

	test('an event that does not repeat is itself, whatever is chosen', async () => {
		for (const scope of ['this', 'following', 'all']) await run('delete', ownEvent(platform).event_id, scope);
		expect(await days()).toEqual([]);
	});

	test('the ID of a series is no one event', async () => {
		await expect(run('delete', daily().event_id, 'this')).rejects.toMatchObject({
			message: expect.stringContaining(
				"The field 'Event' is a series, and This Event means one of its events",
			) as string,
		});
		expect(await days()).toHaveLength(10);
	});

	test('where one event can’t be reached by itself, that is said and nothing is gone', async () => {
		Object.assign(platform.store.settings, { occurrenceIds: 'unknown' });
		const series = daily();
		await expect(run('delete', one(series, 3).event_id, 'this')).rejects.toMatchObject({
			description: expect.stringContaining("'Of a Series': This and Following") as string,
		});
		expect(await days()).toHaveLength(10);
		Object.assign(platform.store.settings, { occurrenceIds: 'taken' });
	});
});

describe('changing', () => {
	test('one event leaves the others', async () => {
		await run('update', one(daily(), 3).event_id, 'this', { eventChanges: { eventTitle: 'New' } });
		expect(await days()).toEqual([...review(1, 2), '03T09:00 New', ...review(4, 5, 6, 7, 8, 9, 10)]);
	});

	test('the title of all reaches those that were changed by themselves, which stay where they are', async () => {
		const series = daily();
		changed(series, 3, { start: nine(3) + 7200, end: nine(3) + 10_800 });
		await run('update', one(series, 5).event_id, 'all', { eventChanges: { eventTitle: 'New' } });
		expect((await days()).slice(1, 4)).toEqual(['02T09:00 New', '03T11:00 New', '04T09:00 New']);
	});

	test('the time of all moves by as much as the chosen one, and what was changed by itself goes', async () => {
		const series = daily();
		changed(series, 3);
		const item = await run('update', one(series, 5).event_id, 'all', {
			eventChanges: { newStart: '2026-12-05T10:30:00+08:00' },
		});
		expect(item).toMatchObject({ start: '2026-12-01T10:30:00+08:00', changed_events_deleted: 1 });
		expect((await days()).slice(0, 3)).toEqual(['01T10:30 Review', '02T10:30 Review', '03T10:30 Review']);
	});

	test('the hour stays on the clock of the event where the clock changes within the series', async () => {
		const start = seconds('2026-10-20T09:00:00+02:00');
		const series = ownEvent(platform, { start, timezone: 'Europe/Berlin', recurrence: 'FREQ=WEEKLY;COUNT=3' });
		const after = occurrenceAt(series, seconds('2026-10-27T09:00:00+01:00'));
		const item = await run('update', after.event_id, 'all', { eventChanges: { newStart: '2026-10-27T10:00:00' } });
		expect(item.start).toBe('2026-10-20T10:00:00+02:00');
	});

	test('this and following makes a new series with what the old one had, its attendees and its rooms', async () => {
		const series = daily();
		Object.assign(series, { description: 'All of it', parts: { location: { name: 'Here' } } });
		const { room_id } = ownRoom(platform);
		invited(platform, series, 'user', platform.user.open_id);
		invited(platform, series, 'resource', room_id, { rsvp_status: 'accept', operate_id: platform.user.open_id });
		changed(series, 8);
		const item = await run('update', one(series, 6).event_id, 'following', {
			eventChanges: { eventTitle: 'New', newStart: '2026-12-06T10:00:00+08:00' },
		});
		expect(item).toMatchObject({ description: 'All of it', location: { name: 'Here' }, changed_events_deleted: 1 });
		expect(stored(item.event_id)?.attendees.map(({ named }) => named)).toEqual([platform.user.open_id, room_id]);
		expect(await days()).toEqual([...review(1, 2, 3, 4, 5), ...[6, 7, 8, 9].map((day) => `0${day}T10:00 New`)]);
	});

	test('who has left does not come into the new series, and is named beside it', async () => {
		const series = daily();
		const [gone = ''] = [...platform.store.contact.users.keys()].filter((id) => id !== platform.user.open_id);
		invited(platform, invited(platform, series, 'user', gone), 'user', platform.user.open_id);
		Object.assign(platform.store.contact.users.get(gone) ?? {}, { is_resigned: true });
		const id = one(series, 5).event_id;
		const item = await run('update', id, 'following', { eventChanges: { eventTitle: 'New' } });
		expect(item.attendee_error).toContain(`has somebody whom Feishu does not find: ${gone}`);
		expect(stored(item.event_id)?.attendees.map(({ named }) => named)).toEqual([platform.user.open_id]);
	});

	test('a number of times does not begin to count anew', async () => {
		const series = daily('FREQ=DAILY;COUNT=10');
		await run('update', one(series, 6).event_id, 'following', { eventChanges: { eventTitle: 'New' } });
		expect(await days()).toEqual([
			...review(1, 2, 3, 4, 5),
			...['06', '07', '08', '09', '10'].map((day) => `${day}T09:00 New`),
		]);
	});

	test('where the new series is refused, the old one goes on as before', async () => {
		const series = daily();
		platform.simulator.faults.add({
			path: '/open-apis/calendar/v4/calendars/*/events',
			action: { type: 'code', http: 400, code: 190013, msg: 'content' },
		});
		const change = { eventChanges: { eventTitle: 'New' } };
		await expect(run('update', one(series, 6).event_id, 'following', change)).rejects.toMatchObject({
			message: expect.stringContaining('does not allow the words') as string,
		});
		expect(await days()).toEqual(review(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
	});

	test('a change of the title leaves the rule as it is', async () => {
		const series = daily();
		await run('update', series.event_id, 'all', { eventChanges: { eventTitle: 'New' } });
		expect(stored(series.event_id)).toMatchObject({ summary: 'New', recurrence: 'FREQ=DAILY;UNTIL=20261210T010000Z' });
	});

	test('another rule holds for all', async () => {
		const item = await run('update', daily().event_id, 'all', {
			repeatsNow: 'regularly',
			repeatUnit: 'week',
			repeatEnds: 'after',
			repeatTimes: 2,
		});
		expect(item.recurrence_words).toBe('Every week, until 2026-12-08');
		expect(await days()).toEqual(review(1, 8));
	});

	test('one event of a series has no rule of its own: Repeats is not there for it', async () => {
		const id = one(daily(), 3).event_id;
		const repeats = { repeatsNow: 'regularly', repeatUnit: 'year' };
		await expect(run('update', id, 'this', repeats)).rejects.toMatchObject({
			message: "The field 'Changes' is empty",
		});
	});

	test('whole days of a series move as days', async () => {
		const start = seconds('2026-12-01T00:00:00Z');
		const series = ownEvent(platform, {
			allDay: true,
			timezone: 'UTC',
			start,
			end: start + 86_400,
			recurrence: 'FREQ=WEEKLY;COUNT=3',
		});
		const second = occurrenceAt(series, start + 7 * 86_400);
		await run('update', second.event_id, 'following', { eventChanges: { eventTitle: 'New', newStart: '2026-12-09' } });
		expect(stored(series.event_id)?.recurrence).toBe('FREQ=WEEKLY;UNTIL=20261207');
		const starts = (await days()).map((line) => line.slice(0, 2));
		expect(starts).toEqual(['01', '09']);
	});
});
