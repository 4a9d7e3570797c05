/** What apps hear of calendars and events. */
import { type CalendarFixture, newEvent, startCalendar, times } from '../../support/conformance/calendars';

let fixture: CalendarFixture;
beforeEach(async () => {
	fixture = await startCalendar();
});
afterEach(() => fixture.simulator.close());

const MORNING = '2026-03-02T09:00:00+08:00';
/** What would go to the app, had it an address. */
const told = (type: string) =>
	fixture.simulator.push.deliveries
		.filter(({ event_type }) => event_type === type)
		.map(({ payload }) => payload.event as Record<string, unknown>);
const changes = () => told('calendar.calendar.event.changed_v4');

it('hear of the events of a calendar to which they have subscribed', async () => {
	const { sdk, http, shared, person, primary, personHeaders } = fixture;
	await newEvent(fixture, times(MORNING));
	expect(changes()).toEqual([]);
	await sdk.calendar.v4.calendarEvent.subscription({ path: { calendar_id: shared } });
	const event_id = await newEvent(fixture, times(MORNING));
	const path = `/open-apis/calendar/v4/calendars/${shared}/events/${event_id}`;
	await http.post(`${path}/attendees`, { attendees: [{ type: 'user', user_id: person }] });
	const mine = `/open-apis/calendar/v4/calendars/${primary}/events/${event_id}`;
	await http.post(`${mine}/reply`, { rsvp_status: 'accept' }, personHeaders);
	await http.call('DELETE', path);
	expect(changes()).toMatchObject([
		{ calendar_id: shared, calendar_event_id: event_id, change_type: 'create', user_id_list: [{}] },
		{ change_type: 'update' },
		{ change_type: 'rsvp', rsvp_infos: [{ from_user_id: { open_id: person }, rsvp_status: 'accept' }] },
		{ change_type: 'delete' },
	]);
});

it('hear of invitations in a person’s calendar, in some companies without what has changed', async () => {
	const { sdk, http, shared, person, primary, personHeaders } = fixture;
	await http.admin('PUT', '/settings', { calendarEventDetails: 'absent' });
	const subscription = '/open-apis/calendar/v4/calendars/primary/events/subscription';
	expect((await http.post(subscription, {}, personHeaders)).code).toBe(0);
	const event_id = await newEvent(fixture, times(MORNING));
	expect(changes()).toEqual([]);
	await sdk.calendar.v4.calendarEventAttendee.create({
		path: { calendar_id: shared, event_id },
		data: { attendees: [{ type: 'user', user_id: person }] },
	});
	expect(changes()).toEqual([{ calendar_id: primary, user_id_list: [expect.objectContaining({ open_id: person })] }]);
});

it('hear who has got other calendars, and of no calendar by name', async () => {
	const { sdk, shared, asPerson, person } = fixture;
	await sdk.calendar.v4.calendar.subscription({}, asPerson);
	await sdk.calendar.v4.calendar.subscribe({ path: { calendar_id: shared } }, asPerson);
	expect(told('calendar.calendar.changed_v4')).toEqual([
		{ user_id_list: [expect.objectContaining({ open_id: person })] },
	]);
});

it('hear of who was let into a calendar, and who was put out', async () => {
	const { http, primary, personHeaders, members } = fixture;
	const acls = `/open-apis/calendar/v4/calendars/${primary}/acls`;
	await http.post(`${acls}/subscription`, {}, personHeaders);
	const body = { role: 'reader', scope: { type: 'user', user_id: members[1] } };
	const { acl_id } = (await http.post(acls, body, personHeaders)).data;
	await http.call('DELETE', `${acls}/${String(acl_id)}`, undefined, personHeaders);
	const acl = { acl_id, role: 'reader', scope: { type: 'user', user_id: { open_id: members[1] } } };
	expect(told('calendar.calendar.acl.created_v4')).toMatchObject([acl]);
	expect(told('calendar.calendar.acl.deleted_v4')).toMatchObject([acl]);
});
