import { choiceField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { chosenEvent } from '../../event/chosen';

const answer = choiceField({
	displayName: 'Answer',
	name: 'eventAnswer',
	options: [
		{ name: 'Accept', value: 'accept' },
		{ name: 'Decline', value: 'decline' },
		{ name: 'Maybe', value: 'tentative' },
	],
	default: 'accept',
	description: 'What the caller, who is invited, says',
});

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar-event/reply */
export const reply = defineOperation({
	value: 'reply',
	name: 'Reply',
	action: 'Reply to an event',
	description: 'Accept or decline an invitation of the caller',
	endpoint: 'POST /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/reply',
	scopes: ['calendar:calendar.event:reply', 'calendar:calendar'],
	identity: 'either',
	fields: [chosenEvent, answer],
	output: outputOf({ event_id: 'string', rsvp_status: 'string' }),
	async run({ read, ...asking }) {
		const chosen = read(chosenEvent);
		const rsvp_status = read(answer);
		const path = await chosen.path(asking);
		await asking.feishu.call(this.endpoint, { path, body: { rsvp_status }, idempotent: true });
		return { event_id: chosen.event_id, rsvp_status };
	},
});
