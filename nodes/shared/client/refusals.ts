import { CallError } from '../../../feishu/api/call';
import { findCause } from '../../../feishu/api/network';
import type { TokenError } from '../../../feishu/api/tokens';
import type { Session } from './callerIdentity';

/** Milliseconds for which a refusal stands for all calls of a run: a credential may be mended while a trigger listens. */
const STANDS_MS = 30_000;

/** The app itself is refused, whatever it calls: not installed, disabled, this server not allowed, quota used up, secret wrong. */
export const DEFINITE: ReadonlySet<number> = new Set([99991662, 99991673, 99991401, 99991403, 99991543, 10014]);

const refusals = new WeakMap<Session, { error: Error; at: number }>();

/** @throws what the platform has just said to another call of this run, when it would say the same to each */
export function throwIfRefused(session: Session): void {
	const refusal = refusals.get(session);
	if (refusal && Date.now() - refusal.at < STANDS_MS) throw refusal.error;
}

/** Remembers an error that every further call would meet. @throws the error */
export function noteRefusal(session: Session, error: unknown): never {
	if (error instanceof Error && isDefinite(error)) refusals.set(session, { error, at: Date.now() });
	throw error;
}

function isDefinite(error: Error): boolean {
	if (error instanceof CallError) return error.failure.code !== undefined && DEFINITE.has(error.failure.code);
	const token = findCause<TokenError>(error, 'FeishuTokenError');
	return token !== undefined && token.temporary === undefined;
}
