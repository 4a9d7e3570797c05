import type { ErrorContext } from '../../../shared/client/errors';
import type { OperationContext } from '../../../shared/operation/operation';

/**
 * Where the first error ends the run, nobody sees the outputs of the other items: then the error says what was done.
 * @param count records @param done as in "were written"
 */
export function noteDone(
	{ context, errorContext }: Pick<OperationContext, 'context'> & { errorContext: ErrorContext },
	count: number,
	done: 'written' | 'deleted',
): void {
	if (count === 0 || context.continueOnFail()) return;
	const note = `${count} other ${count === 1 ? 'record was' : 'records were'} ${done} all the same.`;
	errorContext.notes = [...(errorContext.notes ?? []), note];
}
