import type { IDataObject } from 'n8n-workflow';

import { JobError } from '../../../feishu/api/poll';
import { text } from '../../../feishu/json';
import { cancelSignalOf } from '../../shared/client/context';
import { failureData, toNodeError } from '../../shared/client/errors';
import { throwIfCancelled } from '../../shared/client/httpAnswer';
import { authenticationOf } from '../../shared/client/sessions';
import { UPDATE_SCOPES } from '../../shared/calendar/endpoints';
import { choiceField, numberField } from '../../shared/fields/plain';
import type { OperationContext } from '../../shared/operation/operation';
import { tell } from '../../shared/operation/tell';
import { addAttendees } from './addAttendees';
import { ATTENDEE_SHAPE, roomAnswers, withAnswers, type EventPath } from './attendeesOf';
import type { ReadyInvitees } from './inviteesField';

export const waitForRooms = numberField({
	displayName: 'Wait for Rooms (Seconds)',
	name: 'waitForRooms',
	typeOptions: { minValue: 0, maxValue: 600 },
	default: 30,
	description:
		'How long to wait for the answer of meeting rooms, which comes a few seconds after they are invited; 0 does not wait',
});

export const ifInvitingFails = choiceField({
	displayName: 'If Inviting Fails',
	name: 'ifInvitingFails',
	options: [
		{ name: 'Keep the Event', value: 'keep', description: 'And say in attendee_error and rooms what went wrong' },
		{ name: 'Undo and Fail', value: 'undo', description: 'The event is deleted again, and nobody is told of it' },
	],
	default: 'keep',
	description: 'What becomes of the event where attendees are refused or a meeting room declines',
});

/** What is told where somebody could not be invited. */
export const ERROR_SHAPE = {
	'attendee_error?': 'string',
	'attendee_error_details?': { advice: 'string', 'code?': 'number', 'log_id?': 'string' },
} as const;

/** What inviting adds to an event. `rooms` has all rooms of the event with their answers. */
export const INVITED_SHAPE = {
	'invited?': [ATTENDEE_SHAPE],
	'rooms?': [ATTENDEE_SHAPE],
	...ERROR_SHAPE,
} as const;

export interface How {
	notify: boolean;
	/** Seconds. */
	wait: number;
	/** Takes back what was made before; undefined keeps it and reports. */
	undo?(): Promise<unknown>;
}

/**
 * Invites to an event that is there, and waits for its rooms. What fails is told beside the event, which would be made
 * twice if the step were run again; or the event goes, and the step fails.
 * @throws CancelledError; what inviting met, after it was undone
 */
export async function invite(
	tools: Pick<OperationContext, 'feishu' | 'context'>,
	path: EventPath,
	invitees: ReadyInvitees,
	{ notify, wait, undo }: How,
): Promise<IDataObject> {
	if (invitees.attendees.length === 0) return {};
	const { feishu } = tools;
	const failed = async (reason: unknown, said: string): Promise<IDataObject> => {
		throwIfCancelled(reason, cancelSignalOf(tools.context));
		if (!undo) return await reportedProblem(tools, reason, said);
		await undo();
		throw reason;
	};
	const { added, problem } = await addAttendees(feishu, path, invitees, notify);
	const nobody = 'The event is there, but nobody was invited';
	const told = problem === undefined ? {} : await failed(problem, added.length > 0 ? NOT_ALL : nobody);
	if (added.length === 0) return told;
	const hasRooms = added.some((one) => one.type === 'resource');
	if (!hasRooms || wait === 0) return { invited: added, ...told };
	const rooms = await roomAnswers(feishu, path, invitees.type, wait).catch(
		async (reason: unknown) => await failed(reason, NOT_ALL),
	);
	if (!Array.isArray(rooms)) return { invited: added, ...rooms, ...told };
	const declined = rooms
		.filter((one) => one.rsvp_status === 'decline')
		.map((one) => text(one.display_name) || text(one.room_id));
	const answered = withAnswers(added, rooms);
	if (declined.length === 0) return { invited: answered, rooms, ...told };
	const refusal = new JobError(
		`A meeting room has declined: ${declined.join(', ')}`,
		'It is taken at that time, may not be booked by this caller, or the series goes on for more than two years. Find a Time looks for a time at which a room is free',
	);
	return { invited: answered, rooms, ...(await failed(refusal, NOT_ALL)), ...told };
}

const NOT_ALL = 'The event is there, but not everybody comes';

/** What is put beside an event that is there where inviting failed, and is told as a hint. @param said what stands, and what does not @throws CancelledError */
export async function reportedProblem(
	{ feishu, context }: Pick<OperationContext, 'feishu' | 'context'>,
	reason: unknown,
	said: string,
): Promise<IDataObject> {
	throwIfCancelled(reason, cancelSignalOf(context));
	const words = { scopes: UPDATE_SCOPES, caller: authenticationOf(context), consoleUrl: await feishu.consoleUrl() };
	const { error, details } = failureData(toNodeError(context.getNode(), reason, words));
	tell(context, [`${said}: ${error}. See attendee_error in the output`], 'warning');
	return { attendee_error: error, attendee_error_details: details };
}
