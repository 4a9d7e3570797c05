import type { ErrorContext } from '../client/errors';
import type { OperationContext } from './operation';

/**
 * Where the first error ends the run, nobody sees the outputs of the other items: then the error says what was done.
 * @param what was done, in the singular @param done as in "were written"
 */
export function noteDone(
	{ context, errorContext }: Pick<OperationContext, 'context'> & { errorContext: ErrorContext },
	count: number,
	what: 'record' | 'row',
	done: 'written' | 'deleted',
): void {
	if (count === 0 || context.continueOnFail()) return;
	const note = `${count} other ${count === 1 ? `${what} was` : `${what}s were`} ${done} all the same.`;
	errorContext.notes = [...(errorContext.notes ?? []), note];
}
