import { byId, type Platform } from '..';
import { primaryOf } from '../../../../simulator/calendar/access';
import { ownEvent, ownRoom } from '../calendars';
import { person, several } from '../ownChat';
import { late, type Cases, type OperationCase } from './common';

const WHO: OperationCase['refused'] = [
	[{ people: {}, rooms: {} }, 'People'],
	[{ people: several('ou_1, on_1') }, 'People'],
	[{ chats: { chat: [{ chat: byId(late('')) }] } }, 'Group Chats'],
	[{ rooms: { room: [{ room: byId(late('the large one')) }] } }, 'Meeting Room'],
	[{ rooms: { room: [{ room: byId(late('')) }] } }, 'Meeting Rooms'],
];

const who = (p: Platform) => ({
	people: person(p.user.open_id),
	rooms: { room: [{ room: byId(ownRoom(p).room_id) }] },
});

export const freeBusy: Cases = {
	findTime: {
		parameters: (p) => ({
			...who(p),
			notBefore: '2060-12-01T00:00:00+08:00',
			slotOptions: { timeZone: 'Asia/Shanghai' },
		}),
		refused: [
			...WHO,
			[{ meetingMinutes: 1 }, 'Length'],
			[{ withinDays: 91 }, 'Within Days'],
			[{ mostSlots: 0 }, 'Most Results'],
			[{ notBefore: late('soon') }, 'Not Before'],
			[{ slotOptions: { workFrom: late('nine') } }, 'Working Hours From'],
			[{ slotOptions: { workFrom: '18:00', workTo: '09:00' } }, 'Working Hours To'],
			[{ slotOptions: { workTo: '24:01' } }, 'Working Hours To'],
			[{ slotOptions: { workDays: [] } }, 'Working Days'],
			[{ slotOptions: { furtherZones: 'Mars/Base' } }, 'Further Time Zones'],
			[{ slotOptions: { stepMinutes: 1 } }, 'Start Every'],
			[{ slotOptions: { gapMinutes: -1 } }, 'Gap'],
		],
	},
	getBusy: {
		parameters(p) {
			const { calendar_id } = primaryOf(p.store, p.user.open_id);
			ownEvent(p, { calendar_id, creator: p.user.open_id, start: Date.parse('2030-01-01T09:00Z') / 1000 });
			return { ...who(p), busyFrom: '2030-01-01T08:30:00Z', busyUntil: '2030-01-01T10:30:00Z' };
		},
		refused: [
			...WHO,
			[{ busyUntil: '2029-12-31T00:00:00Z' }, 'Until'],
			[{ busyUntil: '2031-12-31T00:00:00Z' }, 'Until'],
			[{ busyFrom: late('soon') }, 'From'],
			[{ options: { timeZone: late('Mars/Base') } }, 'Time Zone'],
		],
	},
};
