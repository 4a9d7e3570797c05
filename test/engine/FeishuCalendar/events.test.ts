/** Events: when they are, who is invited, and what is sent for it. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../support/engine';
import { invite, invited, ownCalendar, ownEvent, ownRoom, seconds } from '../../support/engine/calendars';
import type { CalendarEvent } from '../../../simulator/state/calendars';

const platform = usePlatform();

async function out(parameters: INodeParameters) {
	platform.simulator.requests.length = 0;
	const run = await platform.run({ parameters });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}
const event = (operation: string, more: INodeParameters) => ({ resource: 'calendarEvent', operation, ...more });
const create = (more: INodeParameters) => event('create', { eventTitle: 'Review', ...more });
const made = async (more: INodeParameters) => only(await out(create(more)));
const change = async (one: CalendarEvent, more: INodeParameters) =>
	only(await out(event('update', { event: byId(one.event_id), ...more })));

const bodyOf = ({ bodyText = '{}' }: { bodyText?: string }) => JSON.parse(bodyText) as Record<string, unknown>;

/** The body of the only request of this kind. */
function sent(method: string, path: RegExp): Record<string, unknown> {
	const found = platform.calls.filter((call) => call.method === method && path.test(call.path));
	return bodyOf(only(found));
}
const posted = () => sent('POST', /\/events$/);
const patched = () => sent('PATCH', /\/events\/[^/]+$/);
const kept = (item: { event_id?: unknown }) => platform.store.calendars.events.get(String(item.event_id));

describe('when an event is', () => {
	const timed = (timestamp: string, timezone: string) => ({ timestamp, timezone });
	// The workflow of these tests is in New York.
	test.each([
		[
			'without an offset it is on the clock of the workflow',
			'2026-12-01T09:00:00',
			'',
			'1796133600',
			'America/New_York',
		],
		['with an offset it is that moment', '2026-12-01T09:00:00+08:00', '', '1796086800', 'America/New_York'],
		['in UTC as well', '2026-12-01T01:00:00.000Z', '', '1796086800', 'America/New_York'],
		['with a zone it is on the clock of that', '2026-12-01T09:00:00', 'Asia/Shanghai', '1796086800', 'Asia/Shanghai'],
		['an hour that is left out goes on', '2026-03-08T02:30:00', '', '1772955000', 'America/New_York'],
	])('%s', async (_, start, timeZone, timestamp, zone) => {
		const item = await made({ start, ...(timeZone && { options: { timeZone } }) });
		expect(posted().start_time).toEqual(timed(timestamp, zone));
		expect(posted().end_time).toEqual(timed(String(Number(timestamp) + 3600), zone));
		expect(Date.parse(String(item.start)) / 1000).toBe(Number(timestamp));
		expect(item).toMatchObject({ all_day: false, url: expect.stringContaining('https://') as string });
		expect(item).not.toHaveProperty('app_link');
	});

	test.each([
		['a day that there is not', '2026-02-31T09:00:00'],
		['the day before the month, or after it', '01.12.2026'],
		['the month before the day, or after it', '12/1/2026 9:00'],
	])('refuses %s', async (_, start) => {
		const { error } = await platform.run({ parameters: create({ start }) });
		expect(error?.message).toBe(`The field 'Start' holds no date: ${start}`);
		const parameters = create({ start: '2026-01-01', repeats: 'regularly', repeatEnds: 'on', repeatUntil: start });
		expect((await platform.run({ parameters })).error?.message).toContain('holds no date');
	});

	test('a date with slashes is a whole day as well', async () => {
		expect(await made({ start: '2026/12/1' })).toMatchObject({ start: '2026-12-01', end: '2026-12-01', all_day: true });
	});

	describe.each(['exclusive', 'inclusive'] as const)('of whole days, where answers end %s', (allDayEnds) => {
		beforeEach(() => Object.assign(platform.store.settings, { allDayEnds }));

		test.each([
			['one day', '2026-12-01', '', '2026-12-01'],
			['over the end of a month', '2028-02-28', '2028-03-01', '2028-03-01'],
			['over a changed clock', '2026-03-28', '2026-03-30', '2026-03-30'],
		])('goes out and comes back with the last day: %s', async (_, start, end, last) => {
			const item = await made({ start, end });
			expect(posted()).toMatchObject({ start_time: { date: start }, end_time: { date: last } });
			expect(item).toMatchObject({ start, end: last, all_day: true });
			const again = only(await out(event('get', { event: byId(String(item.event_id)) })));
			expect(again).toMatchObject({ start, end: last });
		});

		test('moves with as many days, and can become shorter', async () => {
			const item = await made({ start: '2026-12-01', end: '2026-12-03' });
			const one = kept(item) ?? ownEvent(platform);
			expect(await change(one, { eventChanges: { newStart: '2026-12-11' } })).toMatchObject({ end: '2026-12-13' });
			expect(await change(one, { eventChanges: { newEnd: '2026-12-11' } })).toMatchObject({
				start: '2026-12-11',
				end: '2026-12-11',
			});
		});
	});

	test('a picked date counts as that day with All Day, whatever the zone', async () => {
		await made({ start: '2026-12-01T00:00:00', allDay: true });
		expect(posted()).toMatchObject({ start_time: { date: '2026-12-01' }, end_time: { date: '2026-12-01' } });
	});
});

describe('a series', () => {
	test.each([
		[{ repeats: 'regularly', repeatUnit: 'day', repeatEvery: 2 }, 'FREQ=DAILY;INTERVAL=2', 'Every 2 days'],
		[
			{ repeats: 'regularly', repeatUnit: 'week', repeatWeekdays: ['FR', 'MO'] },
			'FREQ=WEEKLY;BYDAY=MO,FR',
			'Every week on Monday and Friday',
		],
		[
			{ repeats: 'regularly', repeatUnit: 'month', repeatMonthDay: 'weekday', repeatEnds: 'after', repeatTimes: 2 },
			'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270105T140000Z',
			'Every month on the first Tuesday, until 2027-01-05',
		],
		[
			{ repeats: 'regularly', repeatUnit: 'year', repeatEnds: 'on', repeatUntil: '2028-12-31' },
			'FREQ=YEARLY;UNTIL=20290101T045959Z',
			'Every year, until 2028-12-31',
		],
		[
			{ repeats: 'rule', repeatRule: 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=3' },
			'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;UNTIL=20270201T140000Z',
			'Every month on Monday, Tuesday, Wednesday, Thursday and Friday (only the first of them), until 2027-02-01',
		],
	])('from %j is sent without a number of times, and told in words', async (given, recurrence, words) => {
		Object.assign(platform.store.settings, { recurrenceCount: 'refused', recurrencePrefix: 'present' });
		const item = await made({ start: '2026-12-01T09:00:00', ...given });
		expect(posted().recurrence).toBe(recurrence);
		expect(item.recurrence_words).toBe(words);
	});

	test.each([
		[['TU'], true],
		[['MO', 'TU'], false],
	])('that begins on a Monday, on %j, is told to do so: %s', async (repeatWeekdays, isTold) => {
		const { hints } = await platform.run({
			parameters: create({ start: '2026-11-30T09:00:00', repeats: 'regularly', repeatUnit: 'week', repeatWeekdays }),
		});
		const told = JSON.stringify(hints).includes(
			'begins on Monday, 2026-11-30, which is none of its days, and Feishu takes it as the first one: let it begin on Tuesday, 2026-12-01',
		);
		expect(told).toBe(isTold);
	});
});

describe('who is invited', () => {
	test('people, groups, rooms and addresses, each as the platform takes them', async () => {
		const chat = platform.chat.chat_id;
		const { room_id } = ownRoom(platform);
		const attendees = {
			...invite.person(platform.user.open_id),
			...invite.chat(chat),
			...invite.room(room_id),
			...invite.guests('ann@example.org'),
		};
		const item = await made({ start: '2026-12-01T09:00:00', attendees });
		const bodies = platform.calls
			.filter(({ method, path }) => method === 'POST' && path.endsWith('/attendees'))
			.map(bodyOf);
		expect(bodies).toMatchObject([
			{
				attendees: [
					{ type: 'user', user_id: platform.user.open_id, is_optional: false },
					{ type: 'chat', chat_id: chat },
					{ type: 'third_party', third_party_email: 'ann@example.org' },
				],
			},
			{ attendees: [{ type: 'resource', room_id, operate_id: platform.user.open_id }] },
		]);
		expect(item.rooms).toMatchObject([{ room_id, rsvp_status: 'accept' }]);
		expect(item.invited).toContainEqual(expect.objectContaining({ room_id, rsvp_status: 'accept' }));
		expect(JSON.stringify(item)).not.toContain('chat_members');
		expect(kept(item)?.attendees).toHaveLength(4);
	});

	test('a list of an expression may have nobody, a row of the list may not', async () => {
		const start = '2026-12-01T09:00:00';
		const item = await made({ start, attendees: { ...invite.several('={{ [] }}'), ...invite.guests('') } });
		expect(item).not.toHaveProperty('invited');
		const attendees = invite.person(platform.user.open_id, '={{ $json.nobody }}');
		const { error } = await platform.run({ parameters: create({ start, attendees }) });
		expect(error?.message).toBe("The field 'Attendees → Person 2 → Person' is empty: its expression gave no value");
	});

	test('a room that is none is told by its field and its ID', async () => {
		const attendees = { ...invite.person(platform.user.open_id), ...invite.room('omm_nowhere') };
		const item = await made({ start: '2026-12-01T09:00:00', attendees });
		expect(item.attendee_error).toBe("The field 'Attendees' has a meeting room that Feishu refuses: omm_nowhere");
		expect(item.attendee_error_details).toMatchObject({ advice: expect.stringContaining('Feishu says: ') as string });
	});

	test.each([
		['several', 'nobody@example.com'],
		['several', 'Somebody Unknown'],
	])('nothing is made where somebody is not found (%s: %s)', async (_kind, list) => {
		const before = new Set(platform.store.calendars.events.keys());
		const { error } = await platform.run({
			parameters: create({ start: '2026-12-01', attendees: invite.several(list) }),
		});
		expect(error?.message).toContain(list);
		expect(platform.calls.filter(({ path }) => path.endsWith('/events'))).toEqual([]);
		expect(new Set(platform.store.calendars.events.keys())).toEqual(before);
	});

	test('more than 100 rooms go in several requests', async () => {
		const rooms = Array.from({ length: 101 }, () => ownRoom(platform).room_id);
		const attendees = { ...invite.person(platform.user.open_id), ...invite.room(...rooms) };
		await made({ start: '2026-12-01T09:00:00', attendees, options: { waitForRooms: 0 } });
		const counts = platform.calls
			.filter(({ method, path }) => method === 'POST' && path.endsWith('/attendees'))
			.map((call) => (bodyOf(call).attendees as object[]).length);
		expect(counts).toEqual([1, 100, 1]);
	});

	describe('a room that is taken', () => {
		function taken() {
			const { room_id } = ownRoom(platform, { name: 'Lagoon' });
			invited(platform, ownEvent(platform), 'resource', room_id, { rsvp_status: 'accept' });
			const attendees = { ...invite.person(platform.user.open_id), ...invite.room(room_id) };
			return { start: '2026-12-01T09:30:00+08:00', attendees };
		}

		test('is told beside the event', async () => {
			const item = await made(taken());
			expect(item).toMatchObject({
				attendee_error: 'A meeting room has declined: Lagoon',
				rooms: [{ rsvp_status: 'decline' }],
			});
			expect(kept(item)?.status).toBe('confirmed');
		});

		test('undoes the event where that was chosen, and tells nobody', async () => {
			const before = platform.store.calendars.events.size;
			const { error } = await platform.run({
				parameters: create({ ...taken(), options: { ifInvitingFails: 'undo' } }),
			});
			expect(error?.message).toBe('A meeting room has declined: Lagoon');
			const added = [...platform.store.calendars.events.values()].slice(before).map(({ status }) => status);
			expect(added).toEqual(['confirmed', 'cancelled']);
			expect(platform.calls.at(-1)).toMatchObject({ method: 'DELETE', query: 'need_notification=false' });
		});
	});

	test('refused attendees are told beside the event, or undo it', async () => {
		const refuse = () =>
			platform.simulator.faults.add({
				path: '/open-apis/calendar/v4/calendars/*/events/*/attendees',
				action: { type: 'code', http: 403, code: 194002, msg: 'no permission' },
			});
		const given = { start: '2026-12-01T09:00:00', attendees: invite.person(platform.user.open_id) };
		refuse();
		const item = await made(given);
		expect(item.attendee_error).toBe('The caller may not invite to the event');
		expect(item.attendee_error_details).toMatchObject({ code: 194002 });
		expect(kept(item)?.status).toBe('confirmed');
		refuse();
		const { error } = await platform.run({ parameters: create({ ...given, options: { ifInvitingFails: 'undo' } }) });
		expect(error?.message).toBe('The caller may not invite to the event');
		expect([...platform.store.calendars.events.values()].at(-1)?.status).toBe('cancelled');
	});

	test('an app that invites nobody is told that nobody sees the event', async () => {
		const { hints } = await platform.run({ parameters: create({ start: '2026-12-01T09:00:00' }) });
		expect(JSON.stringify(hints)).toContain('seen by nobody until somebody is invited');
	});
});

describe('where people meet online', () => {
	const start = '2026-12-01T09:00:00';

	test.each<[string, INodeParameters, object]>([
		['nowhere', { meetingLink: 'none' }, { vc_type: 'no_meeting' }],
		[
			'elsewhere',
			{ meetingLink: 'other', meetingUrl: 'https://zoom.us/j/1', meetingText: 'Join' },
			{ vc_type: 'third_party', icon_type: 'vc', meeting_url: 'https://zoom.us/j/1', description: 'Join' },
		],
		[
			'in a meeting with settings',
			{
				meetingLink: 'feishu',
				meetingSettings: { whoCanJoin: 'only_event_attendees', autoRecord: true, waitingRoom: true },
			},
			{
				vc_type: 'vc',
				meeting_settings: { join_meeting_permission: 'only_event_attendees', auto_record: true, open_lobby: true },
			},
		],
	])('%s', async (_, given, vchat) => {
		await made({ start, ...given });
		expect(posted().vchat).toEqual(vchat);
	});

	test('the owner of an app’s meeting goes by the address', async () => {
		const owner = { __rl: true, mode: 'email', value: platform.user.email ?? '' };
		await made({ start, meetingSettings: { meetingOwner: owner } });
		expect(posted().vchat).toMatchObject({ meeting_settings: { owner_id: platform.user.open_id } });
	});

	test('an app that names hosts is told who can', async () => {
		const meetingSettings = { meetingHosts: { several: [{ list: platform.user.open_id }] } };
		const { error } = await platform.run({ parameters: create({ start, meetingSettings }) });
		expect(error?.message).toBe(
			'The event belongs to an app, so that its meeting takes no hosts and everybody may start it',
		);
	});
});

test('an answer that was lost makes no second event', async () => {
	const before = platform.store.calendars.events.size;
	platform.simulator.faults.add({
		path: '/open-apis/calendar/v4/calendars/*/events',
		action: { type: 'lose' },
		times: 1,
	} as never);
	await made({ start: '2026-12-01T09:00:00' });
	expect(platform.store.calendars.events.size).toBe(before + 1);
});

test('attachments are uploaded for the calendar, and named in the event', async () => {
	const { calendar_id } = ownCalendar(platform);
	const run = await platform.run({
		parameters: create({
			calendar: byId(calendar_id),
			start: '2026-12-01T09:00:00',
			options: { attachFiles: 'agenda' },
		}),
		items: [{ files: { agenda: { bytes: Buffer.from('1. Hello'), fileName: 'agenda.txt', mimeType: 'text/plain' } } }],
	});
	expect(run.error).toBeUndefined();
	expect(run.items[0]?.json.attachments).toMatchObject([{ name: 'agenda.txt' }]);
});

describe('Update', () => {
	test('that changes nothing is refused', async () => {
		const parameters = event('update', { event: byId(ownEvent(platform).event_id) });
		const { error } = await platform.run({ parameters });
		expect(error?.message).toBe("The field 'Changes' is empty");
	});

	test('sends what is given and nothing else', async () => {
		await change(ownEvent(platform), { eventChanges: { eventTitle: 'New' } });
		expect(patched()).toEqual({ summary: 'New', need_notification: true });
	});

	test('sends both times where one is given, and keeps the zone of the event', async () => {
		const item = await change(ownEvent(platform), { eventChanges: { newStart: '2026-12-01T10:00:00' } });
		expect(patched()).toMatchObject({
			start_time: { timestamp: String(seconds('2026-12-01T10:00:00+08:00')), timezone: 'Asia/Shanghai' },
			end_time: { timestamp: String(seconds('2026-12-01T11:00:00+08:00')), timezone: 'Asia/Shanghai' },
		});
		expect(item).toMatchObject({ start: '2026-12-01T10:00:00+08:00', end: '2026-12-01T11:00:00+08:00' });
	});

	test.each([
		['nothing but an end', { newEnd: '2026-12-01T09:30:00' }, '2026-12-01T09:00:00+08:00', '2026-12-01T09:30:00+08:00'],
		['whole days instead', { nowAllDay: true }, '2026-12-01', '2026-12-01'],
	])('takes %s', async (_, eventChanges, start, end) => {
		expect(await change(ownEvent(platform), { eventChanges })).toMatchObject({ start, end });
	});

	test('refuses an end before the start that is there', async () => {
		const parameters = event('update', {
			...{ event: byId(ownEvent(platform).event_id) },
			eventChanges: { newEnd: '2026-12-01T08:00:00' },
		});
		const { error } = await platform.run({ parameters });
		expect(error?.message).toBe("The field 'End' leaves the end no later than the start");
	});

	test('rooms are asked anew where it moves, and their answers waited for', async () => {
		const { room_id } = ownRoom(platform);
		invited(platform, ownEvent(platform), 'resource', room_id, { rsvp_status: 'accept' });
		const one = invited(
			platform,
			ownEvent(platform, { start: seconds('2026-12-02T09:00:00+08:00') }),
			'resource',
			room_id,
			{
				rsvp_status: 'accept',
			},
		);
		const item = await change(one, { eventChanges: { newStart: '2026-12-01T09:30:00+08:00' } });
		expect(item.rooms).toMatchObject([{ room_id, rsvp_status: 'decline' }]);
	});

	test('a zone alone puts the same moment on another clock', async () => {
		const item = await change(ownEvent(platform), { options: { timeZone: 'Europe/Berlin' } });
		expect(item).toMatchObject({ start: '2026-12-01T02:00:00+01:00' });
	});

	test('a zone that was added and not chosen is none', async () => {
		const one = ownEvent(platform, { timezone: 'Europe/Berlin' });
		const eventChanges = { newStart: '2026-12-01T09:30:00' };
		const item = await change(one, { eventChanges, options: { timeZone: '' } });
		expect(item).toMatchObject({ start: '2026-12-01T09:30:00+01:00' });
	});
});

test('who is not invited can’t reply, and is told so', async () => {
	const { error } = await platform.run({ parameters: event('reply', { event: byId(ownEvent(platform).event_id) }) });
	expect(error?.message).toBe(
		"The field 'Event' is no event to which the caller is invited, and only who is invited can reply",
	);
});

test('a zone that is none is told by the plain name of its field', async () => {
	const parameters = create({ start: '2026-12-01', options: { timeZone: 'Mars/Base' } });
	expect((await platform.run({ parameters })).error?.message).toBe(
		"The field 'Time Zone' holds no time zone: Mars/Base",
	);
});

test('an ID without its end is told with it', async () => {
	const uid = '00592a0e-7edf-4678-bc9d-1b77383ef08a';
	const { error } = await platform.run({ parameters: event('get', { event: byId(uid) }) });
	expect(error?.description).toContain(`${uid}_0`);
});

describe('changing attendees', () => {
	const people = () => [...platform.store.contact.users.keys()].slice(0, 3) as [string, string, string];
	function two() {
		const [first, second] = people();
		return invited(
			platform,
			invited(platform, ownEvent(platform), 'user', first, { rsvp_status: 'accept' }),
			'user',
			second,
		);
	}
	const names = (one: CalendarEvent) =>
		one.attendees.filter(({ rsvp_status }) => rsvp_status !== 'removed').map(({ named }) => named);

	test.each([
		['add', [0, 1, 2]],
		['remove', [0]],
		['replace', [1, 2]],
	] as const)('%s leaves the others as they are', async (changeAttendees, left) => {
		const one = two();
		const all = people();
		await change(one, { changeAttendees, attendees: invite.person(all[1], all[2]) });
		expect(names(one)).toEqual(left.map((at) => all[at]));
		if (changeAttendees !== 'replace') expect(one.attendees[0]?.rsvp_status).toBe('accept');
	});
});
