import type { IDataObject } from 'n8n-workflow';

import { GET_ATTENDEES, REMOVE_ATTENDEES } from '../../shared/calendar/endpoints';
import type { FeishuClient } from '../../shared/client/client';
import { choiceField } from '../../shared/fields/plain';
import { decidedField, variantField } from '../../shared/fields/variants';
import { addAttendees, INVITE_CALLS } from './addAttendees';
import { attendeesOf, removeAttendees, sameAttendee, shownAttendee, type EventPath } from './attendeesOf';
import { replacingInviteesField, someInviteesField, type ReadyInvitees } from './inviteesField';

export type Change = 'add' | 'remove' | 'replace';

/** What changing attendees may call. */
export const CHANGE_CALLS = [...INVITE_CALLS, REMOVE_ATTENDEES, GET_ATTENDEES];

/** What becomes of the attendees of an event that is changed. */
export const changedInviteesField = variantField(
	choiceField({
		displayName: 'Attendees',
		name: 'changeAttendees',
		options: [
			{ name: 'Add', value: 'add' },
			{ name: 'Keep', value: 'keep', description: 'As they are' },
			{ name: 'Remove', value: 'remove' },
			{ name: 'Replace', value: 'replace', description: 'Who is not named goes, except the organizer' },
		],
		default: 'keep',
		description: 'What becomes of who is invited',
	}),
	{
		keep: decidedField('keep', undefined),
		add: someInviteesField({ displayName: 'Who' }),
		remove: someInviteesField({ displayName: 'Who' }),
		replace: replacingInviteesField({ displayName: 'Who' }),
	},
);

/** Who came and who went, and why not everybody did. */
export interface Changed {
	added: IDataObject[];
	removed: IDataObject[];
	problem?: unknown;
}

/**
 * Adds, removes or replaces attendees. Who comes is invited first; who is there already stays as they are, with their
 * answer. The organizer is never removed, and nobody is where somebody could not be invited.
 */
export async function changeInvitees(
	feishu: FeishuClient,
	path: EventPath,
	change: Change,
	invitees: ReadyInvitees,
	notify: boolean,
): Promise<Changed> {
	const { attendees, type, label } = invitees;
	const there = (await attendeesOf(feishu, path, type)).filter((one) => one.rsvp_status !== 'removed');
	const isNamed = (one: IDataObject) => attendees.some((other) => sameAttendee(one, other));
	const isNew = (one: IDataObject) => !there.some((other) => sameAttendee(one, other));
	const coming = change === 'remove' ? [] : attendees.filter(isNew);
	const going =
		change === 'add' ? [] : there.filter((one) => one.is_organizer !== true && isNamed(one) === (change === 'remove'));
	const { added, problem } = await addAttendees(feishu, path, { attendees: coming, type, label }, notify);
	if (problem !== undefined) return { added, removed: [], problem };
	await removeAttendees(feishu, path, { attendees: going, type }, notify);
	return { added, removed: going.map(shownAttendee) };
}
