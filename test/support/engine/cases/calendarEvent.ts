import { byId, only, type Platform } from '..';
import { primaryOf } from '../../../../simulator/calendar/access';
import { eventsIn, toChange } from '../../../../simulator/calendar/events';
import { occurrenceAt } from '../../../../simulator/calendar/occurrences';
import type { CalendarEvent } from '../../../../simulator/state/calendars';
import { bot } from '../ownBase';
import { invite, invited, ownEvent, seconds } from '../calendars';
import { late, LIMIT, type Cases, type OperationCase } from './common';

/** What no operation takes for a calendar. */
export const CALENDAR = [
	[{ calendar: byId(late('')) }, 'Calendar'],
	[{ calendar: byId(late('team calendar')) }, 'Calendar'],
] as const;

export const EVENT = [
	...CALENDAR,
	[{ event: byId(late('')) }, 'Event'],
	[{ event: byId(late('an event')) }, 'Event'],
	[{ event: { __rl: true, mode: 'url', value: late('https://applink.feishu.cn/client/calendar/open') } }, 'Event'],
] as const;

/** What no operation takes for attendees. */
export const ATTENDEES: OperationCase['refused'] = [
	[{ attendees: invite.several('ou_1, on_1') }, 'Attendees'],
	[{ attendees: { chat: [{ chat: byId(late('')) }] } }, 'Group Chat 1'],
	[{ attendees: invite.room(late('the large one')) }, 'Meeting Room'],
	[{ attendees: invite.guests('nobody') }, 'Attendees'],
	[{ attendees: { person: [{ optional: true }] } }, 'Person 1'],
];

const TIMES = [
	[{ end: late('2026-12-01T08:00:00+08:00') }, 'End'],
	[{ end: late('2026-12-02') }, 'End'],
	[{ end: late('soon') }, 'End'],
	[{ allDay: true, end: late('2026-11-29') }, 'End'],
] as const;

const DETAILS = (name: string) =>
	[
		[{ [name]: { eventColour: late('blue') } }, 'Color'],
		[{ [name]: { reminders: 'soon' } }, 'Remind Before'],
		[{ [name]: { reminders: '20161' } }, 'Remind Before'],
		[{ [name]: { location: 'x'.repeat(513) } }, 'Location'],
		[{ [name]: { locationAddress: 'x'.repeat(256) } }, 'Location Address'],
		[{ [name]: { eventDescription: 'x'.repeat(40_961) } }, 'Description'],
		[{ [name]: { attachFiles: 'nothing' } }, 'Attachments'],
		[{ [name]: { visibility: late('hidden') } }, 'Visibility'],
	] as const;

const MEETING = (link: string): OperationCase['refused'] => [
	[{ [link]: 'other', meetingUrl: late(' ') }, 'Meeting Address'],
	[{ [link]: 'other', meetingUrl: late('zoom') }, 'Meeting Address'],
	[{ [link]: 'feishu', meetingSettings: { meetingPassword: 'abc' } }, 'Password'],
	[{ [link]: 'feishu', meetingSettings: { meetingHosts: { several: [{ list: 'on_1' }] } } }, 'Meeting Settings'],
];

export const theEvent = ({ event_id }: CalendarEvent) => ({ event: byId(event_id) });
const event = (p: Platform) => theEvent(ownEvent(p));

/** To which the caller and somebody else are invited. */
function ours(p: Platform): CalendarEvent {
	const other = [...p.store.contact.users.keys()].find((id) => id !== p.user.open_id) ?? '';
	return invited(p, invited(p, ownEvent(p), 'user', bot(p)), 'user', other);
}

const series = (p: Platform) => ownEvent(p, { recurrence: 'FREQ=DAILY;UNTIL=20261210T010000Z' });

export const calendarEvent: Cases = {
	create: {
		parameters: (p) => ({
			eventTitle: 'Planning',
			start: '2026-12-01T09:00:00+08:00',
			end: '2026-12-01T10:00:00+08:00',
			attendees: invite.person(p.user.open_id),
			repeats: 'regularly',
			repeatUnit: 'week',
			repeatEnds: 'after',
			repeatTimes: 3,
		}),
		refused: [
			...CALENDAR,
			...TIMES,
			...ATTENDEES,
			...DETAILS('options'),
			...MEETING('meetingLink'),
			[{ start: late('') }, 'Start'],
			[{ start: late('2026-02-30'), end: '' }, 'Start'],
			[{ eventTitle: 'x'.repeat(1001) }, 'Title'],
			[{ options: { timeZone: late('Mars/Base') } }, 'Time Zone'],
			[{ options: { waitForRooms: 601 } }, 'Wait for Rooms'],
			[{ repeatEvery: 0 }, 'Every'],
			[{ repeatEnds: 'on', repeatUntil: late('') }, 'Last Day'],
			[{ repeatEnds: 'on', repeatUntil: '2026-11-29' }, 'Last Day'],
			[{ repeats: 'rule', repeatRule: late(' ') }, 'Rule'],
			[{ repeats: 'rule', repeatRule: 'every Monday' }, 'Rule'],
			[{ repeats: 'rule', repeatRule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2' }, 'Rule'],
		],
	},
	createMeetingChat: { parameters: (p) => theEvent(ours(p)), refused: EVENT },
	createMinutes: { parameters: (p) => theEvent(ours(p)), refused: EVENT },
	delete: {
		parameters: (p) => ({ ...theEvent(series(p)), seriesScope: 'all' }),
		refused: [...EVENT, [{ seriesScope: late('some') }, 'Of a Series']],
	},
	get: { parameters: event, refused: [...EVENT, [{ options: { mostAttendees: 101 } }, 'Most Attendees']] },
	getChanges: {
		parameters: (p) => (ownEvent(p), { changesSince: 'beginning' }),
		records: (p) => eventsIn(p.store, primaryOf(p.store, bot(p))).filter(({ status }) => status !== 'cancelled').length,
		refused: [...CALENDAR, [{ changesSince: 'mark', changeMark: late(' ') }, 'Mark']],
	},
	getAll: {
		parameters(p) {
			ownEvent(p);
			return {
				rangeFrom: '2026-12-01T00:00:00+08:00',
				rangeUntil: '2026-12-02T00:00:00+08:00',
				returnAll: false,
				limit: 1,
			};
		},
		refused: [
			...CALENDAR,
			...LIMIT,
			[{ rangeUntil: '2026-12-01T00:00:00+08:00' }, 'Until'],
			[{ rangeUntil: '2036-12-01T00:00:00+08:00' }, 'Until'],
			[{ rangeFrom: late('soon') }, 'From'],
		],
	},
	getShareLink: { parameters: event, refused: EVENT },
	reply: { parameters: (p) => theEvent(ours(p)), refused: [...EVENT, [{ eventAnswer: late('perhaps') }, 'Answer']] },
	search: {
		parameters(p) {
			ownEvent(p, { summary: 'Quarterly figures', start: Math.floor(p.store.clock.now() / 1000) });
			return { searchFor: 'Quarterly', returnAll: false, limit: 1 };
		},
		refused: [
			...CALENDAR,
			...LIMIT,
			[{ searchFor: 'x'.repeat(201) }, 'Search For'],
			[{ searchFilters: { searchFrom: '2026-12-02', searchUntil: '2026-12-01' } }, 'Filters'],
			[{ searchFilters: { inRooms: { room: [{ room: byId('the large one') }] } } }, 'Meeting Room'],
			[{ searchFilters: { withChats: { chat: [{ chat: byId(late('the team')) }] } } }, 'Chat'],
		],
	},
	unbindMeetingChat: {
		parameters(p) {
			const made = ours(p);
			const chat = only(p.addChats(1));
			chat.owner_id = bot(p);
			made.meeting_chat_id = chat.chat_id;
			return { ...theEvent(made), meetingChat: byId(chat.chat_id) };
		},
		refused: [...EVENT, [{ meetingChat: byId(late(' ')) }, 'Meeting Chat']],
	},
	update: {
		parameters(p) {
			const made = series(p);
			const one = occurrenceAt(made, seconds('2026-12-02T09:00:00+08:00'));
			toChange(p.store, { event: one, series: made });
			return {
				...theEvent(one),
				seriesScope: 'following',
				eventChanges: { eventTitle: 'New', newStart: '2026-12-02T10:00:00+08:00' },
			};
		},
		refused: [
			...EVENT,
			...DETAILS('eventChanges'),
			...MEETING('meetingLinkNow'),
			[{ eventChanges: { eventTitle: 'x'.repeat(1001) } }, 'Title'],
			[{ eventChanges: {} }, 'Changes'],
			[{ changeAttendees: 'add', attendees: {} }, 'Who'],
			[{ repeatsNow: 'rule', repeatRule: 'nothing' }, 'Rule'],
			[{ options: { timeZone: late('Mars/Base') } }, 'Time Zone'],
		],
	},
};
