import { GET_CALENDARS, CALENDAR_SCOPES } from '../../../shared/calendar/endpoints';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import type { IDataObject } from 'n8n-workflow';
import { CALENDAR, calendarItem } from './output';

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/list */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many calendars',
	description: 'List the calendars that the caller owns or has subscribed to',
	endpoint: GET_CALENDARS,
	scopes: CALENDAR_SCOPES,
	identity: 'either',
	fields: [pagingFields],
	output: CALENDAR,
	async run({ read, feishu }) {
		const limit = read(pagingFields);
		const found: IDataObject[] = [];
		// The platform gives 50 at least, and deleted ones among them.
		for await (const calendar of feishu.records(this.endpoint, { pageSize: 500, itemsKey: 'calendar_list' })) {
			if (found.length >= limit) break;
			if (calendar.is_deleted !== true) found.push(calendarItem(calendar));
		}
		return found;
	},
});
