import { codeOf } from '../../../../feishu/api/call';
import { pollUntil } from '../../../../feishu/api/poll';
import { cancelSignalOf } from '../../../shared/client/context';
import { throwIfCancelled } from '../../../shared/client/httpAnswer';
import type { OperationContext } from '../../../shared/operation/operation';
import { GET_BASE } from '../../../shared/base/contents';

/** Until then, every call about the copy is refused so. */
const STILL_COPYING = 1254036;

const EVERY_MS = 1_000;
const LONGEST_MS = 120_000;

/**
 * Waits until a copy can be used: the platform goes on with it after it has answered.
 * @returns whether it can. Where that may not be asked, or takes too long, the copy is there all the same, so that is no error
 * @throws CancelledError when the execution is stopped, and nothing else
 */
export async function whenReady(
	{ feishu, context }: Pick<OperationContext, 'feishu' | 'context'>,
	app_token: string,
): Promise<boolean> {
	const cancel = cancelSignalOf(context);
	const ask = async () =>
		await feishu.call(GET_BASE, { path: { app_token }, idempotent: true }).then(() => true, isOver);
	const done = pollUntil(ask, { until: (over) => over, everyMs: EVERY_MS, longestMs: LONGEST_MS }, { cancel });
	return await done.then(
		() => true,
		(error: unknown) => {
			throwIfCancelled(error, cancel);
			return false;
		},
	);
}

function isOver(error: unknown): boolean {
	if (codeOf(error) === STILL_COPYING) return false;
	throw error;
}
