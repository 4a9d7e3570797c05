import { text } from '../../../../feishu/json';
import { EVENT_SCOPES, GET_ATTENDEES } from '../../../shared/calendar/endpoints';
import { userIdTypeField } from '../../../shared/contact/userIdType';
import { pagingFields } from '../../../shared/fields/common';
import { collectionField } from '../../../shared/fields/nested';
import { choicesField, flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { chosenEvent } from '../../event/chosen';
import { ATTENDEE_SHAPE, shownAttendee } from '../../invite/attendeesOf';
import type { IDataObject } from 'n8n-workflow';

const GROUP_MEMBERS =
	'GET /open-apis/calendar/v4/calendars/:calendar_id/events/:event_id/attendees/:attendee_id/chat_members';

const answers = choicesField({
	displayName: 'Answers',
	name: 'attendeeAnswers',
	options: [
		{ name: 'Accepted', value: 'accept' },
		{ name: 'Declined', value: 'decline' },
		{ name: 'Maybe', value: 'tentative' },
		{ name: 'Not Yet', value: 'needs_action' },
		{ name: 'Removed', value: 'removed' },
	],
	default: [],
	description: 'Only attendees who have answered so; all when none is chosen',
});
const members = flagField({
	displayName: 'Members of Groups',
	name: 'groupMembers',
	default: false,
	description: 'Whether everybody in a group is listed with their own answer; the caller has to be in the group',
});
const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	answers,
	members,
	userIdTypeField,
]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many attendees',
	description: 'List who is invited to an event, with their answers',
	endpoint: GET_ATTENDEES,
	alsoCalls: [GROUP_MEMBERS],
	scopes: EVENT_SCOPES,
	identity: 'either',
	fields: [chosenEvent, pagingFields, options],
	output: outputOf({ ...ATTENDEE_SHAPE, 'open_id?': 'string', 'group_id?': 'string' }),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(chosenEvent);
		const limit = read(pagingFields);
		const { attendeeAnswers = [], groupMembers = false, userIdType = 'open_id' } = read(options);
		const path = await chosen.path(asking);
		const query = { user_id_type: userIdType };
		const found: IDataObject[] = [];
		const wanted = (one: IDataObject) =>
			attendeeAnswers.length === 0 || attendeeAnswers.some((answer) => answer === one.rsvp_status);
		const request = { query, pageSize: 100, itemsKey: 'items' };
		for await (const attendee of feishu.records(this.endpoint, { ...request, path })) {
			if (found.length >= limit) break;
			if (attendee.type !== 'chat' || !groupMembers) {
				if (wanted(attendee)) found.push(shownAttendee(attendee));
				continue;
			}
			const group = { ...path, attendee_id: text(attendee.attendee_id) };
			for await (const member of feishu.records(GROUP_MEMBERS, { ...request, path: group })) {
				if (found.length >= limit) break;
				if (wanted(member)) found.push({ type: 'user', ...member, group_id: attendee.chat_id });
			}
		}
		return found;
	},
});
