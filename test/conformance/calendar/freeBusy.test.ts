/** When people and rooms are busy, and what is proposed. */
import { type CalendarFixture, at, newEvent, newRoom, startCalendar, times } from '../../support/conformance/calendars';

let fixture: CalendarFixture;
beforeAll(async () => {
	fixture = await startCalendar();
	for (const event of fixture.simulator.store.calendars.events.keys())
		fixture.simulator.store.calendars.events.delete(event);
});
afterEach(() => fixture.simulator.store.calendars.events.clear());
afterAll(() => fixture.simulator.close());

const RANGE = { time_min: '2026-03-02T00:00:00+08:00', time_max: '2026-03-09T00:00:00+08:00' };
const MORNING = '2026-03-02T09:00:00+08:00';
const list = (body: object = {}) =>
	fixture.http.post('/open-apis/calendar/v4/freebusy/list', { ...RANGE, user_id: fixture.person, ...body });
const batch = (body: object = {}) =>
	fixture.http.post('/open-apis/calendar/v4/freebusy/batch', { ...RANGE, user_ids: [fixture.person], ...body });
const begins = async (body?: object) =>
	((await list(body)).data.freebusy_list as Array<{ start_time: string }>).map(({ start_time: time }) => at(time));

/** What the app invites the person to. */
async function invited(data: object): Promise<string> {
	const event_id = await newEvent(fixture, { ...times(MORNING), ...data });
	const path = `/open-apis/calendar/v4/calendars/${fixture.shared}/events/${event_id}/attendees`;
	await fixture.http.post(path, { attendees: [{ type: 'user', user_id: fixture.person }] });
	return event_id;
}

it('is told by what they have made and where they are invited, one occurrence after the other', async () => {
	expect((await list()).data).toEqual({});
	await newEvent(fixture, times('2026-03-03T09:00:00+08:00'), { calendar_id: fixture.primary, as: fixture.asPerson });
	await invited({ recurrence: 'FREQ=DAILY;COUNT=2', ...times('2026-03-04T09:00:00+08:00') });
	expect(await begins()).toEqual([at('2026-03-03T01:00:00Z'), at('2026-03-04T01:00:00Z'), at('2026-03-05T01:00:00Z')]);
	const { freebusy_lists } = (await batch({ need_rsvp_status: true })).data;
	expect(freebusy_lists).toMatchObject([
		{ user_id: fixture.person, freebusy_items: [{ rsvp_status: 'accept' }, { rsvp_status: 'needs_action' }, {}] },
	]);
});

it('leaves out what they have declined, and what leaves them free', async () => {
	const { http, primary, personHeaders } = fixture;
	const event_id = await invited({});
	await invited({ free_busy_status: 'free' });
	expect((await list()).data.freebusy_list).toHaveLength(1);
	expect((await list({ only_busy: false })).data.freebusy_list).toHaveLength(2);
	await http.post(
		`/open-apis/calendar/v4/calendars/${primary}/events/${event_id}/reply`,
		{ rsvp_status: 'decline' },
		personHeaders,
	);
	expect((await list()).data).toEqual({});
});

it('counts absences', async () => {
	const { http, person } = fixture;
	const body = { user_id: person, timezone: 'Asia/Shanghai', start_time: '2026-03-05', end_time: '2026-03-05' };
	const { data } = await http.post('/open-apis/calendar/v4/timeoff_events', body);
	expect((await list()).data.freebusy_list).toHaveLength(1);
	const path = `/open-apis/calendar/v4/timeoff_events/${String(data.timeoff_event_id)}`;
	expect((await http.call('DELETE', path)).code).toBe(0);
	expect((await list()).data).toEqual({});
});

it.each([
	['no moment', { time_min: '2026-03-02' }, 190002, 198002],
	['an end before the beginning', { time_max: '2026-03-01T00:00:00Z' }, 190002, 198003],
	['too long', { time_max: '2026-06-09T00:00:00Z' }, 190002, 198003],
	['nobody', { user_id: '', user_ids: Array<string>(11).fill('ou_1') }, 190002, 198001],
])('refuses %s', async (_what, body, one, many) => {
	expect([(await list(body)).code, (await batch(body)).code]).toEqual([one, many]);
});

it('of a room is what it has accepted', async () => {
	const { http, person, shared } = fixture;
	const room_id = newRoom(fixture, { name: 'Ocean', capacity: 30 });
	const small = newRoom(fixture, { name: 'Pond', capacity: 2 });
	const event_id = await newEvent(fixture, times(MORNING));
	const room = { type: 'resource', room_id, operate_id: person };
	await http.post(`/open-apis/calendar/v4/calendars/${shared}/events/${event_id}/attendees`, { attendees: [room] });
	expect((await list({ user_id: '', room_id })).data).toEqual({});
	fixture.simulator.store.clock.advance(5_000);
	expect((await list({ user_id: '', room_id })).data.freebusy_list).toHaveLength(1);
	const find = async (from: string, to: string, more: object = {}) => {
		const body = { event_start_time: from, event_end_time: to, ...more };
		const { data } = await http.post('/open-apis/calendar/v4/freebusy/room_find', body);
		return ((data.available_rooms ?? []) as Array<{ room_id: string }>).map(({ room_id: id }) => id);
	};
	expect(await find(MORNING, '2026-03-02T09:30:00+08:00')).not.toContain(room_id);
	expect(await find(MORNING, '2026-03-02T09:30:00+08:00')).toContain(small);
	expect(
		await find('2026-03-02T11:00:00+08:00', '2026-03-02T12:00:00+08:00', { min_capacity: 30, room_name: 'Ocean' }),
	).toEqual([room_id]);
	// A series that meets the booking once does not find it free.
	const early = ['2026-03-01T09:00:00+08:00', '2026-03-01T09:30:00+08:00'] as const;
	expect(await find(...early)).toContain(room_id);
	expect(await find(...early, { event_rrule: 'FREQ=DAILY;COUNT=2' })).not.toContain(room_id);
});

it('gives times at which everybody is free', async () => {
	await invited({});
	const body = {
		search_start_time: MORNING,
		search_end_time: '2026-03-02T18:00:00+08:00',
		duration_minutes: 60,
		attendee_user_ids: [fixture.person],
		excluded_event_times: [
			{ event_start_time: '2026-03-02T10:00:00+08:00', event_end_time: '2026-03-02T10:30:00+08:00' },
		],
	};
	const { data } = await fixture.http.post('/open-apis/calendar/v4/freebusy/suggestion', body);
	expect((data.suggestions as object[])[0]).toMatchObject({
		event_start_time: '2026-03-02T10:30:00+08:00',
		event_end_time: '2026-03-02T11:30:00+08:00',
	});
});
