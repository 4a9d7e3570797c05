import { byId, type Platform } from '..';
import { addCalendar } from '../../../../simulator/calendar/access';
import { ownCalendar } from '../calendars';
import { person, several } from '../ownChat';
import { CALENDAR } from './calendarEvent';
import { late, LIMIT, type Cases } from './common';

const mine = (p: Platform) => ({ calendar: byId(ownCalendar(p).calendar_id) });

const PEOPLE = [
	[{ people: {} }, 'People'],
	[{ people: several('ou_1, on_1') }, 'People'],
] as const;

const LOOKS = (name: string) =>
	[
		[{ [name]: { calendarColour: late('blue') } }, 'Color'],
		[{ [name]: { calendarDescription: 'x'.repeat(256) } }, 'Description'],
		[{ [name]: { calendarAccess: late('some') } }, 'Who Can See It'],
	] as const;

/** A calendar of somebody else that everybody may read. */
function theirs(p: Platform) {
	const owner = [...p.store.contact.users.keys()].find((id) => id !== p.user.open_id) ?? '';
	return addCalendar(p.store, { owner, summary: 'Holidays of the company', permissions: 'public' });
}

const inList = (p: Platform, id: string) => {
	for (const who of [p.store.apps.get(p.simulator.appId)?.bot_open_id ?? '', p.user.open_id])
		p.store.calendars.follows(who).add(id);
	return id;
};

export const calendar: Cases = {
	create: {
		parameters: (p) => ({ calendarName: 'Team', shareCalendarWith: person(p.user.open_id) }),
		refused: [
			...LOOKS('options'),
			[{ calendarName: late(' ') }, 'Name'],
			[{ calendarName: 'x'.repeat(256) }, 'Name'],
			[{ shareCalendarWith: several('ou_1, on_1') }, 'Share With'],
			[{ calendarRight: late('all') }, 'Right'],
		],
	},
	delete: { parameters: mine, refused: CALENDAR },
	get: { parameters: mine, refused: CALENDAR },
	getAll: { parameters: () => ({ returnAll: false, limit: 1 }), refused: LIMIT },
	getPrimary: { parameters: () => ({}), refused: [] },
	getSharing: { parameters: (p) => ({ ...mine(p), returnAll: false, limit: 1 }), refused: [...CALENDAR, ...LIMIT] },
	search: {
		parameters: (p) => (theirs(p), { calendarWords: 'Holidays', returnAll: false, limit: 1 }),
		refused: [
			...LIMIT,
			[{ calendarWords: late(' ') }, 'Search For'],
			[{ calendarWords: 'x'.repeat(201) }, 'Search For'],
		],
	},
	share: {
		parameters: (p) => ({ ...mine(p), people: person(p.user.open_id), calendarRight: 'writer' }),
		refused: [...CALENDAR, ...PEOPLE, [{ calendarRight: late('all') }, 'Right']],
	},
	stopSharing: {
		parameters(p) {
			const made = ownCalendar(p);
			const other = [...p.store.contact.users.keys()].find((id) => id !== p.user.open_id) ?? '';
			made.acls.push({ acl_id: 'user_1', role: 'writer', user: other });
			return { calendar: byId(made.calendar_id), people: several(other) };
		},
		refused: [...CALENDAR, ...PEOPLE],
	},
	subscribe: { parameters: (p) => ({ calendar: byId(theirs(p).calendar_id) }), refused: CALENDAR },
	unsubscribe: { parameters: (p) => ({ calendar: byId(inList(p, theirs(p).calendar_id)) }), refused: CALENDAR },
	update: {
		parameters: (p) => ({ ...mine(p), calendarChanges: { newCalendarName: 'New' } }),
		refused: [
			...CALENDAR,
			...LOOKS('calendarChanges'),
			[{ calendarChanges: {} }, 'Changes'],
			[{ calendarChanges: { newCalendarName: late('') } }, 'Name'],
		],
	},
};
