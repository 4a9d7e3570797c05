/** Events: how they are made, read and changed, through the official SDK. */
import { type CalendarFixture, at, newEvent, startCalendar, times } from '../../support/conformance/calendars';
import { refusalOf } from '../../support/conformance/bases';

let fixture: CalendarFixture;
beforeAll(async () => {
	fixture = await startCalendar();
});
afterAll(() => fixture.simulator.close());

const events = () => fixture.sdk.calendar.v4.calendarEvent;
const setting = (change: object) => fixture.http.admin('PUT', '/settings', change);
const MORNING = '2026-03-02T09:00:00+08:00';
const make = (data: object, calendar_id = fixture.shared) =>
	events().create({ path: { calendar_id }, data: { ...times(MORNING), ...data } });
const read = async (event_id: string, calendar_id = fixture.shared) =>
	(await events().get({ path: { calendar_id, event_id }, params: {} })).data?.event;

it('have their times in seconds with a zone, and the words that they were given', async () => {
	const made = await make({
		summary: 'Planning',
		description: 'All',
		location: { name: 'Here' },
		visibility: 'public',
	});
	expect(made.data?.event).toMatchObject({
		event_id: expect.stringMatching(/_0$/),
		organizer_calendar_id: fixture.shared,
		summary: 'Planning',
		location: { name: 'Here' },
		start_time: { timestamp: String(at(MORNING)), timezone: 'Asia/Shanghai' },
		status: 'confirmed',
		free_busy_status: 'busy',
		is_exception: false,
		recurrence: '',
	});
	// Nobody is invited by that, and there is no meeting yet.
	expect(made.data?.event).not.toHaveProperty('vchat');
	const path = { calendar_id: fixture.shared, event_id: made.data?.event?.event_id ?? '' };
	expect((await fixture.sdk.calendar.v4.calendarEventAttendee.list({ path })).data?.items).toEqual([]);
});

it('of whole days end in requests with the last day, and in answers with the one after, or the last', async () => {
	const day = { start_time: { date: '2026-03-02' }, end_time: { date: '2026-03-02' } };
	const id = (await make({ summary: 'Off', ...day })).data?.event?.event_id ?? '';
	expect(await read(id)).toMatchObject({ start_time: { date: '2026-03-02' }, end_time: { date: '2026-03-03' } });
	await setting({ allDayEnds: 'inclusive' });
	expect(await read(id)).toMatchObject({ start_time: { date: '2026-03-02' }, end_time: { date: '2026-03-02' } });
	await setting({ allDayEnds: 'exclusive' });
});

it.each([
	['both kinds of time', { start_time: { date: '2026-03-02', timestamp: '1' } }],
	['neither', { start_time: {} }],
	['two kinds', { start_time: { date: '2026-03-02' } }],
	['no day', { start_time: { date: '2026-02-30' }, end_time: { date: '2026-03-02' } }],
	['milliseconds', { start_time: { timestamp: String(at(MORNING) * 1000) } }],
	['an end before the start', { end_time: { timestamp: '1' } }],
	['an unknown zone', { start_time: { timestamp: '1', timezone: 'Asia/Nowhere' } }],
	['a rule with its name', { recurrence: 'RRULE:FREQ=DAILY' }],
	['a rule that ends twice', { recurrence: 'FREQ=DAILY;COUNT=3;UNTIL=20260401T000000Z' }],
	['a rule without a frequency', { recurrence: 'COUNT=3' }],
	['a place without a name', { location: { name: '' } }],
	['a meeting of others without an address', { vchat: { vc_type: 'third_party' } }],
])('are refused with 190002: %s', async (_what, data) => {
	expect(await refusalOf(make(data))).toEqual([190002, 400]);
});

it('are refused where a field is too long or wrong', async () => {
	expect((await refusalOf(make({ summary: 'x'.repeat(1001) })))[0]).toBe(99992402);
	expect((await refusalOf(make({ reminders: [{ minutes: 20_161 }] })))[0]).toBe(99992402);
	expect(await refusalOf(make({ vchat: { meeting_settings: { assign_hosts: ['ou_1'] } } }))).toEqual([193101, 400]);
	const closed = { vchat: { meeting_settings: { allow_attendees_start: false } } };
	expect(await refusalOf(make(closed))).toEqual([193101, 400]);
	expect(await refusalOf(make({ vchat: { meeting_settings: { password: 'abc' } } }))).toEqual([195112, 400]);
	expect(await refusalOf(make({ attachments: [{ file_token: 'nothing' }] }))).toEqual([193105, 400]);
	await setting({ blockedWords: ['secret'] });
	expect(await refusalOf(make({ summary: 'a secret' }))).toEqual([190013, 400]);
	await setting({ blockedWords: [] });
	await setting({ recurrenceCount: 'refused' });
	expect(await refusalOf(make({ recurrence: 'FREQ=DAILY;COUNT=3' }))).toEqual([190002, 400]);
	await setting({ recurrenceCount: 'kept' });
});

it('are made once for a key', async () => {
	const key = 'k'.repeat(32);
	const once = async (idempotency_key: string) =>
		(
			await events().create({
				path: { calendar_id: fixture.shared },
				params: { idempotency_key },
				data: times(MORNING),
			})
		).data?.event?.event_id;
	expect(await once(key)).toBe(await once(key));
	expect(await once('l'.repeat(32))).not.toBe(await once(key));
	expect((await refusalOf(once('short') as Promise<unknown>))[0]).toBe(190002);
});

it('get another time only when both ends of it are sent; what is not sent stays', async () => {
	const id = await newEvent(fixture, { summary: 'Review', description: 'All', ...times(MORNING) });
	const path = { calendar_id: fixture.shared, event_id: id };
	const patch = async (data: object) => (await events().patch({ path, data: data })).data?.event;
	const { start_time, end_time } = times('2026-03-03T10:00:00+08:00');
	expect(await patch({ start_time })).toMatchObject(times(MORNING));
	expect(await patch({ end_time })).toMatchObject(times(MORNING));
	expect(await patch({ start_time, end_time })).toMatchObject({ start_time, end_time, description: 'All' });
	expect(await patch({ summary: 'Reviewed' })).toMatchObject({ summary: 'Reviewed', start_time, description: 'All' });
});

it('that were deleted are known as such', async () => {
	const id = await newEvent(fixture, times(MORNING));
	const path = { calendar_id: fixture.shared, event_id: id };
	await events().delete({ path, params: { need_notification: 'false' } });
	expect(await refusalOf(events().get({ path, params: {} }))).toEqual([193003, 403]);
	expect(await refusalOf(events().delete({ path }))).toEqual([193003, 403]);
	expect(await refusalOf(events().get({ path: { ...path, event_id: 'nothing' }, params: {} }))).toEqual([193000, 400]);
	expect(await refusalOf(events().get({ path: { ...path, event_id: 'nothing_0' }, params: {} }))).toEqual([
		193001, 404,
	]);
});

it('of a person are none of an app’s', async () => {
	const { primary, asPerson } = fixture;
	const id = await newEvent(fixture, times(MORNING), { calendar_id: primary, as: asPerson });
	expect(await refusalOf(events().get({ path: { calendar_id: primary, event_id: id }, params: {} }))).toEqual([
		191002, 403,
	]);
	expect(await refusalOf(make({}, primary))).toEqual([191002, 403]);
	expect(await refusalOf(events().get({ path: { calendar_id: fixture.shared, event_id: id }, params: {} }))).toEqual([
		193001, 404,
	]);
});

describe('a list of them', () => {
	let calendar_id: string;
	beforeAll(async () => {
		const made = await fixture.sdk.calendar.v4.calendar.create({ data: { summary: 'List' } });
		calendar_id = made.data?.calendar?.calendar_id ?? '';
		await newEvent(fixture, { summary: 'one', ...times(MORNING) }, { calendar_id });
		await newEvent(
			fixture,
			{ summary: 'daily', recurrence: 'FREQ=DAILY', ...times('2026-01-01T09:00:00+08:00') },
			{ calendar_id },
		);
	});

	const list = async (params: object) => (await events().list({ path: { calendar_id }, params })).data;
	const names = async (params: object) => (await list(params))?.items?.map(({ summary }) => summary);

	it('has series as one', async () => {
		expect(await names({})).toEqual(['one', 'daily']);
		expect(await names({ anchor_time: String(at('2027-01-01T00:00:00Z')) })).toEqual(['daily']);
	});

	it('of a time ends there, without tokens', async () => {
		const data = await list({ start_time: String(at(MORNING)), end_time: String(at(MORNING) + 60) });
		expect(data).toMatchObject({ has_more: false, items: [{ summary: 'one' }, { summary: 'daily' }] });
		expect(data).not.toHaveProperty('sync_token');
	});

	it('tells what has changed since', async () => {
		const { sync_token = '' } = (await list({})) ?? {};
		expect(await names({ sync_token })).toEqual([]);
		const event_id = await newEvent(fixture, { summary: 'gone', ...times(MORNING) }, { calendar_id });
		await events().delete({ path: { calendar_id, event_id } });
		expect((await list({ sync_token }))?.items).toMatchObject([{ event_id, status: 'cancelled' }]);
		expect(await refusalOf(list({ sync_token, page_token: 'x' }) as Promise<unknown>)).toEqual([190009, 400]);
		expect(await refusalOf(list({ sync_token: 'x' }) as Promise<unknown>)).toEqual([190008, 400]);
	});

	it('may begin with an empty page', async () => {
		await setting({ pages: 'uneven' });
		const { items, has_more, page_token } = (await list({ page_size: 50 })) ?? {};
		expect([items, has_more]).toEqual([[], true]);
		expect(await names({ page_size: 50, page_token })).toEqual(['one', 'daily']);
		await setting({ pages: 'full' });
	});

	it('is searched by words; titles with `_` by the whole of them', async () => {
		const { http } = fixture;
		await newEvent(fixture, { summary: 'Q1_plan', ...times(new Date().toISOString()) }, { calendar_id });
		await newEvent(fixture, { summary: 'Quarterly', ...times(new Date().toISOString()) }, { calendar_id });
		const path = `/open-apis/calendar/v4/calendars/${calendar_id}/events`;
		const found = async (query: string, filter?: object) =>
			((await http.post(`${path}/search`, { query, filter })).data.items as Array<{ summary: string }>).map(
				({ summary }) => summary,
			);
		expect(await found('Q')).toEqual(['Quarterly']);
		expect(await found('Q1_plan')).toEqual(['Q1_plan']);
		expect(await found('one')).toEqual([]);
		const around = {
			start_time: { timestamp: String(at(MORNING)) },
			end_time: { timestamp: String(at(MORNING) + 60) },
		};
		expect(await found('one', around)).toEqual(['one']);
		const newer = await http.post(`${path}/search_event?page_size=30`, { query: 'Quarterly' });
		expect(newer.data).toMatchObject({
			has_more: false,
			items: [
				{ meta_data: { calendar_id, summary: 'Quarterly', is_all_day: false, start: { timezone: 'Asia/Shanghai' } } },
			],
		});
	});
});

it('have an address for others', async () => {
	const event_id = await newEvent(fixture, times(MORNING));
	const path = `/open-apis/calendar/v4/calendars/${fixture.shared}/events/${event_id}/share_info`;
	expect((await fixture.http.post(path)).data).toEqual({ share_link: expect.stringMatching(/^https:\/\//) });
});
