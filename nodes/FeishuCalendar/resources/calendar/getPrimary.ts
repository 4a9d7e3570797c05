import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/primary */
export const getPrimary = defineOperation({
	value: 'getPrimary',
	name: 'Get Primary',
	action: 'Get the primary calendar',
	description: 'Get the first calendar of the app, or of the person',
	endpoint: 'POST /open-apis/calendar/v4/calendars/primary',
	scopes: ['calendar:calendar:read', 'calendar:calendar', 'calendar:calendar:readonly'],
	identity: 'either',
	fields: [],
	output: outputOf({ calendar_id: 'string', 'summary?': 'string', 'type?': 'string', 'role?': 'string' }),
	async run({ feishu }) {
		const { calendars = [] } = await feishu.call<{ calendars?: Array<{ calendar: IDataObject }> }>(this.endpoint, {
			idempotent: true,
		});
		return calendars.map(({ calendar }) => calendar);
	},
});
