import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/operation/operation';
import type { EventPath } from './attendeesOf';
import { changeInvitees, type Change, type Changed } from './changeInvitees';
import { reportedProblem } from './invite';
import type { ReadyInvitees } from './inviteesField';

/** What is said of a new series to which somebody of the old one could not be invited. */
export const NOT_ALL = 'The event is changed, but not everybody comes';

interface Wanted {
	choice: Change | 'keep';
	invitees: ReadyInvitees | undefined;
	notify: boolean;
	/** Nothing else of the event was changed. */
	isAlone: boolean;
}

/**
 * Changes the attendees of an event after all else of it. What fails is then told beside the event, which is changed;
 * with nothing else changed the step fails.
 * @returns who came and went; and what is put beside the event where that failed
 * @throws CancelledError; what it met, where nothing else was changed
 */
export async function changeAfter(
	tools: Pick<OperationContext, 'feishu' | 'context'>,
	path: EventPath,
	{ choice, invitees, notify, isAlone }: Wanted,
): Promise<{ changed?: Changed; failed?: IDataObject }> {
	if (choice === 'keep' || !invitees) return {};
	const changed = await changeInvitees(tools.feishu, path, choice, invitees, notify).catch(
		(problem: unknown): Changed => ({ added: [], removed: [], problem }),
	);
	if (changed.problem === undefined) return { changed };
	if (isAlone) throw changed.problem;
	const said = 'The event is changed, but not all of who is invited';
	return { changed, failed: await reportedProblem(tools, changed.problem, said) };
}
