import { RATE_CODES, TEMPORARY_CODES, TOKEN_CODES } from './codes';
import type { CallFailure, Outcome } from './envelope';
import { findCause } from './network';
import { CancelledError, wait } from './wait';

/** How far a call may go before it gives up. */
export interface CallPolicy {
	/** The same request twice does no harm: a read, or a write that carries an idempotency key. */
	idempotent: boolean;
	/** Tries in all when nothing else bounds them; 1 means no retry. A new token does not count as a try. */
	maxAttempts: number;
	/** Milliseconds that one call may spend waiting, all its waits together. */
	maxWaitMs: number;
	/** False for a token that nothing can renew. */
	renewable?: boolean;
	cancel?: AbortSignal;
}

/** A call that failed for good. */
export class CallError extends Error {
	constructor(
		readonly failure: CallFailure,
		/** What was done about it. */
		readonly history: CallHistory,
	) {
		super(failure.msg);
		this.name = 'CallError';
	}
}

/** The platform's code, where that is what an error is about; undefined for all else. */
export const codeOf = (error: unknown): number | undefined => findCause<CallError>(error, 'CallError')?.failure.code;

/** Of the app, of a token, of a person, and what some endpoints want besides. */
const SCOPE_CODES: ReadonlySet<number | undefined> = new Set([99991672, 99991676, 99991679, 230027]);

/** Whether that code says that a scope is missing. @see https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code */
export const isScopeMissing = (code: number | undefined): boolean => SCOPE_CODES.has(code);

export interface CallHistory {
	attempts: number;
	waitedMs: number;
	renewed: boolean;
	/** Set when the platform asked for a longer wait than what is left of the policy's. */
	refusedWaitMs?: number;
	/** Set when it was not sent again because it may have been carried out, and twice would do harm. */
	unrepeatable?: true;
}

type Remedy = 'renew' | 'wait' | 'none';

/**
 * Makes one call: sends it, gets a new token once when the token was refused, waits when told to,
 * and repeats only what may be repeated.
 * @param send sends the request once; `renew` asks it to get a new token first
 * @throws CallError when it fails for good, CancelledError when cancelled
 */
export async function performCall<T>(
	send: (options: { renew: boolean }) => Promise<Outcome<T>>,
	policy: CallPolicy,
): Promise<T> {
	const history: CallHistory = { attempts: 0, waitedMs: 0, renewed: false };
	let renew = false;
	for (;;) {
		if (policy.cancel?.aborted) throw new CancelledError();
		history.attempts += 1;
		const outcome = await send({ renew });
		if (outcome.ok) return outcome.value;
		const { failure } = outcome;
		switch (remedyFor(failure, policy, history)) {
			case 'renew':
				renew = true;
				history.renewed = true;
				history.attempts -= 1;
				break;
			case 'wait': {
				// A new token that could not be asked for is asked for again.
				renew = renew && (failure.kind === 'network' || !failure.delivered);
				const asked = waitFor(failure, history.attempts);
				const left = policy.maxWaitMs - history.waitedMs;
				if (asked > left) {
					throw new CallError(
						failure,
						failure.resetSeconds === undefined ? history : { ...history, refusedWaitMs: asked },
					);
				}
				const ms = Math.min(left, jittered(asked));
				await wait(ms, policy.cancel);
				history.waitedMs += ms;
				break;
			}
			case 'none':
				throw new CallError(
					failure,
					isTemporary(failure) && !mayRepeat(failure, policy) ? { ...history, unrepeatable: true } : history,
				);
		}
	}
}

/** True when the platform asks to slow down; such a call was not carried out. */
export function isRateLimited(failure: CallFailure): boolean {
	return failure.status === 429 || (failure.code !== undefined && RATE_CODES.has(failure.code));
}

/** True when trying again later may help. */
export function isTemporary(failure: CallFailure): boolean {
	return (
		failure.kind === 'network' ||
		failure.kind === 'unreadable' ||
		failure.comes === true ||
		(failure.status ?? 0) >= 500 ||
		(failure.code !== undefined && TEMPORARY_CODES.has(failure.code))
	);
}

export function isTokenRefused(failure: CallFailure): boolean {
	return failure.code !== undefined && TOKEN_CODES.has(failure.code);
}

function remedyFor(failure: CallFailure, policy: CallPolicy, history: CallHistory): Remedy {
	if (isTokenRefused(failure)) return history.renewed || policy.renewable === false ? 'none' : 'renew';
	if (history.attempts >= policy.maxAttempts) return 'none';
	if (isRateLimited(failure)) return 'wait';
	return isTemporary(failure) && mayRepeat(failure, policy) ? 'wait' : 'none';
}

/** What was asked to slow down was not carried out. */
function mayRepeat(failure: CallFailure, policy: CallPolicy): boolean {
	return policy.idempotent || !failure.delivered || isRateLimited(failure);
}

/** Milliseconds: what the platform says, else 0.5 s doubling up to 8 s. */
function waitFor(failure: CallFailure, attempt: number): number {
	if (failure.resetSeconds === undefined) return Math.min(8000, 500 * 2 ** (attempt - 1));
	return Math.max(100, failure.resetSeconds * 1000);
}

/** Up to 20 % on top, so that callers do not come back at one moment. */
function jittered(ms: number): number {
	return Math.round(ms * (1 + Math.random() * 0.2));
}
