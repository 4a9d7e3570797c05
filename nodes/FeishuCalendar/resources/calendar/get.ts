import { calendarField } from '../../../shared/calendar/calendar';
import { CALENDAR_SCOPES } from '../../../shared/calendar/endpoints';
import { defineOperation } from '../../../shared/operation/operation';
import { CALENDAR, calendarItem } from './output';

const calendar = calendarField();

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/get */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a calendar',
	description: 'Get name, kind and the caller’s right of a calendar, also of a person by the name',
	endpoint: 'GET /open-apis/calendar/v4/calendars/:calendar_id',
	scopes: CALENDAR_SCOPES,
	identity: 'either',
	fields: [calendar],
	output: CALENDAR,
	async run({ read, ...asking }) {
		const calendar_id = await read(calendar).id(asking);
		return calendarItem(await asking.feishu.call(this.endpoint, { path: { calendar_id } }));
	},
});
