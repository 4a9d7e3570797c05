/** Calendars and their rights, and who is invited to events. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { addCalendar } from '../../../simulator/calendar/access';
import { byId, only, usePlatform } from '../../support/engine';
import { invite, invited, ownCalendar, ownEvent, ownRoom } from '../../support/engine/calendars';
import { ownChat, person, several } from '../../support/engine/ownChat';

const platform = usePlatform();

async function out(resource: string, operation: string, more: INodeParameters): Promise<IDataObject[]> {
	const run = await platform.run({ parameters: { resource, operation, ...more } });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}
const calendar = async (operation: string, more: INodeParameters) => only(await out('calendar', operation, more));
const rights = (id: unknown) =>
	(platform.store.calendars.all.get(String(id))?.acls ?? []).map(({ user, role }) => [user, role] as const);
const people = () => [...platform.store.contact.users.keys()].slice(0, 2) as [string, string];

describe('a calendar', () => {
	test('is made with its rights, by IDs and addresses alike', async () => {
		const [first] = people();
		const { email } = platform.user;
		const made = await calendar('create', {
			calendarName: 'Team',
			shareCalendarWith: several(`${first}, ${email ?? ''}`),
			calendarRight: 'writer',
			options: { calendarAccess: 'private', calendarDescription: 'All' },
		});
		expect(made).toMatchObject({ summary: 'Team', permissions: 'private', description: 'All' });
		expect(rights(made.calendar_id)).toContainEqual([first, 'writer']);
		expect(rights(made.calendar_id)).toContainEqual([platform.user.open_id, 'writer']);
	});

	test('stands although sharing was refused, and says so', async () => {
		platform.simulator.faults.add({
			path: '/open-apis/calendar/v4/calendars/*/acls',
			action: { type: 'code', http: 403, code: 191002, msg: 'no role' },
		});
		const made = await calendar('create', { calendarName: 'Team', shareCalendarWith: person(platform.user.open_id) });
		expect(made.sharing_error).toBe('The caller may not do this in the calendar');
		expect(platform.store.calendars.all.has(String(made.calendar_id))).toBe(true);
	});

	test('an ID that is not there is named, and the others have the right', async () => {
		const { calendar_id } = ownCalendar(platform);
		const [first] = people();
		const parameters = {
			...{ resource: 'calendar', operation: 'share', calendar: byId(calendar_id) },
			people: several(`ou_7d8a6e6df7621556, ${first}`),
		};
		const { error } = await platform.run({ parameters });
		expect(error?.message).toBe("The field 'People' has somebody whom Feishu does not find: ou_7d8a6e6df7621556");
		expect(error?.description).toContain('Everybody else has the right');
		expect(rights(calendar_id)).toContainEqual([first, 'reader']);
		const made = await calendar('create', {
			calendarName: 'Team',
			shareCalendarWith: several(`ou_7d8a6e6df7621556, ${platform.user.open_id}`),
		});
		expect(made).toMatchObject({
			sharing_error: expect.stringContaining('ou_7d8a6e6df7621556') as string,
			shared_with: [{ name: platform.user.name, scope: { user_id: platform.user.open_id } }],
		});
		const listed = await out('calendar', 'getSharing', { calendar: byId(String(made.calendar_id)), returnAll: true });
		expect(listed).toContainEqual(expect.objectContaining({ name: platform.user.name }));
	});

	test('comes with its color as it is entered', async () => {
		const { calendar_id } = ownCalendar(platform);
		await calendar('update', { calendar: byId(calendar_id), calendarChanges: { calendarColour: '#3370ff' } });
		expect((await calendar('get', { calendar: byId(calendar_id) })).color).toMatch(/^#[0-9a-f]{6}$/);
	});

	test('that is not in the list is unsubscribed from already', async () => {
		const { calendar_id } = addCalendar(platform.store, {
			...{ owner: platform.user.open_id, summary: 'Holidays', permissions: 'public' },
		});
		expect(await calendar('unsubscribe', { calendar: byId(calendar_id) })).toMatchObject({ unsubscribed: true });
	});

	test('is shared with some, and no longer with others', async () => {
		const { calendar_id } = ownCalendar(platform);
		const [first, second] = people();
		const both = { calendar: byId(calendar_id), people: several(`${first}, ${second}`) };
		await calendar('share', { ...both, calendarRight: 'reader' });
		expect(rights(calendar_id).filter(([, role]) => role === 'reader')).toHaveLength(2);
		const gone = await calendar('stopSharing', { calendar: byId(calendar_id), people: person(second) });
		expect(gone.removed).toMatchObject([{ role: 'reader', scope: { user_id: second } }]);
		expect(rights(calendar_id).filter(([, role]) => role === 'reader')).toEqual([[first, 'reader']]);
	});

	test.each([
		['delete', 'which can not be deleted'],
		['unsubscribe', 'which stays in the list'],
	])('that is the primary one is nothing for %s', async (operation, why) => {
		platform.simulator.requests.length = 0;
		const parameters = { resource: 'calendar', operation, calendar: byId('primary') };
		const { error } = await platform.run({ parameters });
		expect(error?.message).toBe(`The field 'Calendar' is the primary calendar, ${why}`);
		expect(platform.calls).toEqual([]);
	});

	test.each(['delete', 'subscribe', 'unsubscribe'])('is chosen each time for %s', async (operation) => {
		const run = platform.run({ parameters: { resource: 'calendar', operation } });
		await expect(run).rejects.toThrow('Parameter "Calendar" is required');
	});

	test('changes by what is given only', async () => {
		const { calendar_id } = ownCalendar(platform, 'Old');
		platform.simulator.requests.length = 0;
		await calendar('update', { calendar: byId(calendar_id), calendarChanges: { calendarColour: '#3370ff' } });
		expect(JSON.parse(only(platform.calls).bodyText ?? '{}')).toEqual({ color: -13405953 });
		expect(platform.store.calendars.all.get(calendar_id)?.summary).toBe('Old');
	});

	test('of a person, to which an app may not write, says what to do', async () => {
		const { error } = await platform.run({
			parameters: {
				...{ resource: 'calendarEvent', operation: 'create', calendar: byId(platform.user.open_id) },
				start: '2026-12-01T09:00:00',
			},
		});
		expect(error?.message).toBe('The caller may not do this in the calendar');
		expect(error?.description).toContain('use the credential of the person');
	});
});

describe('attendees', () => {
	const at = (event_id: string) => ({ event: byId(event_id) });

	test('are listed by their answers, and groups by their members', async () => {
		const [first, second] = people();
		const chat = ownChat(platform);
		const one = ownEvent(platform);
		invited(platform, invited(platform, one, 'user', first, { rsvp_status: 'accept' }), 'user', second);
		invited(platform, one, 'chat', chat.chat_id, { answers: new Map([[chat.members[0] ?? '', 'decline']]) });
		const list = async (options: INodeParameters) =>
			await out('attendee', 'getAll', { ...at(one.event_id), returnAll: true, options });
		expect(await list({})).toHaveLength(3);
		expect(await list({ attendeeAnswers: ['accept'] })).toMatchObject([{ user_id: first }]);
		expect(await list({ attendeeAnswers: ['decline'], groupMembers: true })).toMatchObject([
			{ type: 'user', group_id: chat.chat_id, open_id: chat.members[0] },
		]);
	});

	test('a room that is added answers while the step waits', async () => {
		const { room_id } = ownRoom(platform);
		const one = ownEvent(platform);
		const attendees = { ...invite.person(platform.user.open_id), ...invite.room(room_id) };
		const added = only(await out('attendee', 'add', { ...at(one.event_id), attendees }));
		expect(added.rooms).toMatchObject([{ room_id, rsvp_status: 'accept' }]);
	});

	test('an app’s room needs somebody who is asked about it', async () => {
		const attendees = invite.room(ownRoom(platform).room_id);
		platform.simulator.requests.length = 0;
		const { error } = await platform.run({
			parameters: { resource: 'attendee', operation: 'add', ...at(ownEvent(platform).event_id), attendees },
		});
		expect(error?.message).toBe("The field 'Attendees' has a room that nobody is asked about");
		expect(platform.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/attendees'))).toEqual([]);
	});

	test('a room is asked about with who is invited already', async () => {
		const { room_id } = ownRoom(platform);
		const event = invited(platform, ownEvent(platform), 'user', platform.user.open_id);
		await out('attendee', 'add', { ...at(event.event_id), attendees: invite.room(room_id) });
		expect(event.attendees).toContainEqual(
			expect.objectContaining({ named: room_id, operate_id: platform.user.open_id }),
		);
	});

	test('a room that somebody approves is refused to an app, with what to do', async () => {
		const { room_id } = ownRoom(platform, { approval: true });
		const attendees = { ...invite.person(platform.user.open_id), ...invite.room(room_id) };
		const { error } = await platform.run({
			parameters: { resource: 'attendee', operation: 'add', ...at(ownEvent(platform).event_id), attendees },
		});
		expect(error?.message).toBe(
			`The field 'Attendees' has a meeting room that this caller may not book: Room (${room_id})`,
		);
		expect(error?.description).toContain('Only a person can ask for a room that somebody approves, with a Reason');
	});

	test('the organizer stays, whoever is named instead', async () => {
		const [first, second] = people();
		const one = ownEvent(platform);
		invited(platform, one, 'user', first, { is_organizer: true, rsvp_status: 'accept' });
		const changed = only(await out('attendee', 'replace', { ...at(one.event_id), attendees: invite.person(second) }));
		expect(changed).toMatchObject({ added: [{ user_id: second }], removed: [] });
		expect(one.attendees.map(({ named }) => named)).toEqual([first, second]);
	});
});
