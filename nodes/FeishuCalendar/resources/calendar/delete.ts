import { OTHERS, otherCalendarField } from '../../../shared/calendar/calendar';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const calendar = otherCalendarField(
	{ description: 'With all of its events; a primary calendar can’t be deleted' },
	'which can not be deleted',
	OTHERS.deletable,
);

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/calendar/delete */
export const deleteOperation = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a calendar',
	description: 'Delete a shared calendar with all of its events',
	endpoint: 'DELETE /open-apis/calendar/v4/calendars/:calendar_id',
	scopes: ['calendar:calendar:delete', 'calendar:calendar'],
	identity: 'either',
	fields: [calendar],
	output: doneOutput('deleted', 'calendar_id'),
	async run({ read, ...asking }) {
		const calendar_id = await read(calendar).id(asking);
		await asking.feishu.call(this.endpoint, { path: { calendar_id } });
		return { deleted: true, calendar_id };
	},
});
