import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { ApprovalVerdict } from '../../shared/approval/waiting';
import type { BareContext } from '../../shared/client/bareRequest';
import { tell } from '../../shared/im/sendAndWait/tellExecution';

/** A wait, and where its execution is told to look. */
interface Watched {
	uuid: string;
	address: string;
	/** Milliseconds since 1970, as all of these. Absent when it waits for ever. */
	until?: number;
	begun: number;
	next: number;
}

/** Between looks it waits as long as it has waited before, within these. */
const SOONEST_MS = 5 * 60_000;
const LATEST_MS = 60 * 60_000;

/** Before the limit, at which n8n goes on without asking the node; in a short wait a quarter of it. */
const LAST_LOOK_MS = 60_000;

const RETRY_MS = 5_000;

/** What many waits take of n8n and of the platform, which lets an app read 1,000 instances a minute: 5 looks a second at most. */
const TICK_MS = 1_000;
const LOOKS_PER_TICK = 5;

const watched = new Map<string, Watched>();

/** Those of the newest wait: what an execution has belongs to its data, which must not be held for days once for each. */
let means: BareContext | undefined;

let isRunning = false;

/**
 * Lets the execution look by itself now and then, and shortly before its limit. The event of the decision may never come
 * to this n8n: the platform gives it to one connection of the app only, and gives it up when no trigger is active for long.
 * Nothing is stored, so a process that ends forgets its list: then there is the event, and the limit.
 * @param address of the execution, as `resumeAddress` has it
 */
export function lookAgain(context: IExecuteFunctions, wait: Pick<Watched, 'uuid' | 'address' | 'until'>): void {
	const begun = Date.now();
	means = { helpers: { httpRequest: context.helpers.httpRequest }, logger: context.logger };
	watched.set(wait.uuid, { ...wait, begun, next: nextLook({ ...wait, begun }, begun) });
	if (!isRunning) void run();
}

/** For tests, whose process goes on with others. */
export function forgetWaits(): void {
	watched.clear();
}

/** How an execution answers for which there is nothing more to do. */
const OVER: ReadonlySet<string> = new Set<ApprovalVerdict>(['recorded', 'over']);

const UNDECIDED: ApprovalVerdict = 'undecided';

/** @returns milliseconds since 1970; Infinity after the last look */
function nextLook({ until, begun }: Omit<Watched, 'next'>, now: number, verdict: string = UNDECIDED): number {
	const next = now + Math.min(Math.max(now - begun, SOONEST_MS), LATEST_MS);
	if (until === undefined) return next;
	const last = until - Math.min(LAST_LOOK_MS, (until - begun) / 4);
	if (now < last) return Math.min(next, last);
	return verdict === UNDECIDED ? Infinity : now + RETRY_MS;
}

async function run(): Promise<void> {
	isRunning = true;
	while (watched.size > 0) {
		await sleep(TICK_MS);
		lookAtDue(Date.now());
	}
	isRunning = false;
}

function lookAtDue(now: number): void {
	for (const { uuid, until } of watched.values()) if (until !== undefined && now > until) watched.delete(uuid);
	const due = [...watched.values()].filter(({ next }) => next <= now).sort((a, b) => a.next - b.next);
	for (const one of due.slice(0, LOOKS_PER_TICK)) {
		// n8n may take minutes to answer, and is asked once at a time.
		one.next = Infinity;
		void look(one);
	}
}

/** What could not be told is no matter of its own: the next look comes. */
async function look(one: Watched): Promise<void> {
	if (!means) return;
	const { uuid, address } = one;
	const { verdict } = await tell(means, address, uuid, Date.now()).catch(() => ({ verdict: 'unreachable' }));
	if (OVER.has(verdict)) watched.delete(uuid);
	else one.next = nextLook(one, Date.now(), verdict);
}
