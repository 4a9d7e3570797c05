import { codeOf } from '../../../../feishu/api/call';
import { findCause } from '../../../../feishu/api/network';
import { pollUntil } from '../../../../feishu/api/poll';
import { cancelSignalOf } from '../../../shared/client/context';
import { throwIfCancelled } from '../../../shared/client/httpAnswer';
import type { OperationContext } from '../../../shared/operation/operation';
import { GET_BASE } from '../../../shared/base/contents';

/** The base has no advanced permissions, or they were turned on a moment ago. */
const NOT_ADVANCED = 1254301;

const EVERY_MS = 1_000;
const LONGEST_MS = 30_000;

/** What `onceAdvanced` may call beside what it is given. */
export const ADVANCED_CALLS = [GET_BASE];

/**
 * Does something with the roles of a base. For a while after advanced permissions were turned on, the platform refuses it
 * as it does while they are off; so the base is asked which of both it is, and the former is waited for.
 * @throws CallError 1254301 where they are off, and what `work` throws besides
 */
export async function onceAdvanced<T>(
	{ feishu, context }: Pick<OperationContext, 'feishu' | 'context'>,
	app_token: string,
	work: () => Promise<T>,
): Promise<T> {
	let refusal: unknown;
	const attempt = async (): Promise<{ value: T } | undefined> =>
		await work().then(
			(value) => ({ value }),
			(error: unknown) => {
				if (codeOf(error) !== NOT_ADVANCED) throw error;
				refusal = error;
				return undefined;
			},
		);
	const first = await attempt();
	if (first) return first.value;
	const told = feishu.call<{ app?: { is_advanced?: boolean } }>(GET_BASE, { path: { app_token }, idempotent: true });
	// Who may not ask gets the refusal itself.
	const advanced = await told.then(
		({ app }) => app?.is_advanced === true,
		() => false,
	);
	if (!advanced) throw refusal;
	const cancel = cancelSignalOf(context);
	const until = (done: { value: T } | undefined) => done !== undefined;
	const later = await pollUntil(attempt, { until, everyMs: EVERY_MS, longestMs: LONGEST_MS }, { cancel }).then(
		(done) => done,
		(error: unknown) => {
			throwIfCancelled(error, cancel);
			throw findCause(error, 'JobError') ? refusal : error;
		},
	);
	if (later) return later.value;
	throw refusal;
}
