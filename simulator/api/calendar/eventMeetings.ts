import { peopleOf } from '../../calendar/attendees';
import { toChange, touch } from '../../calendar/events';
import { refused } from '../../calendar/problem';
import type { Asking } from '../../calendar/access';
import { type Reached, reachEvent } from '../../calendar/rights';
import { addressOf } from '../../drive/addresses';
import { makeDocument } from '../../drive/make';
import { newId } from '../../platform/ids';
import { required, text } from '../../platform/validate';
import { openIdOf } from '../../state/operator';
import { noteStart } from '../../state/systemMessages';
import { senderOf } from '../../state/operator';
import { calendarRoute, ONE_EVENT, SCOPES } from './calendarRoute';

const CHAT = `${ONE_EVENT}/meeting_chat`;

const everybody = ({ platform: { store } }: Asking, { event }: Reached) => [
	...new Set(event.attendees.flatMap((attendee) => peopleOf(store, attendee))),
];

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event-meeting_chat/create and its neighbors */
export const eventMeetingRoutes = [
	calendarRoute({
		method: 'POST',
		path: CHAT,
		scopes: SCOPES.updateEvent,
		handle(call) {
			const { platform, by } = call;
			const { store } = platform;
			const reached = reachEvent(call, 'open_id', 'writer');
			const { calendar } = reached;
			if (calendar.type !== 'primary' || calendar.owner !== openIdOf(by)) throw refused.operation();
			const members = everybody(call, reached);
			if (reached.event.attendees.length < 2) throw refused.chatAttendees();
			const event = toChange(store, reached);
			if (event.meeting_chat_id === undefined || !store.im.chats.has(event.meeting_chat_id)) {
				const chat_id = newId.chat();
				const time = store.tick();
				store.im.chats.set(chat_id, {
					...{ chat_id, name: event.summary, description: '', chat_type: 'group', owner_id: openIdOf(by) },
					members: [...new Set([...(by.user ? [by.user.open_id] : []), ...members])],
					bots: by.user ? [] : [by.app.app_id],
					...{ create_time: time, active_time: time },
				});
				const chat = store.im.chats.get(chat_id);
				if (chat) noteStart(store, chat, senderOf(by), members);
				event.meeting_chat_id = chat_id;
				touch(store, event);
			}
			const applink = `https://applink.feishu.cn/client/chat/open?openChatId=${event.meeting_chat_id}`;
			return { data: { meeting_chat_id: event.meeting_chat_id, applink } };
		},
	}),
	calendarRoute({
		method: 'DELETE',
		path: CHAT,
		scopes: SCOPES.updateEvent,
		query: { meeting_chat_id: required(text()) },
		handle(call) {
			const { platform, by, query } = call;
			const { store } = platform;
			const { event } = reachEvent(call, 'open_id', 'writer');
			if (event.meeting_chat_id !== query.meeting_chat_id) throw refused.otherChat();
			// Whoever owns the group lets go of it, and nobody else.
			if (store.im.chats.get(event.meeting_chat_id)?.owner_id !== openIdOf(by)) throw refused.meetingChat();
			// The group stays and has nothing to do with the event any more.
			event.meeting_chat_id = undefined;
			touch(store, event);
			return { data: {} };
		},
	}),
	calendarRoute({
		method: 'POST',
		path: `${ONE_EVENT}/meeting_minute`,
		scopes: SCOPES.updateEvent,
		handle(call) {
			const { store } = call.platform;
			const { event } = reachEvent(call, 'open_id', 'writer');
			if (event.attendees.length === 0) throw refused.minute();
			const item = makeDocument(store, 'docx', { title: event.summary, owner: openIdOf(call.by) });
			store.changed();
			return { data: { doc_url: addressOf('docx', item.token) } };
		},
	}),
];
