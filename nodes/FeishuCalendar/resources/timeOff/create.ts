import { eventTimes } from '../../../../feishu/calendar/eventTimes';
import { timeZoneField } from '../../../shared/calendar/timeZone';
import { userField } from '../../../shared/contact/person';
import { collectionField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { someWrittenField, whenWritten, writtenField } from '../../event/when';

const person = userField();
const start = someWrittenField({
	displayName: 'Start',
	name: 'timeOffStart',
	placeholder: 'e.g. 2026-12-24',
	hint: 'On the clock of the workflow’s time zone, unless Options → Time Zone says another',
	description: 'The first day, or a time',
});
const end = writtenField({
	displayName: 'End',
	name: 'timeOffEnd',
	description: 'The last day, or a time; the same day, or an hour later, when empty',
});
const title = textField({
	displayName: 'Title',
	name: 'timeOffTitle',
	description: 'What others read in the calendar',
});
const text = textField({
	displayName: 'Description',
	name: 'timeOffDescription',
	description: 'What stands below it',
});
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	text,
	timeZoneField(),
	title,
]);

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/calendar-v4/timeoff_event/create */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a time off',
	description: 'Show in the calendar of a person, and at the name, that they are away',
	endpoint: 'POST /open-apis/calendar/v4/timeoff_events',
	scopes: ['calendar:time_off:create', 'calendar:timeoff'],
	identity: 'app',
	fields: [person, start, end, options],
	output: outputOf({
		timeoff_event_id: 'string',
		'user_id?': 'string',
		'timezone?': 'string',
		'start_time?': 'string',
		'end_time?': 'string',
		'title?': 'string',
		'description?': 'string',
	}),
	async run({ read, panel, feishu }) {
		const who = read(person);
		const { timeZone: timezone = panel.timeZone, timeOffTitle, timeOffDescription } = read(options);
		const when = eventTimes(whenWritten({ start: read(start), end: read(end) }, timezone));
		const [start_time, end_time] = [when.start_time, when.end_time].map((one) =>
			'date' in one ? one.date : one.timestamp,
		);
		const { id: user_id, type } = await who.id(feishu);
		return await feishu.call(this.endpoint, {
			query: { user_id_type: type },
			body: {
				...{ user_id, timezone, start_time, end_time },
				...(timeOffTitle && { title: timeOffTitle }),
				...(timeOffDescription && { description: timeOffDescription }),
			},
		});
	},
});
