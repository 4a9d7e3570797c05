/** What is refused with a code of its own, in the situation that its page names. */
import { headersOf, newEvent, type CalendarFixture, startCalendar, times } from '../../support/conformance/calendars';

let fixture: CalendarFixture;
beforeAll(async () => {
	fixture = await startCalendar();
});
afterAll(() => fixture.simulator.close());

const CALENDARS = '/open-apis/calendar/v4/calendars';
const TIMES = times('2026-03-02T09:00:00+08:00');

async function refusal(
	method: string,
	path: string,
	body?: object,
	headers?: { authorization: string },
): Promise<[code: number, status: number]> {
	const { code, status } = await fixture.http.call(method, path, body, headers);
	return [code, status];
}

const event = (calendar: string, id = '') => `${CALENDARS}/${calendar}/events${id === '' ? '' : `/${id}`}`;

it('190011: the key of the company is gone', async () => {
	const { settings } = fixture.simulator.store;
	settings.company = ['keyDeleted'];
	expect(await refusal('POST', event(fixture.shared), { summary: 'x', ...TIMES })).toEqual([190011, 403]);
	expect(await refusal('GET', `${event(fixture.shared)}/instance_view?start_time=1&end_time=2`)).toEqual([190011, 403]);
	settings.company = [];
	expect((await refusal('POST', event(fixture.shared), { summary: 'x', ...TIMES }))[0]).toBe(0);
});

it('191005: more than a thousand subscriptions', async () => {
	const { simulator, http, shared } = fixture;
	const follows = simulator.store.calendars.follows(fixture.person);
	const some = Array.from({ length: 1000 }, (_, at) => `feishu.cn_${at}@group.calendar.feishu.cn`);
	for (const id of some) follows.add(id);
	const open = await http.call('PATCH', `${CALENDARS}/${shared}`, { permissions: 'public' });
	expect(open.code).toBe(0);
	const follow = `${CALENDARS}/${shared}/subscribe`;
	expect(await refusal('POST', follow, {}, fixture.personHeaders)).toEqual([191005, 400]);
	for (const id of some) follows.delete(id);
	expect((await refusal('POST', follow, {}, fixture.personHeaders))[0]).toBe(0);
});

it('191009: a name of one’s own for a calendar that is not followed', async () => {
	const other = await headersOf(fixture, String(fixture.members[1]));
	const alias = { summary_alias: 'Ours' };
	expect(await refusal('PATCH', `${CALENDARS}/${fixture.shared}`, alias, other)).toEqual([191009, 400]);
});

it('190002: a host who is not of the company', async () => {
	const of = (host: string) => ({ ...TIMES, vchat: { vc_type: 'vc', meeting_settings: { assign_hosts: [host] } } });
	const { primary, personHeaders, members } = fixture;
	expect(await refusal('POST', event(primary), of('ou_stranger'), personHeaders)).toEqual([190002, 400]);
	expect((await refusal('POST', event(primary), of(String(members[1])), personHeaders))[0]).toBe(0);
});

it('193106: files of more than 25 MB', async () => {
	const { simulator, shared } = fixture;
	const attachments = ['one', 'two'].map((name) => {
		const file_token = `box_${name}`;
		const place = { parent_type: 'calendar', parent_node: shared, name, content_type: 'text/plain' };
		simulator.store.bases.medias.set(file_token, { file_token, ...place, bytes: Buffer.alloc(13 * 1024 * 1024) });
		return { file_token };
	});
	expect(await refusal('POST', event(shared), { ...TIMES, attachments })).toEqual([193106, 400]);
});

it('194003 and 195113: attendees remove nobody, and the password is the organizer’s', async () => {
	const { sdk, shared, members } = fixture;
	const [, guest = ''] = members;
	const id = await newEvent(fixture, { summary: 'Plan', ...TIMES, attendee_ability: 'can_modify_event' });
	const invite = { path: { calendar_id: shared, event_id: id }, params: { user_id_type: 'open_id' as const } };
	await sdk.calendar.v4.calendarEventAttendee.create({
		...invite,
		data: { attendees: [{ type: 'user', user_id: guest }] },
	});
	const other = await headersOf(fixture, guest);
	const own = await fixture.http.call('POST', `${CALENDARS}/primary`, {}, other);
	const [{ calendar }] = own.data.calendars as [{ calendar: { calendar_id: string } }];
	const there = event(calendar.calendar_id, id);
	const vchat = { vc_type: 'vc', meeting_settings: { password: '12345' } };
	expect(await refusal('PATCH', there, { vchat }, other)).toEqual([195113, 400]);
	expect((await refusal('PATCH', there, { summary: 'Planned' }, other))[0]).toBe(0);
	await fixture.http.call('PATCH', event(shared, id), { attendee_ability: 'none' });
	const gone = { delete_ids: [{ type: 'user', user_id: guest }] };
	expect(await refusal('POST', `${there}/attendees/batch_delete`, gone, other)).toEqual([194003, 403]);
});

it('195000 and 195100: the time off of another app, and of nobody', async () => {
	const { http, simulator } = fixture;
	const day = { start_time: '2026-03-02', end_time: '2026-03-02', timezone: 'Asia/Shanghai' };
	const path = '/open-apis/calendar/v4/timeoff_events';
	simulator.store.settings.unknownId = 'endpoint';
	expect(await refusal('POST', path, { ...day, user_id: 'ou_nobody' })).toEqual([195100, 404]);
	simulator.store.settings.unknownId = 'gateway';
	const { data } = await http.post(path, { ...day, user_id: fixture.person });
	const id = String(data.timeoff_event_id);
	Object.assign(simulator.store.calendars.timeoffs.get(id) ?? {}, { app_id: 'cli_other' });
	expect(await refusal('DELETE', `${path}/${id}`)).toEqual([195000, 403]);
});
