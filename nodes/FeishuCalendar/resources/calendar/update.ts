import type { IDataObject } from 'n8n-workflow';

import { object } from '../../../../feishu/json';
import { ownCalendarField } from '../../../shared/calendar/calendar';
import { collectionField } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
import { LOOKS, looksBody, newNameField } from './fields';
import { CALENDAR, calendarItem } from './output';

const calendar = ownCalendarField();
const changes = collectionField({ displayName: 'Changes', name: 'calendarChanges', placeholder: 'Add change' }, [
	...LOOKS,
	newNameField,
]);

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/patch */
export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a calendar',
	description: 'Change name, description, color or who can see a calendar',
	endpoint: 'PATCH /open-apis/calendar/v4/calendars/:calendar_id',
	scopes: ['calendar:calendar:update', 'calendar:calendar'],
	identity: 'either',
	fields: [calendar, changes],
	output: CALENDAR,
	orderBy: ({ read }) => read(calendar).written,
	async run({ read, refuse, ...asking }) {
		const place = read(calendar);
		const given = read(changes);
		const summary = given.newCalendarName;
		const body = { ...(summary !== undefined && { summary }), ...looksBody(given) };
		if (Object.keys(body).length === 0) throw refuse(changes, 'is empty', 'Add what is to be changed');
		const calendar_id = await place.id(asking);
		const path = { calendar_id };
		const changed = await asking.feishu.call<{ calendar?: IDataObject }>(this.endpoint, {
			path,
			body,
			idempotent: true,
		});
		return { calendar_id, ...calendarItem(object(changed.calendar)) };
	},
});
