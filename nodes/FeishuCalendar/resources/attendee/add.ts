import { collectionField } from '../../../shared/fields/nested';
import { ADD_ATTENDEES, UPDATE_SCOPES } from '../../../shared/calendar/endpoints';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { chosenEvent } from '../../event/chosen';
import { notifyField } from '../../event/notifyField';
import { ATTENDEE_SHAPE, firstPerson, roomAnswers, withAnswers } from '../../invite/attendeesOf';
import { CHANGE_CALLS, changeInvitees } from '../../invite/changeInvitees';
import { waitForRooms } from '../../invite/invite';
import { someInviteesField } from '../../invite/inviteesField';

const attendees = someInviteesField();
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	notifyField,
	waitForRooms,
]);

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add attendees to an event',
	description: 'Invite people, groups, rooms and addresses to an event; who is invited already stays',
	endpoint: ADD_ATTENDEES,
	alsoCalls: CHANGE_CALLS,
	scopes: UPDATE_SCOPES,
	identity: 'either',
	fields: [chosenEvent, attendees, options],
	output: outputOf({ event_id: 'string', added: [ATTENDEE_SHAPE], 'rooms?': [ATTENDEE_SHAPE] }),
	orderBy: ({ read }) => read(chosenEvent).key,
	async run({ read, ...asking }) {
		const chosen = read(chosenEvent);
		const who = read(attendees);
		const { notifyAttendees: notify = true, waitForRooms: wait = 30 } = read(options);
		const { feishu } = asking;
		const invitees = await who.resolve(
			feishu,
			async (type) => await firstPerson(feishu, await chosen.path(asking), type),
		);
		const path = await chosen.path(asking);
		const { added, problem } = await changeInvitees(feishu, path, 'add', invitees, notify);
		if (problem !== undefined) throw problem;
		const isAsking = wait > 0 && invitees.attendees.some((one) => one.type === 'resource');
		const rooms = isAsking ? await roomAnswers(feishu, path, invitees.type, wait) : undefined;
		return { event_id: chosen.event_id, added: withAnswers(added, rooms ?? []), ...(rooms && { rooms }) };
	},
});
