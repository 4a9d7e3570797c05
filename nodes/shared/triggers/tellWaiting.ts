import { sleep, type ITriggerFunctions } from 'n8n-workflow';

import { isWaitId, readWaitId } from '../../../feishu/approval/waitId';
import type { EventEnvelope } from '../../../feishu/events/eventEnvelope';
import { text } from '../../../feishu/json';
import { resumeAddress, type ApprovalVerdict } from '../approval/waiting';
import { appOf } from '../client/appOf';
import type { BareContext } from '../client/bareRequest';
import type { ClientContext } from '../client/context';
import { tell } from '../im/sendAndWait/tellExecution';

/** A trigger, also after it has answered. */
export type Teller = ClientContext & BareContext & Pick<ITriggerFunctions, 'getInstanceBaseUrl'>;

/** After which something is decided. Those of overtime may be: the execution looks. @see https://open.feishu.cn/document/server-docs/approval-v4/event/common-event/approval-instance-event */
const FINAL: ReadonlySet<string> = new Set([
	'APPROVED',
	'REJECTED',
	'CANCELED',
	'DELETED',
	'REVERTED',
	'OVERTIME_CLOSE',
]);

/**
 * Milliseconds before each try. What is decided by itself is told while the execution is still on its way into the
 * database, and the platform may read an older state than it tells.
 */
const TRIES = [0, 2_000, 5_000, 15_000, 60_000];

/** An execution that is over says so as one that is just about to wait. */
const TRIES_OF_OVER = 2;

/** Events told in the last minutes: several triggers of an app may get the same one. Only saves work: the execution decides once. */
const recent = new Map<string, number>();
const RECENT_MS = 180_000;

/**
 * Tells an execution that waits for an approval that there is something to look at. Returns at once, and concerns the
 * trigger no further: what else the event starts is another matter. What could not be told is a warning in n8n's log.
 */
export function tellWaiting(context: Teller, envelope: EventEnvelope, now: number = Date.now()): void {
	const { event_type, event_id, event } = envelope;
	const uuid = text(event.uuid);
	if (event_type !== 'approval_instance' || !isWaitId(uuid) || !FINAL.has(text(event.status))) return;
	for (const [key, at] of recent) if (now - at > RECENT_MS) recent.delete(key);
	const key = `${event_id} ${uuid}`;
	if (recent.has(key)) return;
	recent.set(key, now);
	void keepTelling(context, uuid).then(
		(told) => told && warn(context, envelope, told),
		(error: unknown) => warn(context, envelope, { verdict: (error as Error).message, heard: '' }),
	);
}

interface Result {
	verdict: string;
	heard: string;
}

/** @returns what came of it where that is not as it should be */
async function keepTelling(context: Teller, uuid: string): Promise<Result | undefined> {
	const resumption = readWaitId((await appOf(context)).appSecret, uuid);
	if (!resumption) return undefined;
	const address = resumeAddress(context.getInstanceBaseUrl(), resumption);
	let told: Result = { verdict: 'unreachable', heard: '' };
	for (const [tried, delay] of TRIES.entries()) {
		await sleep(delay);
		told = await tell(context, address, uuid, Date.now());
		if (told.verdict === ('recorded' satisfies ApprovalVerdict)) return undefined;
		if (told.verdict === ('over' satisfies ApprovalVerdict) && tried + 1 >= TRIES_OF_OVER) return undefined;
	}
	return told;
}

function warn({ logger }: Teller, { event }: EventEnvelope, { verdict, heard }: Result): void {
	const words =
		'An execution that waits for an approval could not be told of the decision; where another n8n uses this app as well, it may be one of that';
	logger.warn(words, { verdict, heard, instance_code: text(event.instance_code) });
}
