import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const timeOff = mappedField(
	textField({
		displayName: 'Time Off ID',
		name: 'timeOffId',
		required: true,
		placeholder: 'e.g. timeoff:XXXXXX-XXXX-0917-1623-aa493d591a39',
		description: 'Comes out of Create as timeoff_event_id',
	}),
	(id, label) => {
		if (/^timeoff:[\w-]+$/.test(id)) return id;
		throw complaint(label, `holds no ID of a time off: ${id.slice(0, 60)}`, 'It begins with timeoff:');
	},
);

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/timeoff_event/delete */
export const deleteOperation = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a time off',
	description: 'Take away a time off that the same app has made',
	endpoint: 'DELETE /open-apis/calendar/v4/timeoff_events/:timeoff_event_id',
	scopes: ['calendar:time_off:delete', 'calendar:timeoff'],
	identity: 'app',
	fields: [timeOff],
	output: doneOutput('deleted', 'timeoff_event_id'),
	async run({ read, feishu }) {
		const timeoff_event_id = read(timeOff);
		await feishu.call(this.endpoint, { path: { timeoff_event_id } });
		return { deleted: true, timeoff_event_id };
	},
});
