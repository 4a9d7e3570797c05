/** Times at which people and rooms are free. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../support/engine';
import { invited, ownEvent, ownRoom, seconds } from '../../support/engine/calendars';
import { person, several } from '../../support/engine/ownChat';
import { primaryOf } from '../../../simulator/calendar/access';

const platform = usePlatform();

const find = async (more: INodeParameters) => {
	platform.simulator.requests.length = 0;
	return await platform.run({
		parameters: {
			...{ resource: 'freeBusy', operation: 'findTime', notBefore: '2060-03-01T00:00:00+08:00' },
			people: person(platform.user.open_id),
			...more,
			slotOptions: { timeZone: 'Asia/Shanghai', ...((more.slotOptions ?? {}) as IDataObject) },
		},
	});
};
async function times(more: INodeParameters) {
	const { items, error } = await find(more);
	if (error) throw error;
	return items.map(({ json }) => String(json.start));
}

/** Somebody is busy. */
function busy(from: string, to: string, open_id = platform.user.open_id) {
	const { calendar_id } = primaryOf(platform.store, open_id);
	return ownEvent(platform, { calendar_id, creator: open_id, start: seconds(from), end: seconds(to) });
}
const rooms = (...ids: string[]) => ({ rooms: { room: ids.map((id) => ({ room: byId(id) })) } });

beforeEach(() => platform.store.calendars.events.clear());

test('the first time in working hours after what is in the way', async () => {
	busy('2060-03-01T09:00:00+08:00', '2060-03-01T11:10:00+08:00');
	const { items } = await find({});
	expect(only(items).json).toMatchObject({
		start: '2060-03-01T11:30:00+08:00',
		end: '2060-03-01T12:30:00+08:00',
		time_zone: 'Asia/Shanghai',
		minutes: 60,
		people: [platform.user.open_id],
	});
});

test.each<[string, INodeParameters, string]>([
	['a gap before and after', { slotOptions: { gapMinutes: 30 } }, '2060-03-01T12:00:00+08:00'],
	['every quarter of an hour', { slotOptions: { stepMinutes: 15 } }, '2060-03-01T11:15:00+08:00'],
	['later working hours', { slotOptions: { workFrom: '14:00' } }, '2060-03-01T14:00:00+08:00'],
	['any time of day', { slotOptions: { anyTime: true } }, '2060-03-01T00:00:00+08:00'],
	['another day of the week', { slotOptions: { workDays: ['2'] } }, '2060-03-03T09:00:00+08:00'],
	[
		'people elsewhere who work as well',
		{ slotOptions: { furtherZones: 'Europe/Berlin' } },
		'2060-03-01T16:00:00+08:00',
	],
	['a longer meeting', { meetingMinutes: 480 }, '2060-03-02T09:00:00+08:00'],
])('with %s', async (_, more, start) => {
	busy('2060-03-01T09:00:00+08:00', '2060-03-01T11:10:00+08:00');
	expect(await times(more)).toEqual([start]);
});

test('begins now where Not Before has passed', async () => {
	const [start = ''] = await times({
		notBefore: '2020-01-01T00:00:00',
		slotOptions: { anyTime: true, stepMinutes: 5 },
	});
	expect(Date.parse(start)).toBeGreaterThanOrEqual(Date.now() - 60_000);
});

test('Not Before is on the clock of the time zone, and no other day than it says', async () => {
	expect(await times({ notBefore: '2060-03-01T10:00:00' })).toEqual(['2060-03-01T10:00:00+08:00']);
	const { error } = await find({ notBefore: '2060-02-31T09:00:00' });
	expect(error?.message).toBe("The field 'Not Before' holds no date: 2060-02-31T09:00:00");
});

test('several times do not overlap', async () => {
	expect(await times({ mostSlots: 3, meetingMinutes: 90 })).toEqual([
		'2060-03-01T09:00:00+08:00',
		'2060-03-01T10:30:00+08:00',
		'2060-03-01T12:00:00+08:00',
	]);
});

test('what somebody was invited to and has not accepted may count as free', async () => {
	invited(platform, ownEvent(platform, { start: seconds('2060-03-01T09:00:00+08:00') }), 'user', platform.user.open_id);
	expect(await times({})).toEqual(['2060-03-01T10:00:00+08:00']);
	expect(await times({ slotOptions: { unanswered: 'free' } })).toEqual(['2060-03-01T09:00:00+08:00']);
});

describe('rooms', () => {
	test('one that is none is told by its field', async () => {
		const { error } = await find(rooms('omm_nowhere'));
		expect(error?.message).toBe("The field 'Meeting Rooms' has a meeting room that Feishu refuses: omm_nowhere");
	});

	function two() {
		const [one, other] = [ownRoom(platform).room_id, ownRoom(platform).room_id];
		const start = seconds('2060-03-01T09:00:00+08:00');
		invited(platform, ownEvent(platform, { start }), 'resource', one, { rsvp_status: 'accept' });
		invited(platform, ownEvent(platform, { start: start + 3600 }), 'resource', other, { rsvp_status: 'accept' });
		return [one, other] as const;
	}

	test('one that is free is enough, and is named', async () => {
		const [one, other] = two();
		const { items } = await find({ ...rooms(one, other), mostSlots: 2 });
		expect(items.map(({ json }) => [json.start, json.room_id])).toEqual([
			['2060-03-01T09:00:00+08:00', other],
			['2060-03-01T10:00:00+08:00', one],
		]);
	});

	test('or all are needed', async () => {
		const both = rooms(...two());
		expect(await times({ ...both, slotOptions: { roomsNeeded: 'all' } })).toEqual(['2060-03-01T11:00:00+08:00']);
	});

	test('without people as well', async () => {
		expect(await times({ ...rooms(two()[0]), people: {} })).toEqual(['2060-03-01T10:00:00+08:00']);
	});
});

test('ten people and two weeks take one request; everybody in a group counts, once', async () => {
	const people = [...platform.store.contact.users.keys()].slice(0, 12);
	await find({ people: several(people.join(',')), withinDays: 28 });
	const counted = platform.calls.filter(({ path }) => path.includes('/freebusy/'));
	const asked = counted.map(({ path, bodyText = '{}' }) => [
		path.split('/').at(-1),
		(JSON.parse(bodyText) as { user_ids: string[] }).user_ids.length,
	]);
	expect(asked).toEqual([
		['batch', Math.min(people.length, 10)],
		...(people.length > 10 ? [['batch', people.length - 10]] : []),
		['batch', Math.min(people.length, 10)],
		...(people.length > 10 ? [['batch', people.length - 10]] : []),
	]);
	const { chat_id, members } = platform.chat;
	const { items } = await find({ people: person(members[0] ?? ''), chats: { chat: [{ chat: byId(chat_id) }] } });
	expect(new Set(only(items).json.people as string[])).toEqual(new Set(members));
});

test('where no time fits, nothing comes out and why is told', async () => {
	busy('2060-02-28T00:00:00+08:00', '2060-03-20T00:00:00+08:00');
	const { items, hints } = await find({});
	expect(items).toEqual([]);
	expect(JSON.stringify(hints)).toContain('No time fits');
});

test.each<[string, INodeParameters, string]>([
	['a length beyond the working hours', { meetingMinutes: 600 }, 'the working hours of a day are shorter'],
	[
		'working hours that never meet',
		{ slotOptions: { furtherZones: 'America/New_York' } },
		'the working hours of Asia/Shanghai, America/New_York never meet',
	],
])('%s never fits, and no look ahead is advised', async (_, given, why) => {
	const { items, hints } = await find(given);
	expect(items).toEqual([]);
	expect(JSON.stringify(hints)).toContain(why);
	expect(JSON.stringify(hints)).not.toContain('look further ahead');
});

test('a group that is not there is told by its field', async () => {
	const chats = { chat: [{ chat: byId('oc_zz') }] };
	const { error } = await platform.run({ parameters: { resource: 'freeBusy', operation: 'getBusy', chats } });
	expect(error?.message).toBe("The field 'Group Chats' has a group that Feishu does not find: oc_zz");
});

test('busy times come with the person or the room, in the zone that was chosen', async () => {
	busy('2060-03-01T09:00:00+08:00', '2060-03-01T10:00:00+08:00');
	const { room_id } = ownRoom(platform);
	invited(platform, ownEvent(platform, { start: seconds('2060-03-01T12:00:00+08:00') }), 'resource', room_id, {
		rsvp_status: 'accept',
	});
	const { items } = await platform.run({
		parameters: {
			...{ resource: 'freeBusy', operation: 'getBusy', people: person(platform.user.open_id), ...rooms(room_id) },
			...{ busyFrom: '2060-03-01T00:00:00+08:00', busyUntil: '2060-03-02T00:00:00+08:00' },
			options: { timeZone: 'Europe/Berlin' },
		},
	});
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ user_id: platform.user.open_id, start: '2060-03-01T02:00:00+01:00' }),
		expect.objectContaining({ room_id, start: '2060-03-01T05:00:00+01:00' }),
	]);
});

test('rooms that are free at a time', async () => {
	const [free, taken] = [ownRoom(platform, { name: 'Cove' }), ownRoom(platform, { name: 'Cove' })];
	invited(platform, ownEvent(platform, { start: seconds('2060-03-01T09:00:00+08:00') }), 'resource', taken.room_id, {
		rsvp_status: 'accept',
	});
	const { items } = await platform.run({
		parameters: {
			...{ resource: 'room', operation: 'getAll', returnAll: true },
			roomFilters: { roomName: 'Cove', freeFrom: '2060-03-01T09:30:00+08:00' },
		},
	});
	expect(items.map(({ json }) => json.room_id)).toEqual([free.room_id]);
	expect(only(items).json.path_names).toContain('F1');
});

test('Until that has passed is told by its own name, as From is empty', async () => {
	const given = { resource: 'freeBusy', operation: 'getBusy', people: person(platform.user.open_id) };
	const { error } = await platform.run({ parameters: { ...given, busyUntil: '2020-01-01' } });
	expect(error?.message).toBe("The field 'Until' is in the past, and the range begins now because 'From' is empty");
});

describe('names beside the IDs', () => {
	const asked = () => platform.calls.map(({ path }) => path.replace(/^.*\/v\d\//, ''));
	const busyTimes = async () => {
		platform.simulator.requests.length = 0;
		const { items, error } = await platform.run({
			parameters: {
				...{ resource: 'freeBusy', operation: 'getBusy', people: person(platform.user.open_id) },
				...{ busyFrom: '2060-03-01T00:00:00Z', busyUntil: '2060-03-02T00:00:00Z' },
			},
		});
		if (error) throw error;
		return only(items).json;
	};

	test('of people and rooms, in one request for each kind', async () => {
		const { name, open_id } = platform.user;
		const room = ownRoom(platform, { name: 'Lagoon' });
		const { items } = await find({ mostSlots: 3, ...rooms(room.room_id) });
		expect(items).toHaveLength(3);
		expect(items[0]?.json).toMatchObject({
			...{ people: [open_id], people_names: [name] },
			...{ room_ids: [room.room_id], room_names: ['Lagoon'], room_id: room.room_id, room_name: 'Lagoon' },
		});
		expect(asked().filter((path) => path === 'users/batch' || path === 'rooms/mget')).toHaveLength(2);
	});

	test('of who is busy', async () => {
		busy('2060-03-01T09:00:00Z', '2060-03-01T10:00:00Z');
		expect(await busyTimes()).toMatchObject({ user_id: platform.user.open_id, name: platform.user.name });
	});

	test('stay away where they may not be read', async () => {
		busy('2060-03-01T09:00:00Z', '2060-03-01T10:00:00Z');
		const path = '/open-apis/contact/v3/users/batch';
		platform.simulator.faults.add({ path, action: { type: 'code', http: 403, code: 40004 } });
		expect(await busyTimes()).not.toHaveProperty('name');
		platform.simulator.faults.clear();
	});
});
