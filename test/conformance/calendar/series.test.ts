/** Events that recur, what is set apart of them, and what is not carried along. */
import { type CalendarFixture, at, newEvent, startCalendar, times } from '../../support/conformance/calendars';
import { refusalOf } from '../../support/conformance/bases';

let fixture: CalendarFixture;
beforeAll(async () => {
	fixture = await startCalendar();
});
afterAll(() => fixture.simulator.close());

const DAY = 86_400;
const FIRST = '2026-03-02T09:00:00+08:00';
let calendar_id: string;
let series: string;
beforeEach(async () => {
	const made = await fixture.sdk.calendar.v4.calendar.create({ data: { summary: 'Series' } });
	calendar_id = made.data?.calendar?.calendar_id ?? '';
	series = await newEvent(
		fixture,
		{ summary: 'Daily', recurrence: 'FREQ=DAILY;COUNT=5', ...times(FIRST) },
		{ calendar_id },
	);
});

const events = () => fixture.sdk.calendar.v4.calendarEvent;
const path = (event_id = series) => ({ path: { calendar_id, event_id } });
const occurrence = (day: number) => series.replace(/_0$/, `_${at(FIRST) + day * DAY}`);
const patch = async (event_id: string, data: object) =>
	(await events().patch({ ...path(event_id), data: data })).data?.event;
interface Shown {
	event_id: string;
	start_time: { timestamp: string };
	status: string;
	summary: string;
	is_exception: boolean;
}
const view = async (from = at(FIRST), days = 30) => {
	const query = `start_time=${from}&end_time=${from + days * DAY}`;
	const { data } = await fixture.http.get(
		`/open-apis/calendar/v4/calendars/${calendar_id}/events/instance_view?${query}`,
	);
	return data.items as Shown[];
};
const days = async () =>
	(await view()).map(({ start_time, status }) => `${(Number(start_time.timestamp) - at(FIRST)) / DAY} ${status}`);
const all = ['0 confirmed', '1 confirmed', '2 confirmed', '3 confirmed', '4 confirmed'];

it('are shown one by one, each under an id with its time', async () => {
	expect(await days()).toEqual(all);
	expect((await view())[2]?.event_id).toBe(occurrence(2));
	const one = (await events().get({ ...path(occurrence(2)), params: {} })).data?.event;
	expect(one).toMatchObject({
		recurrence: '',
		is_exception: false,
		start_time: { timestamp: String(at(FIRST) + 2 * DAY) },
	});
	expect(await refusalOf(events().get({ ...path(`${occurrence(2)}1`), params: {} }))).toEqual([193001, 404]);
});

it('one occurrence that is changed is set apart and does not follow its series', async () => {
	const moved = times('2026-03-03T15:00:00+08:00');
	expect(await patch(occurrence(1), { ...moved, summary: 'Later' })).toMatchObject({
		is_exception: true,
		recurring_event_id: series,
	});
	expect(await days()).toEqual(['0 confirmed', '1.25 confirmed', '2 confirmed', '3 confirmed', '4 confirmed']);
	await patch(series, { summary: 'Renamed' });
	expect((await view()).map(({ summary }) => summary)).toEqual(['Renamed', 'Later', 'Renamed', 'Renamed', 'Renamed']);
	// The series begins at another time: what was set apart stays, beside all of the others.
	await patch(series, times('2026-03-02T10:00:00+08:00'));
	expect(await view()).toHaveLength(6);
});

it('one that is deleted is there as cancelled', async () => {
	await events().delete(path(occurrence(1)));
	expect(await days()).toEqual(['0 confirmed', '1 cancelled', '2 confirmed', '3 confirmed', '4 confirmed']);
	expect(await refusalOf(events().get({ ...path(occurrence(1)), params: {} }))).toEqual([193003, 403]);
});

it('a series that is deleted leaves what was set apart', async () => {
	await patch(occurrence(3), { summary: 'Stays' });
	await events().delete(path());
	expect(await view()).toMatchObject([{ summary: 'Stays', is_exception: true }]);
	expect(await refusalOf(events().get({ ...path(occurrence(2)), params: {} }))).toEqual([193001, 404]);
});

it('ends earlier by its rule', async () => {
	await patch(series, { recurrence: 'FREQ=DAILY;UNTIL=20260304T010000Z' });
	expect(await days()).toEqual(all.slice(0, 3));
	await patch(series, { recurrence: 'FREQ=DAILY;UNTIL=20260303' });
	expect(await days()).toEqual(all.slice(0, 2));
});

it('or occurrences have no ids of their own before they are set apart', async () => {
	await fixture.http.admin('PUT', '/settings', { occurrenceIds: 'unknown' });
	expect(await refusalOf(events().delete(path(occurrence(1))))).toEqual([193001, 404]);
	expect(await refusalOf(events().patch({ ...path(occurrence(1)), data: { summary: 'x' } }))).toEqual([193001, 404]);
	await fixture.http.admin('PUT', '/settings', { occurrenceIds: 'taken' });
});

it('tells its rule with its name, or without', async () => {
	const rule = async () => (await events().get({ ...path(), params: {} })).data?.event?.recurrence;
	expect(await rule()).toBe('FREQ=DAILY;COUNT=5');
	await fixture.http.admin('PUT', '/settings', { recurrencePrefix: 'present' });
	expect(await rule()).toBe('RRULE:FREQ=DAILY;COUNT=5');
	await fixture.http.admin('PUT', '/settings', { recurrencePrefix: 'absent' });
});

it('answers for one occurrence hold for that one', async () => {
	const { http, personHeaders, person, primary } = fixture;
	const invited = `/open-apis/calendar/v4/calendars/${calendar_id}/events/${series}/attendees`;
	await http.post(invited, { attendees: [{ type: 'user', user_id: person }] });
	const mine = (id: string) => `/open-apis/calendar/v4/calendars/${primary}/events/${id}`;
	await http.post(`${mine(occurrence(1))}/reply`, { rsvp_status: 'decline' }, personHeaders);
	const status = async (id: string) =>
		((await http.get(mine(id), personHeaders)).data.event as { self_rsvp_status: string }).self_rsvp_status;
	expect([await status(series), await status(occurrence(1)), await status(occurrence(2))]).toEqual([
		'needs_action',
		'decline',
		'needs_action',
	]);
});

it('is listed by its occurrences, page by page; nothing else has any', async () => {
	await patch(occurrence(1), { summary: 'Apart' });
	const query = `start_time=${at(FIRST)}&end_time=${at(FIRST) + 9 * DAY}`;
	const list = async (id: string, more = '') =>
		await fixture.http.get(`/open-apis/calendar/v4/calendars/${calendar_id}/events/${id}/instances?${query}${more}`);
	expect((await list(series)).data).toMatchObject({
		items: [{}, { is_exception: true, summary: 'Apart' }, {}, {}, {}],
		has_more: false,
	});
	const single = await newEvent(fixture, times(FIRST), { calendar_id });
	expect((await list(single)).code).toBe(190002);
	expect((await list(series, '&page_size=5')).code).toBe(99992402);
});

it('may be looked at for less than 40 days, and a thousand at once', async () => {
	const view = (from: number, to: number) =>
		fixture.http.get(
			`/open-apis/calendar/v4/calendars/${calendar_id}/events/instance_view?start_time=${from}&end_time=${to}`,
		);
	const from = at(FIRST);
	expect((await view(from, from + 40 * DAY)).code).toBe(193103);
	await newEvent(fixture, { ...times(FIRST, 10), recurrence: 'FREQ=MINUTELY;INTERVAL=20' }, { calendar_id });
	expect((await view(from, from + 10 * DAY)).code).toBe(0);
	expect((await view(from, from + 20 * DAY)).code).toBe(193104);
});
