import { findCause } from '../../../../feishu/api/network';
import { isScopeMissing, type CallError } from '../../../../feishu/api/call';
import { SYSTEM_MESSAGE_SCOPES } from '../../../../feishu/im/content/systemContent';
import type { ErrorContext } from '../../client/errors';
import type { Composed } from './kind';

/** What a kind of message asks for besides the scopes of the call. */
const SCOPES: { readonly [type in Composed['msg_type']]?: { name: string; scopes: readonly string[] } } = {
	system: { name: 'System Divider', scopes: SYSTEM_MESSAGE_SCOPES },
};

/**
 * Sends the messages of one item one after the other.
 * @param told gets, for the error that may come, what had been sent before, and the scopes that the message asks for
 */
export async function sendInOrder<T extends { message_id?: unknown }>(
	messages: readonly Composed[],
	told: ErrorContext,
	send: (message: Composed, index: number) => Promise<T>,
): Promise<T[]> {
	const sent: T[] = [];
	for (const [index, message] of messages.entries()) {
		const ids = sent.flatMap(({ message_id: id }) => (id === undefined ? [] : [String(id)]));
		const which = ids.length > 0 ? ` (${ids.join(', ')})` : '';
		if (index > 0) told.notes = [`Of ${messages.length} messages, the first ${index} had been sent${which}.`];
		try {
			sent.push(await send(message, index));
		} catch (error) {
			throw withScopes(message, error, told);
		}
	}
	return sent;
}

/** Where the platform says that a scope is missing and not which, the one of the kind is to be thought of. */
function withScopes({ msg_type }: Composed, error: unknown, told: ErrorContext): unknown {
	const own = SCOPES[msg_type];
	const failure = findCause<CallError>(error, 'CallError')?.failure;
	if (!own || !failure || !isScopeMissing(failure.code)) return error;
	const words = [failure.msg, ...failure.scopes].join(' ');
	if (own.scopes.some((scope) => words.includes(scope))) return error;
	told.notes = [...(told.notes ?? []), `A ${own.name} needs the scope ${own.scopes.join(' or ')}, too.`];
	return error;
}
