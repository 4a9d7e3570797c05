import type { IDataObject } from 'n8n-workflow';

import { object } from '../../../../feishu/json';
import { newCalendarField } from '../../../shared/calendar/calendar';
import { defineOperation } from '../../../shared/operation/operation';
import { CALENDAR, calendarItem } from './output';

const calendar = newCalendarField({ description: 'A public calendar, or one that is shared' });

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/subscribe */
export const subscribe = defineOperation({
	value: 'subscribe',
	name: 'Subscribe',
	action: 'Subscribe to a calendar',
	description: 'Put a calendar into the caller’s own list, of 1,000 at most',
	endpoint: 'POST /open-apis/calendar/v4/calendars/:calendar_id/subscribe',
	scopes: ['calendar:calendar:subscribe', 'calendar:calendar'],
	identity: 'either',
	fields: [calendar],
	output: CALENDAR,
	async run({ read, ...asking }) {
		const calendar_id = await read(calendar).id(asking);
		const path = { calendar_id };
		const answer = await asking.feishu.call<{ calendar?: IDataObject }>(this.endpoint, { path, idempotent: true });
		return { calendar_id, ...calendarItem(object(answer.calendar)) };
	},
});
