/** What calendars hold of the app's becomes a person's. */
import { primaryOf } from '../../../simulator/calendar/access';
import { bot } from './ownBase';
import type { Platform } from './platform';

/** Shared calendars change hands; the events of the app's first calendar come into the first one of the person. */
export function handOverCalendars(platform: Platform): void {
	const { store, user } = platform;
	const { open_id: id } = user;
	const app = bot(platform);
	const [from, to] = [primaryOf(store, app), primaryOf(store, id)];
	for (const calendar of store.calendars.all.values()) {
		if (calendar.owner !== app || calendar === from) continue;
		calendar.owner = id;
		calendar.acls = calendar.acls.filter((one) => one.user !== id);
		for (const acl of calendar.acls) if (acl.user === app) acl.user = id;
	}
	for (const event of store.calendars.events.values()) {
		if (event.calendar_id === from.calendar_id) event.calendar_id = to.calendar_id;
		if (event.creator === app) event.creator = id;
		const chat = store.im.chats.get(event.meeting_chat_id ?? '');
		if (chat?.owner_id === app) chat.owner_id = id;
		for (const attendee of event.attendees) if (attendee.named === app) attendee.named = id;
	}
	const followed = store.calendars.follows(app);
	for (const one of followed) store.calendars.follows(id).add(one);
}
