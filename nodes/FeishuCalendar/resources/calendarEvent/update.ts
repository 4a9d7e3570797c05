import { text } from '../../../../feishu/json';
import { CREATE_EVENT, UPDATE_EVENT } from '../../../shared/calendar/endpoints';
import { MEDIA_UPLOADS } from '../../../shared/drive/mediaUpload';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tell } from '../../../shared/operation/tell';
import { chosenEvent } from '../../event/chosen';
import { changes, isGiven, options } from '../../event/changeFields';
import { detailsBody, readyDetails } from '../../event/details';
import { allDayEnds, EVENT_SHAPE, eventItem } from '../../event/eventItem';
import { firstOutside } from '../../event/firstOutside';
import { changedMeetingField } from '../../event/meetingField';
import { changedRepeatField } from '../../event/repeatField';
import { tooLongForRooms } from '../../event/roomsInSeries';
import { whenChanged } from '../../event/when';
import { ATTENDEE_SHAPE, firstPerson, roomsAfterMove, withAnswers } from '../../invite/attendeesOf';
import { changeAfter, NOT_ALL } from '../../invite/changeAfter';
import { CHANGE_CALLS, changedInviteesField } from '../../invite/changeInvitees';
import { ERROR_SHAPE, reportedProblem } from '../../invite/invite';
import { hasRooms } from '../../invite/inviteesField';
import { applyChange } from '../../series/applyChange';
import { movedWhen, type EventChange } from '../../series/changeSeries';
import { scopeField } from '../../series/scope';
import { SERIES_CALLS, targetOf } from '../../series/series';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update an event',
	description: 'Change what is given of an event: of this one, this and following, or all of a series',
	endpoint: UPDATE_EVENT,
	alsoCalls: [CREATE_EVENT, ...SERIES_CALLS, ...CHANGE_CALLS, ...MEDIA_UPLOADS],
	scopes: ['calendar:calendar.event:update', 'calendar:calendar'],
	identity: 'either',
	fields: [chosenEvent, scopeField, changes, changedRepeatField, changedMeetingField, changedInviteesField, options],
	output: outputOf({
		calendar_id: 'string',
		...EVENT_SHAPE,
		'changed_events_deleted?': 'number',
		'attendees_added?': [ATTENDEE_SHAPE],
		'attendees_removed?': [ATTENDEE_SHAPE],
		'rooms?': [ATTENDEE_SHAPE],
		...ERROR_SHAPE,
	}),
	orderBy: ({ read }) => read(chosenEvent).key,
	async run({ read, refuse, uuid, panel, ...asking }) {
		const { feishu } = asking;
		const chosen = read(chosenEvent);
		const scope = read(scopeField);
		const given = read(changes);
		const repeat = read(changedRepeatField);
		const meeting = read(changedMeetingField);
		const who = read(changedInviteesField);
		const { notifyAttendees: notify = true, timeZone, waitForRooms: wait = 30 } = read(options);
		if (!isGiven(given) && !repeat && !meeting && who.choice === 'keep' && timeZone === undefined)
			throw refuse(changes, 'is empty', 'Add what is to change');
		const details = await readyDetails(given);
		const invitees =
			who.value &&
			(await who.value.resolve(feishu, async (type) => await firstPerson(feishu, await chosen.path(asking), type)));
		const vchat = await meeting?.(feishu);
		const calendar_id = await chosen.calendar.id(asking);
		const target = await targetOf(feishu, calendar_id, chosen, scope, chosen.label);
		const times = { start: given.newStart, end: given.newEnd, allDay: given.nowAllDay };
		const when = whenChanged(target.when, times, timeZone, panel.timeZone);
		const place = when ?? target.when;
		if (repeat && target.scope === 'this' && target.original > 0)
			throw chosenEvent.refuse(
				'is one event of a series, which repeats as a whole',
				"Choose All Events under 'Of a Series'",
			);
		const first = target.scope === 'all' && target.series ? (movedWhen(target, when) ?? target.series.when) : place;
		const recurrence = first && repeat?.(first);
		if (first && recurrence !== undefined) {
			const outside = firstOutside(recurrence, first);
			if (outside) tell(asking.context, [outside]);
		}
		const rule = target.scope === 'this' ? '' : (recurrence ?? text(target.series?.event.recurrence));
		const isBooking = who.choice !== 'remove' && invitees !== undefined && hasRooms(invitees);
		const tooLong = first && isBooking && tooLongForRooms(rule, first);
		if (tooLong) tell(asking.context, [tooLong]);
		const body = {
			...(given.eventTitle !== undefined && { summary: given.eventTitle }),
			...(vchat && { vchat }),
			...(await detailsBody(feishu, calendar_id, details)),
		};
		const change: EventChange = { body, ...(when && { when }), ...(recurrence !== undefined && { recurrence }) };
		const isChanged = Object.keys(change).length > 1 || Object.keys(body).length > 0;
		const { path, event, exceptions, problem } = await applyChange(feishu, target, isChanged && change, {
			uuid,
			notify,
		});
		const told = problem === undefined ? {} : await reportedProblem(asking, problem, NOT_ALL);
		const wanted = { choice: who.choice, invitees, notify, isAlone: !isChanged };
		const { changed, failed } = await changeAfter(asking, path, wanted);
		const rooms = when || changed ? await roomsAfterMove(feishu, path, wait) : {};
		const ends = await allDayEnds(feishu);
		return {
			calendar_id,
			...eventItem(event, ends),
			...rooms,
			...told,
			...failed,
			...(exceptions !== undefined && { changed_events_deleted: exceptions }),
			...(changed && {
				attendees_added: withAnswers(changed.added, rooms.rooms ?? []),
				attendees_removed: changed.removed,
			}),
		};
	},
});
