/** What is made of an event: a group, and a document of minutes. */
import { type CalendarFixture, newEvent, startCalendar, times } from '../../support/conformance/calendars';

let fixture: CalendarFixture;
let event_id: string;
beforeAll(async () => {
	fixture = await startCalendar();
});
afterAll(() => fixture.simulator.close());
beforeEach(async () => {
	const { primary: calendar_id, asPerson: as } = fixture;
	event_id = await newEvent(
		fixture,
		{ summary: 'Kick-off', ...times('2026-03-02T09:00:00+08:00') },
		{ calendar_id, as },
	);
});

const path = (what: string) => `/open-apis/calendar/v4/calendars/${fixture.primary}/events/${event_id}/${what}`;
const invite = () =>
	fixture.http.post(
		path('attendees'),
		{ attendees: [{ type: 'user', user_id: fixture.members[1] }] },
		fixture.personHeaders,
	);

it('a group of those who come, once there are two', async () => {
	const { http, personHeaders, simulator } = fixture;
	expect(await http.post(path('meeting_chat'), {}, personHeaders)).toMatchObject({ code: 195109, status: 400 });
	await invite();
	const { data } = await http.post(path('meeting_chat'), {}, personHeaders);
	const id = String(data.meeting_chat_id);
	expect(simulator.store.chats.get(id)?.members).toEqual([fixture.person, fixture.members[1]]);
	expect((await http.post(path('meeting_chat'), {}, personHeaders)).data.meeting_chat_id).toBe(id);
	const remove = (chat: string) =>
		http.call('DELETE', path(`meeting_chat?meeting_chat_id=${chat}`), undefined, personHeaders);
	expect((await remove('oc_other')).code).toBe(195108);
	expect((await remove(id)).code).toBe(0);
	expect((await remove(id)).code).toBe(195108);
});

it('a document of minutes, once somebody comes', async () => {
	const { http, personHeaders, simulator } = fixture;
	expect((await http.post(path('meeting_minute'), {}, personHeaders)).code).toBe(195110);
	await invite();
	const { data } = await http.post(path('meeting_minute'), {}, personHeaders);
	const token = String(data.doc_url).split('/').at(-1) ?? '';
	expect(simulator.store.docs.all.get(token)).toBeDefined();
});
