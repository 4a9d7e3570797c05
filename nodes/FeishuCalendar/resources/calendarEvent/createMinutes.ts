import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { chosenEvent } from '../../event/chosen';

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event-meeting_minute/create */
export const createMinutes = defineOperation({
	value: 'createMinutes',
	name: 'Create Meeting Minutes',
	action: 'Create the minutes of an event',
	description: 'Make a document for the notes of an event, and get its address',
	endpoint: 'POST /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/meeting_minute',
	scopes: ['calendar:calendar.event:update', 'calendar:calendar'],
	identity: 'either',
	fields: [chosenEvent],
	output: outputOf({ event_id: 'string', 'doc_url?': 'string' }),
	orderBy: ({ read }) => read(chosenEvent).key,
	async run({ read, ...asking }) {
		const chosen = read(chosenEvent);
		const made = await asking.feishu.call(this.endpoint, { path: await chosen.path(asking) });
		return { event_id: chosen.event_id, ...made };
	},
});
