/** Who is invited, what they answer, and what rooms say. */
import {
	type CalendarFixture,
	headersOf,
	newEvent,
	newRoom,
	startCalendar,
	times,
} from '../../support/conformance/calendars';
import { refusalOf } from '../../support/conformance/bases';

let fixture: CalendarFixture;
let event_id: string;
beforeAll(async () => {
	fixture = await startCalendar();
});
afterAll(() => fixture.simulator.close());
const MORNING = '2026-03-02T09:00:00+08:00';
beforeEach(async () => {
	event_id = await newEvent(fixture, times(MORNING));
});

const base = (calendar = fixture.shared, event = event_id) =>
	`/open-apis/calendar/v4/calendars/${calendar}/events/${event}`;
type Given = Record<string, unknown>;
const invite = (
	attendees: Given[],
	{ more = {}, headers, event }: { more?: Given; headers?: Record<string, string>; event?: string } = {},
) => fixture.http.post(`${base(undefined, event)}/attendees`, { attendees, ...more }, headers);
const listed = async (event = event_id) =>
	(await fixture.http.get(`${base(undefined, event)}/attendees`)).data.items as Array<Record<string, unknown>>;
const setting = (change: object) => fixture.http.admin('PUT', '/settings', change);
const person = () => ({ type: 'user', user_id: fixture.person });

it('people, groups and strangers are invited, and a meeting is made for the first', async () => {
	const { http, chatId } = fixture;
	const { data } = await invite([
		person(),
		{ type: 'chat', chat_id: chatId },
		{ type: 'third_party', third_party_email: 'a@b.example' },
	]);
	expect(data.attendees).toMatchObject([
		{ type: 'user', user_id: fixture.person, rsvp_status: 'needs_action', is_organizer: false },
		{ type: 'chat', chat_id: chatId, chat_members: expect.any(Array) },
		{ type: 'third_party', third_party_email: 'a@b.example', is_external: true },
	]);
	expect((await http.get(base())).data.event).toMatchObject({
		vchat: { vc_type: 'vc', meeting_url: expect.any(String) },
	});
	// Inviting again changes nothing.
	await invite([person()]);
	expect(await listed()).toHaveLength(3);
	const [, group] = await listed();
	const members = await http.get(`${base()}/attendees/${String(group?.attendee_id)}/chat_members`);
	expect((members.data.items as object[]).length).toBe(fixture.members.length);
});

it.each([
	['nobody', 194004, {}],
	['a stranger without an address', 190002, { type: 'third_party', third_party_email: 'x' }],
	['a room that is not there', 190002, { type: 'resource', room_id: 'omm_x' }],
	['an unknown group', 99992356, { type: 'chat', chat_id: 'oc_x' }],
	['an unknown person', 99992351, { type: 'user', user_id: 'ou_x' }],
])('%s is refused, and then nobody is invited', async (_who, code, given) => {
	expect((await invite([person(), given])).code).toBe(code);
	expect(await listed()).toEqual([]);
});

it('a group is invited by those in it', async () => {
	expect((await invite([{ type: 'chat', chat_id: fixture.strangeChatId }])).code).toBe(194002);
});

it('those who are invited have it in their calendar and answer', async () => {
	const { http, personHeaders, primary, chatId, members } = fixture;
	await invite([person(), { type: 'chat', chat_id: chatId }]);
	const mine = base(primary);
	expect((await http.get(mine, personHeaders)).data.event).toMatchObject({ self_rsvp_status: 'needs_action' });
	await http.post(`${mine}/reply`, { rsvp_status: 'accept' }, personHeaders);
	expect((await http.get(mine, personHeaders)).data.event).toMatchObject({ self_rsvp_status: 'accept' });
	expect((await listed())[0]).toMatchObject({ rsvp_status: 'accept' });
	const other = await headersOf(fixture, members[2] ?? '');
	await http.post(`${base('primary')}/reply`, { rsvp_status: 'decline' }, other);
	const [, group] = await listed();
	expect(group?.chat_members).toContainEqual(expect.objectContaining({ rsvp_status: 'decline' }));
	expect((await http.post(`${base()}/reply`, { rsvp_status: 'accept' })).code).toBe(194000);
	expect((await http.post(`${mine}/reply`, { rsvp_status: 'maybe' }, personHeaders)).code).toBe(99992402);
});

it('they set what is theirs, and see and change more only where the event lets them', async () => {
	const { http, personHeaders, primary } = fixture;
	await invite([person()]);
	const patch = (data: Given) => http.call('PATCH', base(primary), data, personHeaders);
	expect((await patch({ color: 7, reminders: [{ minutes: 5 }] })).data.event).toMatchObject({
		color: 7,
		reminders: [{ minutes: 5 }],
	});
	expect((await http.get(base())).data.event).toMatchObject({ color: -1, reminders: [] });
	expect(await patch({ summary: 'Mine' })).toMatchObject({ status: 403, code: 193002 });
	const attendees = `${base(primary)}/attendees`;
	expect(await http.get(attendees, personHeaders)).toMatchObject({ status: 403, code: 194001 });
	expect((await http.post(attendees, { attendees: [person()] }, personHeaders)).code).toBe(194002);
	expect((await http.call('DELETE', base(primary), undefined, personHeaders)).code).toBe(193002);
	await http.call('PATCH', base(), { attendee_ability: 'can_invite_others' });
	expect((await http.get(attendees, personHeaders)).code).toBe(0);
	expect(
		(await http.post(attendees, { attendees: [{ type: 'user', user_id: fixture.members[1] }] }, personHeaders)).code,
	).toBe(0);
	expect(await patch({ summary: 'Mine' })).toMatchObject({ code: 193002 });
	await http.call('PATCH', base(), { attendee_ability: 'can_modify_event' });
	expect((await patch({ summary: 'Ours' })).data.event).toMatchObject({ summary: 'Ours' });
});

it('whoever invites comes as well, unless they say no, or the platform does', async () => {
	const { http, personHeaders, primary, asPerson, members } = fixture;
	const own = await newEvent(fixture, times(MORNING), { calendar_id: primary, as: asPerson });
	const attendees = `${base(primary, own)}/attendees`;
	const who = async () => (await http.get(attendees, personHeaders)).data.items;
	const other = { type: 'user', user_id: members[1] };
	await setting({ operatorAttends: 'absent' });
	await http.post(attendees, { attendees: [other] }, personHeaders);
	expect(await who()).toHaveLength(1);
	await setting({ operatorAttends: 'added' });
	await http.post(attendees, { attendees: [other], add_operator_to_attendee: false }, personHeaders);
	expect(await who()).toHaveLength(1);
	await http.post(attendees, { attendees: [other] }, personHeaders);
	expect(await who()).toMatchObject([{}, { user_id: fixture.person, is_organizer: true, rsvp_status: 'accept' }]);
});

it('they leave by their id or their name', async () => {
	const { http, chatId } = fixture;
	await invite([person(), { type: 'chat', chat_id: chatId }]);
	const [first] = await listed();
	const remove = (body: Given) => http.post(`${base()}/attendees/batch_delete`, body);
	await remove({ attendee_ids: [first?.attendee_id] });
	await remove({ delete_ids: [{ type: 'chat', chat_id: chatId }] });
	expect(await listed()).toEqual([]);
	expect(await remove({ attendee_ids: ['user_1'] })).toMatchObject({ status: 404, code: 194000 });
	expect((await remove({ attendee_ids: Array<string>(501).fill('user_1') })).code).toBe(190002);
});

describe('a room', () => {
	const room = (room_id: string, more: Given = {}) => ({
		type: 'resource',
		room_id,
		operate_id: fixture.person,
		...more,
	});
	const status = async (event = event_id) => (await listed(event)).map(({ rsvp_status }) => rsvp_status);

	it('answers after a while: it comes if it is free, and not twice at once', async () => {
		const room_id = newRoom(fixture);
		expect((await invite([room(room_id)])).data.attendees).toMatchObject([{ rsvp_status: 'needs_action', room_id }]);
		expect(await status()).toEqual(['needs_action']);
		expect(await status()).toEqual(['accept']);
		const second = await newEvent(fixture, times('2026-03-02T09:30:00+08:00'));
		await invite([room(room_id)], { event: second });
		await status(second);
		expect(await status(second)).toEqual(['decline']);
		const later = await newEvent(fixture, times('2026-03-02T10:00:00+08:00'));
		await invite([room(room_id)], { event: later });
		fixture.simulator.store.clock.advance(5_000);
		expect(await status(later)).toEqual(['accept']);
		// Where the event moves the room is asked again.
		await fixture.http.call('PATCH', base(undefined, later), times('2026-03-02T09:30:00+08:00'));
		await status(later);
		expect(await status(later)).toEqual(['decline']);
	});

	it('declines a series in which it is taken once, and one that does not end', async () => {
		const room_id = newRoom(fixture);
		await invite([room(room_id)]);
		const weekly = await newEvent(fixture, {
			...times('2026-02-23T09:00:00+08:00'),
			recurrence: 'FREQ=WEEKLY;COUNT=3',
		});
		const endless = await newEvent(fixture, { ...times('2026-02-23T19:00:00+08:00'), recurrence: 'FREQ=WEEKLY' });
		await invite([room(room_id)], { event: weekly });
		await invite([room(room_id)], { event: endless });
		fixture.simulator.store.clock.advance(5_000);
		expect([await status(), await status(weekly), await status(endless)]).toEqual([
			['accept'],
			['decline'],
			['decline'],
		]);
	});

	it('wants somebody to ask about it from an app, and a person where somebody has to agree', async () => {
		const { http, personHeaders, primary, asPerson } = fixture;
		expect((await invite([room(newRoom(fixture), { operate_id: undefined })])).code).toBe(190002);
		expect((await invite([room(newRoom(fixture), { is_optional: true })])).code).toBe(190002);
		const room_id = newRoom(fixture, { approval: true });
		expect((await invite([room(room_id, { approval_reason: 'Board' })])).code).toBe(194002);
		const own = await newEvent(fixture, times(MORNING), { calendar_id: primary, as: asPerson });
		const attendees = `${base(primary, own)}/attendees`;
		expect((await http.post(attendees, { attendees: [room(room_id)] }, personHeaders)).code).toBe(190002);
		const asked = await http.post(
			attendees,
			{ attendees: [room(room_id, { approval_reason: 'Board' })] },
			personHeaders,
		);
		expect(asked.data.attendees).toMatchObject([{ rsvp_status: 'needs_action', approval_reason: 'Board' }]);
	});

	it('is listed by its level for apps, and found by people', async () => {
		const { http, sdk, personHeaders, simulator } = fixture;
		const room_id = newRoom(fixture, { name: 'Sea Side', capacity: 20 });
		const level = simulator.store.calendars.rooms.all.get(room_id)?.room_level_id ?? '';
		const rooms = await sdk.vc.v1.room.list({ params: { room_level_id: level } });
		expect(rooms.data?.rooms).toMatchObject([{ room_id, name: 'Sea Side', path: [level] }]);
		expect(await refusalOf(sdk.vc.v1.room.list({ params: { room_level_id: 'omb_x' } }))).toEqual([121004, 404]);
		const found = await http.post('/open-apis/vc/v1/rooms/search', { keyword: 'sea' }, personHeaders);
		expect(found.data.rooms).toMatchObject([{ room_id }]);
		expect((await http.post('/open-apis/vc/v1/rooms/search', { keyword: 'sea' })).code).toBe(99991663);
	});
});
