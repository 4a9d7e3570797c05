import { collectionField } from '../../../shared/fields/nested';
import { ADD_ATTENDEES, UPDATE_SCOPES } from '../../../shared/calendar/endpoints';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { chosenEvent } from '../../event/chosen';
import { notifyField } from '../../event/notifyField';
import { ATTENDEE_SHAPE, firstPerson } from '../../invite/attendeesOf';
import { CHANGE_CALLS, changeInvitees } from '../../invite/changeInvitees';
import { someInviteesField } from '../../invite/inviteesField';

const attendees = someInviteesField();
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [notifyField]);

export const replace = defineOperation({
	value: 'replace',
	name: 'Replace',
	action: 'Replace the attendees of an event',
	description: 'Invite exactly these: others go, except the organizer, and who stays keeps the answer',
	endpoint: ADD_ATTENDEES,
	alsoCalls: CHANGE_CALLS,
	scopes: UPDATE_SCOPES,
	identity: 'either',
	fields: [chosenEvent, attendees, options],
	output: outputOf({ event_id: 'string', added: [ATTENDEE_SHAPE], removed: [ATTENDEE_SHAPE] }),
	orderBy: ({ read }) => read(chosenEvent).key,
	async run({ read, ...asking }) {
		const chosen = read(chosenEvent);
		const who = read(attendees);
		const notify = read(options).notifyAttendees ?? true;
		const { feishu } = asking;
		const invitees = await who.resolve(
			feishu,
			async (type) => await firstPerson(feishu, await chosen.path(asking), type),
		);
		const path = await chosen.path(asking);
		const { added, removed, problem } = await changeInvitees(feishu, path, 'replace', invitees, notify);
		if (problem !== undefined) throw problem;
		return { event_id: chosen.event_id, added, removed };
	},
});
