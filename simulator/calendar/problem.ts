import { PlatformError } from '../platform/envelope';

const refusal =
	(code: number, msg: string, http = 400) =>
	(more = '') =>
		new PlatformError(code, more === '' ? msg : `${msg}: ${more}`, { http });

/** Source: the tables at the end of https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/list and its neighbors */
export const refused = {
	params: refusal(190002, 'invalid parameters in request'),
	bot: refusal(190007, 'app bot_id not found', 404),
	syncToken: refusal(190008, 'sync_token is expired or invalid'),
	mixed: refusal(190009, 'sync_token and page_token, or times, at once'),
	text: refusal(190013, 'content check failed'),
	calendar: refusal(191000, 'calendar not found', 404),
	calendarId: refusal(191001, 'invalid calendar_id'),
	role: refusal(191002, 'no calendar access_role', 403),
	calendarDeleted: refusal(191003, 'calendar is deleted', 403),
	calendarType: refusal(191004, 'invalid calendar type', 403),
	manySubscriptions: refusal(191005, 'subscribe calendar limit exceeded'),
	subscribe: refusal(191006, 'calendar can not be subscribed'),
	notSubscribed: refusal(191007, 'calendar is not subscribed'),
	primaryStays: refusal(191008, 'primary calendar can not be unsubscribed'),
	notFollower: refusal(191009, 'only subscribers of the calendar may change this'),
	acl: refusal(192000, 'acl not found', 404),
	eventId: refusal(193000, 'invalid event_id'),
	event: refusal(193001, 'event not found', 404),
	operation: refusal(193002, 'no permission to operate event', 403),
	eventDeleted: refusal(193003, 'event is deleted', 403),
	hosts: refusal(193101, 'hosts can not be set for events of an app'),
	range: refusal(193103, 'the time range is too wide'),
	instances: refusal(193104, 'too many instances in the time range'),
	attachment: refusal(193105, 'invalid attachment token'),
	attachmentSize: refusal(193106, 'attachments are larger than 25 MB'),
	attendee: refusal(194000, 'attendee not found', 404),
	listAttendees: refusal(194001, 'no permission to see attendees', 403),
	addAttendees: refusal(194002, 'no permission to invite attendees', 403),
	removeAttendees: refusal(194003, 'no permission to remove attendees', 403),
	attendeeType: refusal(194004, 'invalid attendee type'),
	timeoff: refusal(195000, 'timeoff event is of another app', 403),
	user: refusal(195100, 'user is dismissed or not in the tenant', 403),
	meetingChat: refusal(195107, 'meeting chat not found'),
	otherChat: refusal(195108, 'the chat is not that of the event'),
	chatAttendees: refusal(195109, 'a meeting chat can not be made of this event'),
	minute: refusal(195110, 'meeting minutes can not be made of this event'),
	password: refusal(195112, 'invalid meeting password'),
	freebusyUsers: refusal(198001, 'too many users'),
	timeFormat: refusal(198002, 'invalid time format'),
	timeRange: refusal(198003, 'invalid time range'),
	timezone: refusal(198004, 'invalid time zone'),
	manyCalendars: refusal(198007, 'too many calendars'),
};
