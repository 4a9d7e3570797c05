import type { IDataObject } from 'n8n-workflow';

import type { ErrorContext } from '../../../shared/client/errors';
import type { Named } from './chosen';

/**
 * Calls for one member after the other: the endpoint for several at once answers those alone whom it took. Where one is
 * refused, the error says how far it came; done again it does no harm.
 * @param done as in "were added"
 */
export async function eachMember(
	members: readonly Named[],
	errorContext: ErrorContext,
	done: string,
	call: (member: Named) => Promise<IDataObject>,
): Promise<IDataObject[]> {
	const finished: IDataObject[] = [];
	for (const member of members) {
		if (finished.length > 0)
			errorContext.notes = [
				`It is about ${member.member_id}; ${finished.length} of ${members.length} ${finished.length === 1 ? 'was' : 'were'} ${done} before.`,
			];
		finished.push(await call(member));
	}
	errorContext.notes = undefined;
	return finished;
}
