import { GET_EVENT, EVENT_SCOPES } from '../../../shared/calendar/endpoints';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, numberField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { chosenEvent } from '../../event/chosen';
import { allDayEnds, EVENT_SHAPE, eventItem } from '../../event/eventItem';
import type { IDataObject } from 'n8n-workflow';

const attendees = flagField({
	displayName: 'With Attendees',
	name: 'withAttendees',
	default: true,
	description:
		'Whether the attendees come along, as far as the caller may see them; the resource Attendee has all of them',
});
const most = numberField({
	displayName: 'Most Attendees',
	name: 'mostAttendees',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 100,
	description: 'How many come along; has_more_attendee says whether there are more',
});
const settings = flagField({
	displayName: 'With Meeting Settings',
	name: 'withMeetingSettings',
	default: false,
	description: 'Whether the settings of the meeting come along',
});
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	most,
	userIdTypeField,
	attendees,
	settings,
]);

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get an event',
	description: 'Get an event with its times, its address and who is invited',
	endpoint: GET_EVENT,
	scopes: EVENT_SCOPES,
	identity: 'either',
	fields: [chosenEvent, options],
	output: outputOf(EVENT_SHAPE),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(chosenEvent);
		const given = read(options);
		const withThem = given.withAttendees ?? true;
		const { event = {} } = await feishu.call<{ event?: IDataObject }>(this.endpoint, {
			path: await chosen.path(asking),
			query: {
				need_attendee: withThem,
				max_attendee_num: withThem ? (given.mostAttendees ?? 100) : undefined,
				need_meeting_settings: given.withMeetingSettings || undefined,
				user_id_type: given.userIdType ?? 'open_id',
			},
		});
		return eventItem(event, await allDayEnds(feishu));
	},
});
