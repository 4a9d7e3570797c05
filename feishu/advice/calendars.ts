import { notFound, say, setup, slower, soon, type Advice, type AdviceRows } from './words';

const MALFORMED = say(
	'Feishu refused a field of the calendar',
	"See Feishu's words below for which. Where they name calendar_id, choose the calendar from the list",
);
const SLOWER = slower('Calendars are asked too often');
const FULL_READ = say(
	'The mark or the page of the list is out of date',
	'Read from the beginning: it gives a new mark',
);
const OTHER_CALENDAR = 'Choose another calendar from the list';
const PERSON_MISSING = setup(
	'Somebody is not in this organization, or has left it',
	'Take them out, and invite people outside of the organization by their e-mail address. Where it is the person whose credential this is, connect somebody else',
);
const rows = (codes: readonly number[], advice: Advice): AdviceRows => codes.map((code) => [code, advice]);

/**
 * Calendars, events, who is invited, and when people are free.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/list and its neighbours
 */
export const CALENDARS: AdviceRows = [
	...rows([190002, 190014], MALFORMED),
	[190003, soon('Feishu had a problem with the calendar', 'Try again in a while')],
	...rows([190004, 190005, 190010], SLOWER),
	[
		190006,
		setup(
			'The app and the organization are served by different units of Feishu',
			'Check the App ID, the App Secret and the region in the credential; write to the support of Feishu if they are right',
		),
	],
	[
		190007,
		setup(
			'The app has no bot, which calendars need',
			'Switch on the bot ability in the developer console (Add Features → Bot), and publish a version',
		),
	],
	...rows([190008, 190009], FULL_READ),
	[
		190011,
		setup(
			"The organization's encryption key was deleted",
			'An administrator has to restore it; events can neither be read nor written until then',
		),
	],
	[
		190012,
		setup(
			'An older encryption key of the organization was deleted',
			'An administrator has to restore it; what was written with that key can not be read until then',
		),
	],
	[
		190013,
		say(
			'Feishu does not allow the words of the event',
			'Change title or description; a check of their content refused them',
		),
	],
	[191000, notFound('The calendar', OTHER_CALENDAR)],
	[191001, say('This is no ID of a calendar', OTHER_CALENDAR)],
	[
		191002,
		setup(
			'The caller may not do this in the calendar',
			"Share the calendar with more rights, or use the credential of the person whose calendar it is: in people's calendars an app sees free and busy at most",
		),
	],
	[191003, say('The calendar is deleted', OTHER_CALENDAR)],
	[
		191004,
		say(
			'This kind of calendar does not allow it',
			'Only shared calendars and, except for deleting, primary ones do; no Google, Exchange or resource calendars',
		),
	],
	[191005, say('The caller has subscribed to 1,000 calendars, which is the most', 'Unsubscribe from others first')],
	[
		191006,
		say(
			'It is not possible to subscribe to this calendar',
			'It must be public or shared; those of apps and of other organizations are not to be had',
		),
	],
	[191007, say('The caller has not subscribed to the calendar', 'Nothing more is to be done')],
	[
		191008,
		say('A primary calendar stays in the list', 'Nobody can unsubscribe from their own; choose another calendar'),
	],
	[191009, say('The caller has not subscribed to the calendar', 'Subscribe to it first')],
	[192000, notFound('The right on the calendar', 'Get Sharing lists those that there are')],
	[193000, say('This is no ID of an event', 'Take the event_id that Create, Get Many or Search give')],
	[
		193001,
		notFound(
			'The event',
			"Check that the calendar is the one in which it lies. One event of a series that can't be reached by itself is changed with 'Of a Series': This and Following, or All Events",
		),
	],
	[
		193002,
		setup(
			'Only the organizer may do this to the event',
			'Use the credential of who made it, or let attendees change events: What Attendees May Do. An attendee changes only their own color, reminders, visibility and Show As',
		),
	],
	[193003, say('The event is deleted', 'Take another one from the list')],
	[
		193101,
		say(
			'The event belongs to an app, so that its meeting takes no hosts and everybody may start it',
			'Leave Hosts empty and Attendees Can Start on, or create the event with the credential of a person',
		),
	],
	[
		193102,
		setup(
			'Only the organizer can name hosts of the meeting',
			'Leave Hosts empty, or use the credential of the person who made the event',
		),
	],
	[193103, say('The range is too wide', 'Choose one of less than 40 days')],
	[193104, say('There are more than 1,000 events in the range', 'Choose a shorter one')],
	[193105, say('An attachment is not there', 'A file is uploaded for one calendar and is good in that alone')],
	[
		193106,
		say(
			'The attachments are larger than 25 MB in all',
			'Share large files in Drive, and put their address into the description',
		),
	],
	[
		193107,
		setup(
			'The caller may not use the attachment',
			'It was uploaded for another calendar. Give the file itself, which is then uploaded for this one',
		),
	],
	[194000, notFound('The attendee', 'Only who is invited can reply; Attendee → Get Many lists everybody')],
	[
		194001,
		setup(
			'The caller may not see who is invited',
			'The organizer decides about that: What Attendees May Do → See Each Other',
		),
	],
	[
		194002,
		setup(
			'The caller may not invite to the event',
			'Only the organizer may, or attendees where What Attendees May Do says so. Whoever invites a group has to be in it. A room that somebody approves is booked by a person, with a Reason',
		),
	],
	[
		194003,
		setup(
			'The caller may not remove attendees',
			'Only the organizer may, or attendees where What Attendees May Do says so',
		),
	],
	[194004, say('This kind of attendee is unknown', 'Invite people, groups, rooms or e-mail addresses')],
	[195000, setup('The time off belongs to another app', 'Only the app that made it can delete it')],
	[195100, PERSON_MISSING],
	[
		195101,
		setup(
			'Only a super administrator may bind calendars of Exchange',
			'Use the credential of a person who is one of the organization',
		),
	],
	[
		195102,
		say('This is no ID of a binding to Exchange', 'Take the exchange_binding_id that came when the account was bound'),
	],
	[195103, notFound('The binding to Exchange', 'Bind the account first; somebody may have taken the binding away')],
	[
		195104,
		setup(
			'The administrator account of Exchange is bound in another organization',
			'Name the account with which this organization has bound Exchange',
		),
	],
	[
		195105,
		setup(
			'The administrator account of Exchange could not be bound',
			'An administrator binds it anew in the admin console, and then this works',
		),
	],
	[
		195106,
		notFound(
			'The administrator account of Exchange',
			'Name the account with which the organization has bound Exchange in the admin console',
		),
	],
	[
		195107,
		setup(
			'Only the owner of the meeting chat can unbind it',
			'Use the credential of who owns the group, or make them hand it over',
		),
	],
	[
		195108,
		say('This is not the chat of the event', 'Take the meeting_chat_id that Create Meeting Chat gave for this event'),
	],
	[
		195109,
		setup(
			'No meeting chat can be made of this event',
			'It takes two attendees at least, in the primary calendar of the caller',
		),
	],
	[
		195110,
		setup(
			'No minutes can be made of this event',
			'Only who organizes it or is invited can, in the primary calendar of the caller',
		),
	],
	[195112, say('The password of the meeting can not be used', 'It has 4 to 9 digits')],
	[195113, setup('Only the organizer may set the password of the meeting', 'Use the credential of who made the event')],
	[198001, say('Too many people were asked about at once', 'Ask about ten at a time')],
	[198002, say('Feishu can not read a time', 'Use a date such as 2026-12-01T09:00:00+08:00')],
	[198003, say('The range of time can not be used', 'The end comes after the start, two weeks at most for people')],
	[198004, say('The time zone is unknown', 'Use a name such as Asia/Shanghai')],
	[198007, say('Too many calendars were asked for at once', 'Ask for ten at a time')],
];
