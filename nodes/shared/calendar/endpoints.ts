/** Endpoints that several parts of the product call, with the scopes of which one suffices, the least first. */
export const GET_PRIMARY = 'POST /open-apis/calendar/v4/calendars/primary';
export const GET_PRIMARIES = 'POST /open-apis/calendar/v4/calendars/primarys';
export const GET_CALENDARS = 'GET /open-apis/calendar/v4/calendars';
export const SEARCH_CALENDARS = 'POST /open-apis/calendar/v4/calendars/search';
export const CREATE_EVENT = 'POST /open-apis/calendar/v4/calendars/:calendar_id/events';
export const GET_EVENT = 'GET /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id';
export const UPDATE_EVENT = 'PATCH /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id';
export const DELETE_EVENT = 'DELETE /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id';
export const GET_VIEW = 'GET /open-apis/calendar/v4/calendars/:calendar_id/events/instance_view';
export const GET_INSTANCES = 'GET /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/instances';
export const SEARCH_EVENTS = 'POST /open-apis/calendar/v4/calendars/:calendar_id/events/search';
export const GET_ATTENDEES = 'GET /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/attendees';
export const ADD_ATTENDEES = 'POST /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/attendees';
export const REMOVE_ATTENDEES =
	'POST /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/attendees/batch_delete';
export const GET_ROOMS = 'GET /open-apis/vc/v1/rooms';
export const GET_ROOMS_BY_ID = 'POST /open-apis/vc/v1/rooms/mget';
/** For an app alone. */
export const GET_LEVELS_BY_ID = 'POST /open-apis/vc/v1/room_levels/mget';
export const SEARCH_ROOMS = 'POST /open-apis/vc/v1/rooms/search';

export const CALENDAR_SCOPES = ['calendar:calendar:read', 'calendar:calendar:readonly'];
export const EVENT_SCOPES = ['calendar:calendar.event:read', 'calendar:calendar:readonly', 'calendar:calendar'];
export const UPDATE_SCOPES = ['calendar:calendar.event:update', 'calendar:calendar'];
export const ROOM_SCOPES = ['vc:room:readonly'];
