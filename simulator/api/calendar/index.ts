import type { Route } from '../../gateway/route';
import { calendarFollowRoutes } from './calendarFollows';
import { calendarListRoutes } from './calendars';
import { calendarSubscriptionRoutes } from './calendarSubscriptions';
import { eventAttendeeRoutes } from './eventAttendees';
import { eventMeetingRoutes } from './eventMeetings';
import { eventReadRoutes } from './eventsRead';
import { eventSearchRoutes } from './eventSearch';
import { eventWriteRoutes } from './eventsWrite';
import { exchangeBindingRoutes } from './exchangeBindings';
import { freeBusyRoutes } from './freeBusy';
import { roomRoutes } from './rooms';
import { suggestionRoutes } from './suggestions';
import { timeoffRoutes } from './timeoffs';

export const calendarRoutes: readonly Route[] = [
	...calendarSubscriptionRoutes,
	...calendarListRoutes,
	...calendarFollowRoutes,
	...eventReadRoutes,
	...eventSearchRoutes,
	...eventWriteRoutes,
	...eventAttendeeRoutes,
	...eventMeetingRoutes,
	...freeBusyRoutes,
	...suggestionRoutes,
	...timeoffRoutes,
	...exchangeBindingRoutes,
	...roomRoutes,
];
