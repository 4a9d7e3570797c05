import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { chosenEvent } from '../../event/chosen';

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event-meeting_chat/create */
export const createMeetingChat = defineOperation({
	value: 'createMeetingChat',
	name: 'Create Meeting Chat',
	action: 'Create the meeting chat of an event',
	description: 'Make a group of everybody who is invited; it takes two attendees at least',
	endpoint: 'POST /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/meeting_chat',
	scopes: ['calendar:calendar.event:update', 'calendar:calendar'],
	identity: 'either',
	fields: [chosenEvent],
	output: outputOf({ event_id: 'string', 'meeting_chat_id?': 'string', 'applink?': 'string' }),
	orderBy: ({ read }) => read(chosenEvent).key,
	async run({ read, ...asking }) {
		const chosen = read(chosenEvent);
		const made = await asking.feishu.call(this.endpoint, { path: await chosen.path(asking) });
		return { event_id: chosen.event_id, ...made };
	},
});
