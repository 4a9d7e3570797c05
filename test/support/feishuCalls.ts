import type { Answer, CallFailure } from '../../feishu/api/envelope';

export const failure = (overrides: Partial<CallFailure> = {}): CallFailure => ({
	kind: 'code',
	delivered: true,
	status: 400,
	msg: 'refused',
	scopes: [],
	fieldViolations: [],
	helps: [],
	...overrides,
});

export const jsonAnswer = (body: unknown, status = 200, headers: Answer['headers'] = {}): Answer => ({
	status,
	headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
	body: JSON.stringify(body),
});

/** What a function throws; fails the test when it throws nothing. */
export function thrownBy(action: () => unknown): Error {
	try {
		action();
	} catch (error) {
		if (error instanceof Error) return error;
		throw new Error(`Threw something that is no error: ${String(error)}`);
	}
	throw new Error('Nothing was thrown');
}

/** What a promise rejects with; fails the test when it resolves. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Error> {
	const outcome = await promise.then(
		(value: unknown) => ({ value }),
		(error: unknown) => ({ error }),
	);
	if ('error' in outcome && outcome.error instanceof Error) return outcome.error;
	throw new Error(`Expected a rejection with an error, got ${JSON.stringify(outcome)}`);
}
