import type { Platform } from '..';
import { invite, invited, ownEvent } from '../calendars';
import { ATTENDEES, EVENT, theEvent } from './calendarEvent';
import { late, LIMIT, type Cases } from './common';

const NOBODY = [
	[{ attendees: {} }, 'Attendees'],
	[{ attendees: invite.several(late(' ')) }, 'Attendees'],
] as const;

const one = (p: Platform) => ({ ...theEvent(ownEvent(p)), attendees: invite.person(p.user.open_id) });
const there = (p: Platform) => theEvent(invited(p, ownEvent(p), 'user', p.user.open_id));

export const attendee: Cases = {
	add: { parameters: one, refused: [...EVENT, ...ATTENDEES, ...NOBODY] },
	getAll: { parameters: there, refused: [...EVENT, ...LIMIT] },
	remove: {
		parameters: (p) => ({ ...there(p), attendees: invite.person(p.user.open_id) }),
		refused: [...EVENT, ...ATTENDEES, ...NOBODY],
	},
	replace: { parameters: one, refused: [...EVENT, ...ATTENDEES, ...NOBODY] },
};
