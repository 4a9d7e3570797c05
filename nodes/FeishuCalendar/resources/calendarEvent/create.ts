import { eventTimes } from '../../../../feishu/calendar/eventTimes';
import { ownCalendarField } from '../../../shared/calendar/calendar';
import { CREATE_EVENT, DELETE_EVENT, GET_ATTENDEES } from '../../../shared/calendar/endpoints';
import { timeZoneField } from '../../../shared/calendar/timeZone';
import { MEDIA_UPLOADS } from '../../../shared/drive/mediaUpload';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tell } from '../../../shared/operation/tell';
import { createEvent } from '../../event/createEvent';
import { DETAILS, detailsBody, readyDetails, titleField } from '../../event/details';
import { allDayEnds, EVENT_SHAPE, eventItem } from '../../event/eventItem';
import { firstOutside } from '../../event/firstOutside';
import { meetingField } from '../../event/meetingField';
import { notifyField } from '../../event/notifyField';
import { repeatField } from '../../event/repeatField';
import { tooLongForRooms } from '../../event/roomsInSeries';
import { someWrittenField, whenWritten, writtenField } from '../../event/when';
import { INVITE_CALLS } from '../../invite/addAttendees';
import { ifInvitingFails, invite, INVITED_SHAPE, waitForRooms } from '../../invite/invite';
import { hasRooms, inviteesField } from '../../invite/inviteesField';
import { deleteEvent } from '../../series/series';

const calendar = ownCalendarField();
const start = someWrittenField({
	displayName: 'Start',
	name: 'start',
	placeholder: 'e.g. 2026-12-01T09:00:00',
	hint: 'On the clock of the workflow’s time zone, unless Options → Time Zone says another',
	description:
		'A time with an offset is that moment; without one it is on the clock of the time zone. A date makes an event of whole days.',
});
const end = writtenField({
	displayName: 'End',
	name: 'end',
	placeholder: 'e.g. 2026-12-01T10:00:00',
	description: 'Of whole days the last one. An hour after the start, or the same day, when empty.',
});
const allDay = flagField({
	displayName: 'All Day',
	name: 'allDay',
	default: false,
	description: 'Whether it takes whole days, whatever times are entered',
});
const attendees = inviteesField();
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	...DETAILS,
	ifInvitingFails,
	notifyField,
	timeZoneField(),
	waitForRooms,
]);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create an event',
	description: 'Make an event or a series, invite people, groups and rooms, and get its address',
	endpoint: CREATE_EVENT,
	alsoCalls: [...INVITE_CALLS, GET_ATTENDEES, DELETE_EVENT, ...MEDIA_UPLOADS],
	scopes: ['calendar:calendar.event:create', 'calendar:calendar'],
	identity: 'either',
	fields: [calendar, titleField, start, end, allDay, attendees, repeatField, meetingField, options],
	output: outputOf({ calendar_id: 'string', ...EVENT_SHAPE, ...INVITED_SHAPE }),
	async run({ read, uuid, panel, ...asking }) {
		const { feishu, context } = asking;
		const place = read(calendar);
		const summary = read(titleField);
		const given = read(options);
		const zone = given.timeZone ?? panel.timeZone;
		const when = whenWritten({ start: read(start), end: read(end), allDay: read(allDay) }, zone);
		const recurrence = read(repeatField)?.(when);
		const outside = recurrence && firstOutside(recurrence, when);
		const meeting = read(meetingField);
		const chosen = read(attendees);
		const details = await readyDetails(given);
		const vchat = await meeting(feishu);
		const invitees = await chosen.resolve(feishu);
		const calendar_id = await place.id(asking);
		const notify = given.notifyAttendees ?? true;
		const tooLong = recurrence && hasRooms(invitees) && tooLongForRooms(recurrence, when);
		if (tooLong) tell(context, [tooLong]);
		const body = {
			summary,
			...eventTimes(when),
			need_notification: notify,
			vchat,
			...(recurrence !== undefined && { recurrence }),
			...(await detailsBody(feishu, calendar_id, details)),
		};
		const { event, path } = await createEvent(feishu, { calendar_id, body, uuid });
		if (outside) tell(context, [outside]);
		const ends = await allDayEnds(feishu);
		if (when.allDay) ends.learn(event, when.end);
		const undo = given.ifInvitingFails === 'undo' ? async () => await deleteEvent(feishu, path, false) : undefined;
		const wait = given.waitForRooms ?? 30;
		const invited = await invite(asking, path, invitees, { notify, wait, undo });
		if (chosen.count === 0 && !(await feishu.isPerson()))
			tell(context, ['An event of an app is seen by nobody until somebody is invited: add attendees']);
		return { calendar_id, ...eventItem(event, ends), ...invited };
	},
});
