import { codeOf } from '../../../../feishu/api/call';
import { OTHERS, otherCalendarField } from '../../../shared/calendar/calendar';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const calendar = otherCalendarField(
	{ description: 'A calendar of somebody else in the caller’s list' },
	'which stays in the list',
	OTHERS.listed,
);

/** It is not in the list, which is as good. Source: …/calendar/unsubscribe */
const NOT_SUBSCRIBED = 191007;

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/unsubscribe */
export const unsubscribe = defineOperation({
	value: 'unsubscribe',
	name: 'Unsubscribe',
	action: 'Unsubscribe from a calendar',
	description: 'Take a calendar out of the caller’s own list; the calendar itself stays',
	endpoint: 'POST /open-apis/calendar/v4/calendars/:calendar_id/unsubscribe',
	scopes: ['calendar:calendar:subscribe', 'calendar:calendar'],
	identity: 'either',
	fields: [calendar],
	output: doneOutput('unsubscribed', 'calendar_id'),
	async run({ read, ...asking }) {
		const calendar_id = await read(calendar).id(asking);
		await asking.feishu.call(this.endpoint, { path: { calendar_id }, idempotent: true }).catch((error: unknown) => {
			if (codeOf(error) !== NOT_SUBSCRIBED) throw error;
		});
		return { unsubscribed: true, calendar_id };
	},
});
