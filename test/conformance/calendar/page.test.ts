/** What the page of calendars shows, and what people do there. */
import { type CalendarFixture, at, startCalendar } from '../../support/conformance/calendars';

let fixture: CalendarFixture;
beforeAll(async () => {
	fixture = await startCalendar();
});
afterAll(() => fixture.simulator.close());

interface Shown {
	event_id: string;
	summary: string;
	answer: string | null;
	all_day: boolean;
	start: string;
	end: string;
	attendees: Array<{ name: string; answer: string }>;
}
const week = (query = '') =>
	fixture.http.admin<{ days: string[]; events: Shown[]; open_id: string }>('GET', `/calendar${query}`);
const count = (events: readonly Shown[], summary: string) => events.filter((each) => each.summary === summary).length;

it('the page is there, with the week of the demo', async () => {
	expect(await (await fetch(`${fixture.simulator.url}/calendar`)).text()).toContain('calendar-app.js');
	const { days, events, open_id } = await week();
	expect([days.length, new Date(days[0] ?? '').getUTCDay(), open_id]).toEqual([7, 1, fixture.person]);
	expect(count(events, '站会 Stand-up')).toBe(5);
	expect(events.find(({ summary }) => summary === '休假 Day off')).toMatchObject({
		all_day: true,
		start: days[4],
		end: days[4],
	});
	const review = events.find(({ summary }) => summary === '评审 Design review');
	expect(review).toMatchObject({ start: `${days[1]}T14:00:00+08:00`, answer: 'accept' });
	expect(review?.attendees.map(({ answer }) => answer)).toEqual(['accept', 'tentative', 'accept', 'decline', 'accept']);
	expect(count((await week('?week=2030-01-02')).events, '站会 Stand-up')).toBe(5);
});

it('a person makes an event, and another one answers', async () => {
	const { http, person, members, primary, personHeaders } = fixture;
	const start = at('2030-01-02T10:00:00+08:00');
	const event = { open_id: person, summary: 'Lunch', start, end: start + 3600, attendees: [members[1]] };
	const { event_id } = await http.admin<{ event_id: string }>('POST', '/calendar/events', event);
	const theirs = async () =>
		(await week(`?week=2030-01-02&open_id=${members[1]}`)).events.find((each) => each.event_id === event_id);
	expect(await theirs()).toMatchObject({ summary: 'Lunch', answer: 'needs_action' });
	await http.admin('POST', `/calendar/events/${event_id}/reply`, { open_id: members[1], rsvp_status: 'decline' });
	expect(await theirs()).toMatchObject({ answer: 'decline' });
	const read = await http.get(
		`/open-apis/calendar/v4/calendars/${primary}/events/${event_id}?need_attendee=true`,
		personHeaders,
	);
	expect(read.data.event).toMatchObject({ attendees: [{ is_organizer: true }, { rsvp_status: 'decline' }] });
	const refused = await http.admin('POST', `/calendar/events/${event_id}/reply`, {
		open_id: members[1],
		rsvp_status: 'x',
	});
	expect(refused).toMatchObject({ statusCode: 400 });
});
