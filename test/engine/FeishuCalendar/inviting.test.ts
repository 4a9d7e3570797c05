/** Whom the platform refuses is found among the others, who are invited; what was changed before is told. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../support/engine';
import { invite, invited, ownEvent, ownRoom } from '../../support/engine/calendars';

const platform = usePlatform();
const NOBODY = 'ou_7d8a6e6df7621556';
const start = '2026-12-01T09:00:00+08:00';

const run = async (operation: string, more: INodeParameters) =>
	await platform.run({ parameters: { resource: 'calendarEvent', operation, ...more } });
async function out(operation: string, more: INodeParameters) {
	const { items, error, hints } = await run(operation, more);
	if (error) throw error;
	return { ...only(items).json, hints: JSON.stringify(hints) } as Record<string, unknown> & { hints: string };
}
const namesOn = (id: unknown) =>
	platform.store.calendars.events.get(String(id))?.attendees.map(({ named }) => named) ?? [];
const others = () => [...platform.store.contact.users.keys()].slice(0, 2);

describe('Create', () => {
	test.each(['endpoint', 'gateway'] as const)(
		'one bad person is named, the others are invited (%s)',
		async (unknownId) => {
			Object.assign(platform.store.settings, { unknownId });
			const people = [...others(), NOBODY, platform.user.open_id];
			const made = await out('create', { start, attendees: invite.person(...people) });
			expect(made.attendee_error).toBe(`The field 'Attendees' has somebody whom Feishu does not find: ${NOBODY}`);
			expect(made.attendee_error_details).toMatchObject({
				advice: expect.stringContaining('Everybody else was invited') as string,
			});
			expect(made.hints).toContain('but not everybody comes');
			expect(new Set(namesOn(made.event_id))).toEqual(new Set(people.filter((id) => id !== NOBODY)));
			expect(made.invited).toHaveLength(new Set(namesOn(made.event_id)).size);
		},
	);

	test('nobody is invited where all are refused, and that is said', async () => {
		const made = await out('create', { start, attendees: invite.person(NOBODY) });
		expect(made.hints).toContain('nobody was invited');
		expect(made).not.toHaveProperty('invited');
	});

	test('a room that somebody approves is named, and the people and other rooms are invited', async () => {
		const open = ownRoom(platform, { name: 'Open' });
		const approved = ownRoom(platform, { name: 'Lagoon', approval: true });
		const attendees = { ...invite.person(platform.user.open_id), ...invite.room(approved.room_id, open.room_id) };
		const made = await out('create', { start, attendees });
		expect(made.attendee_error).toBe(
			`The field 'Attendees' has a meeting room that this caller may not book: Lagoon (${approved.room_id})`,
		);
		expect(made.rooms).toMatchObject([{ room_id: open.room_id, rsvp_status: 'accept' }]);
	});

	test.each([
		['never', true],
		['after', false],
	])('a room in a series that ends %s is told to need an end: %s', async (repeatEnds, isTold) => {
		const attendees = { ...invite.person(platform.user.open_id), ...invite.room(ownRoom(platform).room_id) };
		const { hints } = await out('create', { start, attendees, repeats: 'regularly', repeatEnds });
		expect(hints.includes('declines a series that goes on for more than two years')).toBe(isTold);
	});

	test('a rule of two lines is refused with what is taken', async () => {
		const repeatRule = 'RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261202T010000Z';
		const { error } = await run('create', { start, repeats: 'rule', repeatRule });
		expect(error?.message).toContain("The field 'Rule' has several lines, of which Feishu takes one");
	});
});

test('Attendee: Add names who is not there, and invites the others', async () => {
	const { event_id } = ownEvent(platform);
	const attendees = invite.person(platform.user.open_id, NOBODY);
	const { error } = await platform.run({
		parameters: { resource: 'attendee', operation: 'add', event: byId(event_id), attendees },
	});
	expect(error?.message).toBe(`The field 'Attendees' has somebody whom Feishu does not find: ${NOBODY}`);
	expect(error?.description).toContain('Everybody else was invited');
	expect(namesOn(event_id)).toEqual([platform.user.open_id]);
});

describe('Update', () => {
	const change = (id: string, more: INodeParameters) => ({ event: byId(id), ...more });
	const toAdd = (id: string) => ({ changeAttendees: 'add', attendees: invite.person(id) });

	test('a change that was made is told where inviting fails then', async () => {
		const { event_id } = ownEvent(platform);
		const item = await out('update', change(event_id, { eventChanges: { eventTitle: 'New' }, ...toAdd(NOBODY) }));
		expect(item).toMatchObject({
			summary: 'New',
			attendee_error: `The field 'Who' has somebody whom Feishu does not find: ${NOBODY}`,
		});
		expect(item.hints).toContain('The event is changed, but not all of who is invited');
	});

	test('with nothing else changed the step fails, and names who it was', async () => {
		const { error } = await run('update', change(ownEvent(platform).event_id, toAdd(NOBODY)));
		expect(error?.message).toBe(`The field 'Who' has somebody whom Feishu does not find: ${NOBODY}`);
	});

	test('Replace needs somebody, or an expression that gives an empty list', async () => {
		const event = invited(platform, ownEvent(platform), 'user', platform.user.open_id);
		const replace = (attendees: INodeParameters) => change(event.event_id, { changeAttendees: 'replace', attendees });
		for (const nobody of [{}, invite.several(''), invite.several('={{ undefined }}')]) {
			const { error } = await run('update', replace(nobody));
			expect(error?.message).toContain("The field 'Who' is empty");
			expect(namesOn(event.event_id)).toEqual([platform.user.open_id]);
		}
		await out('update', replace(invite.several('={{ [] }}')));
		expect(namesOn(event.event_id)).toEqual([]);
	});

	test('nobody goes where somebody can not be invited in their place', async () => {
		const event = invited(platform, ownEvent(platform), 'user', platform.user.open_id);
		const attendees = invite.person(NOBODY);
		const { error } = await run('update', change(event.event_id, { changeAttendees: 'replace', attendees }));
		expect(error?.message).toContain(NOBODY);
		expect(namesOn(event.event_id)).toEqual([platform.user.open_id]);
	});

	test('a room is asked about with who is invited already', async () => {
		const { room_id } = ownRoom(platform);
		const event = invited(platform, ownEvent(platform), 'user', platform.user.open_id);
		await out('update', change(event.event_id, { changeAttendees: 'add', attendees: invite.room(room_id) }));
		expect(namesOn(event.event_id)).toEqual([platform.user.open_id, room_id]);
	});

	test('a start that was added and left empty is no change', async () => {
		const { error } = await run('update', change(ownEvent(platform).event_id, { eventChanges: { newStart: '' } }));
		expect(error?.message).toBe("The field 'Changes' is empty");
	});
});
