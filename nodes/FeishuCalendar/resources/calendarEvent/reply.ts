import { codeOf } from '../../../../feishu/api/call';
import { choiceField } from '../../../shared/fields/plain';
import { complaint } from '../../../shared/operation/field';
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

/** Source: …/calendar-event/reply */
const NOT_INVITED = 194000;
const ADVICE =
	"Choose an event to which it was invited. An app is not invited to what it makes itself: to answer for a person, use that person's credential";

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
		const request = { path, body: { rsvp_status }, idempotent: true };
		await asking.feishu.call(this.endpoint, request).catch((error: unknown) => {
			if (codeOf(error) !== NOT_INVITED) throw error;
			throw complaint(
				chosen.label,
				'is no event to which the caller is invited, and only who is invited can reply',
				ADVICE,
			);
		});
		return { event_id: chosen.event_id, rsvp_status };
	},
});
