import fc from '../../../support/generated';

import {
	CallError,
	isRateLimited,
	isTemporary,
	isTokenRefused,
	performCall,
	type CallPolicy,
} from '../../../../feishu/api/call';
import { RATE_CODES, TEMPORARY_CODES, TOKEN_CODES } from '../../../../feishu/api/codes';
import type { CallFailure, Outcome } from '../../../../feishu/api/envelope';
import { CancelledError } from '../../../../feishu/api/wait';
import { failure, rejectionOf } from '../../../support/feishuCalls';

const POLICY: CallPolicy = { idempotent: true, maxAttempts: 5, maxWaitMs: 60_000 };
const STATUSES = [200, 400];

/** Milliseconds of every wait; the waits themselves take no time. */
let waits: number[];

beforeEach(() => {
	waits = [];
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
		waits.push(ms);
		const clock = new AbortController();
		queueMicrotask(() => clock.abort());
		return clock.signal;
	});
});

afterEach(() => jest.restoreAllMocks());

/** Fails with each failure in turn, then succeeds. Says which of the tries were to renew the token. */
function script(...failures: CallFailure[]) {
	const renewals: boolean[] = [];
	const send = async ({ renew }: { renew: boolean }): Promise<Outcome<string>> => {
		renewals.push(renew);
		const next = failures.shift();
		return next ? { ok: false, failure: next } : { ok: true, value: 'done' };
	};
	return { send, renewals };
}

async function failedCall(failures: CallFailure[], policy: Partial<CallPolicy> = {}) {
	const { send, renewals } = script(...failures);
	const error = await rejectionOf(performCall(send, { ...POLICY, ...policy }));
	if (!(error instanceof CallError)) throw error;
	return { error, renewals };
}

const many = (one: CallFailure, count = 50) => Array.from({ length: count }, () => one);
const cases = (codes: Iterable<number>) => [...codes].flatMap((code) => STATUSES.map((status) => ({ code, status })));

it('sends once when it succeeds', async () => {
	const { send, renewals } = script();
	await expect(performCall(send, POLICY)).resolves.toBe('done');
	expect(renewals).toEqual([false]);
	expect(waits).toEqual([]);
});

describe.each(cases(TOKEN_CODES))('token code $code at HTTP $status', ({ code, status }) => {
	it('renews once and goes on, whatever may be repeated', async () => {
		const { send, renewals } = script(failure({ code, status }));
		await expect(performCall(send, { ...POLICY, idempotent: false, maxAttempts: 1 })).resolves.toBe('done');
		expect(renewals).toEqual([false, true]);
		expect(waits).toEqual([]);
	});

	it('ends when the new token is refused as well', async () => {
		const { error, renewals } = await failedCall(many(failure({ code, status })));
		expect(renewals).toEqual([false, true]);
		expect(error.failure.code).toBe(code);
		expect(error.history).toEqual({ attempts: 1, waitedMs: 0, renewed: true });
	});
});

describe.each(cases(RATE_CODES))('rate code $code at HTTP $status', ({ code, status }) => {
	it('waits as long as it is told to, a write as well', async () => {
		const { send, renewals } = script(failure({ code, status, resetSeconds: 3 }));
		await expect(performCall(send, { ...POLICY, idempotent: false })).resolves.toBe('done');
		expect(renewals).toEqual([false, false]);
		expect(waits).toHaveLength(1);
		expect(waits[0]).toBeGreaterThanOrEqual(3000);
		expect(waits[0]).toBeLessThanOrEqual(3600);
	});
});

describe('waiting', () => {
	const limited = failure({ code: 99991400, status: 429 });

	it('takes HTTP 429 for a rate limit whatever the body says', async () => {
		const { send } = script(failure({ kind: 'http', status: 429, msg: 'Too many' }));
		await expect(performCall(send, { ...POLICY, idempotent: false })).resolves.toBe('done');
	});

	it('doubles from half a second to eight seconds without a time from the platform', async () => {
		const { error } = await failedCall(many(limited), { maxAttempts: 8 });
		const least = [500, 1000, 2000, 4000, 8000, 8000, 8000];
		expect(waits).toHaveLength(least.length);
		least.forEach((ms, index) => {
			expect(waits[index]).toBeGreaterThanOrEqual(ms);
			expect(waits[index]).toBeLessThanOrEqual(ms * 1.2);
		});
		expect(error.history.attempts).toBe(8);
		expect(error.history.waitedMs).toBe(waits.reduce((sum, ms) => sum + ms, 0));
	});

	it('never waits nothing at all', async () => {
		const { send } = script({ ...limited, resetSeconds: 0 });
		await performCall(send, POLICY);
		expect(waits[0]).toBeGreaterThanOrEqual(100);
	});

	it('refuses ten minutes at once, and says how long was asked', async () => {
		const { error, renewals } = await failedCall([{ ...limited, resetSeconds: 600 }]);
		expect(renewals).toHaveLength(1);
		expect(waits).toEqual([]);
		expect(error.history).toEqual({ attempts: 1, waitedMs: 0, renewed: false, refusedWaitMs: 600_000 });
	});

	it('takes a wait of exactly the limit', async () => {
		const { send } = script({ ...limited, resetSeconds: 60 });
		await expect(performCall(send, POLICY)).resolves.toBe('done');
		expect(waits).toEqual([60_000]);
	});

	it('counts all waits of a call against the limit', async () => {
		const { error } = await failedCall(many({ ...limited, resetSeconds: 25 }));
		expect(waits).toHaveLength(2);
		expect(error.history.refusedWaitMs).toBe(25_000);
		expect(error.history.attempts).toBe(3);
	});

	it('does not put its own back-off into the platform’s mouth', async () => {
		const { error } = await failedCall(many(limited), { maxWaitMs: 0 });
		expect(waits).toEqual([]);
		expect(error.history.refusedWaitMs).toBeUndefined();
	});

	it('stays within both bounds, whatever the platform says', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }), { maxLength: 30 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 0, max: 100_000 }),
				async (resets, maxAttempts, maxWaitMs) => {
					waits = [];
					const { send, renewals } = script(...resets.map((resetSeconds) => ({ ...limited, resetSeconds })));
					await performCall(send, { ...POLICY, maxAttempts, maxWaitMs }).catch((error: unknown) => {
						expect(error).toBeInstanceOf(CallError);
					});
					expect(renewals.length).toBeLessThanOrEqual(maxAttempts);
					expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(maxWaitMs + waits.length);
				},
			),
		);
	});
});

describe('what may be repeated', () => {
	const dropped = failure({ kind: 'network', status: undefined, msg: 'ECONNRESET' });
	const temporary: Array<[string, CallFailure]> = [
		['a connection that broke off after sending', dropped],
		['an answer that broke off', failure({ kind: 'unreadable', status: 200, msg: '' })],
		['HTTP 502', failure({ kind: 'http', status: 502 })],
		['HTTP 500 with a code', failure({ code: 1, status: 500 })],
		...cases(TEMPORARY_CODES).map(({ code, status }): [string, CallFailure] => [
			`code ${code} at HTTP ${status}`,
			failure({ code, status }),
		]),
	];

	it.each(temporary)('repeats a read after %s', async (_what, one) => {
		const { send, renewals } = script(one, one);
		await expect(performCall(send, POLICY)).resolves.toBe('done');
		expect(renewals).toHaveLength(3);
	});

	it.each(temporary)('does not repeat a write after %s, and says so', async (_what, one) => {
		const { error, renewals } = await failedCall([one], { idempotent: false });
		expect(renewals).toHaveLength(1);
		expect(error.history.unrepeatable).toBe(true);
	});

	it('says so as well when the write had been slowed down before', async () => {
		const { error } = await failedCall([failure({ code: 99991400 }), dropped], { idempotent: false });
		expect(error.history).toMatchObject({ attempts: 2, unrepeatable: true });
	});

	it('repeats a write that never left', async () => {
		const { send, renewals } = script({ ...dropped, delivered: false });
		await expect(performCall(send, { ...POLICY, idempotent: false })).resolves.toBe('done');
		expect(renewals).toHaveLength(2);
	});

	it('ends a read after the last try without claiming that it may have been carried out', async () => {
		const { error, renewals } = await failedCall(many(dropped), { maxAttempts: 3 });
		expect(renewals).toHaveLength(3);
		expect(error.history).toEqual({ attempts: 3, waitedMs: waits[0]! + waits[1]!, renewed: false });
	});

	it.each([230002, 99991672, 99992402, 1])('does not repeat code %d', async (code) => {
		const { error, renewals } = await failedCall([failure({ code })]);
		expect(renewals).toHaveLength(1);
		expect(error.history.unrepeatable).toBeUndefined();
	});

	it('asks for a new token again when the network failed while it was fetched, and not after that', async () => {
		const refused = failure({ code: 99991663 });
		const { send, renewals } = script(refused, { ...dropped, delivered: false }, failure({ code: 99991400 }));
		await expect(performCall(send, POLICY)).resolves.toBe('done');
		expect(renewals).toEqual([false, true, true, false]);
	});
});

describe('cancellation', () => {
	it('sends nothing when cancelled before', async () => {
		const { send, renewals } = script();
		const error = await rejectionOf(performCall(send, { ...POLICY, cancel: AbortSignal.abort() }));
		expect(error).toBeInstanceOf(CancelledError);
		expect(renewals).toEqual([]);
	});

	it('ends a wait at once, and sends nothing any more', async () => {
		jest.restoreAllMocks();
		const cancel = new AbortController();
		const { send, renewals } = script(failure({ code: 99991400, resetSeconds: 50 }));
		const call = rejectionOf(
			performCall(
				async (options) => {
					const outcome = await send(options);
					setImmediate(() => cancel.abort());
					return outcome;
				},
				{ ...POLICY, cancel: cancel.signal },
			),
		);
		expect(await call).toBeInstanceOf(CancelledError);
		expect(renewals).toHaveLength(1);
	});
});

it('sorts failures by code and status', () => {
	const sorted = (one: CallFailure) => [isTokenRefused(one), isRateLimited(one), isTemporary(one)];
	expect(sorted(failure({ code: 99991663 }))).toEqual([true, false, false]);
	expect(sorted(failure({ code: 230020 }))).toEqual([false, true, false]);
	expect(sorted(failure({ kind: 'http', status: 503 }))).toEqual([false, false, true]);
	expect(sorted(failure({ kind: 'http', status: 404 }))).toEqual([false, false, false]);
});
