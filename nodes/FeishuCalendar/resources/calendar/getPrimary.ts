import type { IDataObject } from 'n8n-workflow';

import { CALENDAR_SCOPES, GET_PRIMARY } from '../../../shared/calendar/endpoints';
import { defineOperation } from '../../../shared/operation/operation';
import { CALENDAR, calendarItem } from './output';

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/primary */
export const getPrimary = defineOperation({
	value: 'getPrimary',
	name: 'Get Primary',
	action: 'Get the primary calendar',
	description: 'Get the first calendar of the app, or of the person',
	endpoint: GET_PRIMARY,
	scopes: CALENDAR_SCOPES,
	identity: 'either',
	fields: [],
	output: CALENDAR,
	async run({ feishu }) {
		const { calendars = [] } = await feishu.call<{ calendars?: Array<{ calendar: IDataObject }> }>(this.endpoint, {
			idempotent: true,
		});
		return calendars.map(({ calendar }) => calendarItem(calendar));
	},
});
