import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { chosenEvent } from '../../event/chosen';

const chat = chatField({
	displayName: 'Meeting Chat',
	name: 'meetingChat',
	description: 'The meeting_chat_id that comes out of Create Meeting Chat; only the owner of the group can unbind it',
});

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event-meeting_chat/delete */
export const unbindMeetingChat = defineOperation({
	value: 'unbindMeetingChat',
	name: 'Unbind Meeting Chat',
	action: 'Unbind the meeting chat of an event',
	description: 'Part a meeting chat from its event; the group itself stays',
	endpoint: 'DELETE /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/meeting_chat',
	scopes: ['calendar:calendar.event:update', 'calendar:calendar'],
	identity: 'either',
	fields: [chosenEvent, chat],
	output: doneOutput('unbound', 'event_id'),
	orderBy: ({ read }) => read(chosenEvent).key,
	async run({ read, ...asking }) {
		const chosen = read(chosenEvent);
		const meeting_chat_id = read(chat);
		const path = await chosen.path(asking);
		await asking.feishu.call(this.endpoint, { path, query: { meeting_chat_id } });
		return { unbound: true, event_id: chosen.event_id };
	},
});
