import { CallError } from '../../../../feishu/api/call';
import type { CallFailure } from '../../../../feishu/api/envelope';

/** What the platform told, or why it did not. */
export interface Told<T> {
	value?: T;
	/** In its own words. */
	refusal?: string;
	code?: number;
}

/** The app, the token or the person lacks a scope. */
const LACKING: ReadonlySet<number | undefined> = new Set([99991672, 99991676, 99991679]);

/** Nothing is wrong but that it is not told: for lack of a scope, or where a deployment does not know the address. */
export const isWithheld = ({ kind, code, status }: CallFailure): boolean =>
	LACKING.has(code) || (kind === 'http' && status === 404);

/** The platform has answered, whatever that was. */
export const isAnswer = ({ kind }: CallFailure): boolean => kind === 'code' || kind === 'http';

/** @param accept which failures are as good as an answer @throws the others */
export async function told<T>(call: Promise<T>, accept: (failure: CallFailure) => boolean): Promise<Told<T>> {
	return await call.then(
		(value) => ({ value }),
		(error: unknown) => refused(error, accept),
	);
}

function refused(error: unknown, accept: (failure: CallFailure) => boolean): Told<never> {
	if (!(error instanceof CallError) || !accept(error.failure)) throw error;
	const { code, status, msg } = error.failure;
	return { code, refusal: code === undefined ? `HTTP ${status}` : `code ${code}: ${msg.split('.')[0] ?? ''}` };
}
