import { sleep } from 'n8n-workflow';

import type { ApprovalVerdict } from '../../shared/approval/waiting';
import type { BareContext } from '../../shared/client/bareRequest';
import { tell } from '../../shared/im/sendAndWait/tellExecution';
import type { ApprovalWait } from './keptWait';

type Wait = Pick<ApprovalWait, 'uuid' | 'address' | 'begun' | 'until'>;

interface Watched extends Wait {
	/** Milliseconds since 1970. */
	next: number;
}

/** Between looks it waits as long as it has waited before, within these. */
const SOONEST_MS = 60_000;
const LATEST_MS = 60 * 60_000;

/** Before the limit, at which n8n goes on without asking the node; in a short wait a quarter of it. */
const LAST_LOOK_MS = 60_000;

const RETRY_MS = 5_000;

/** Five looks a second at most, however many wait: the platform lets an app read 1,000 instances a minute. */
const TICK_MS = 1_000;
const LOOKS_PER_TICK = 5;

const watched = new Map<string, Watched>();

/** Those of the newest wait: what an execution has belongs to its data, which must not be held for days once for each. */
let means: BareContext | undefined;

let running: Promise<void> | undefined;

/**
 * Lets the execution look by itself now and then, and shortly before its limit. The event of the decision may never come
 * to this n8n: the platform gives it to one connection of the app only, and gives it up when no trigger is active for long.
 * The process in which the node has run does so, and each in which the execution has looked. Nothing is stored: where all of
 * them end, the list is forgotten, and there is the event, and the limit.
 */
export function lookAgain({ helpers, logger }: BareContext, { uuid, address, begun, until }: Wait): void {
	means = { helpers: { httpRequest: helpers.httpRequest }, logger };
	const wait = { uuid, address, begun, until };
	if (!watched.has(uuid)) watched.set(uuid, { ...wait, next: nextLook(wait, Date.now()) });
	running ??= run();
}

/** For tests, whose process goes on with others. @returns when nothing of it is left */
export async function forgetWaits(): Promise<void> {
	watched.clear();
	await running;
}

/** How an execution answers for which there is nothing more to do. */
const OVER: ReadonlySet<string> = new Set<ApprovalVerdict>(['recorded', 'over']);

const UNDECIDED: ApprovalVerdict = 'undecided';

/** @returns milliseconds since 1970; Infinity after the last look */
function nextLook({ until, begun }: Wait, now: number, verdict: string = UNDECIDED): number {
	const next = now + Math.min(Math.max(now - begun, SOONEST_MS), LATEST_MS);
	if (until === undefined) return next;
	const last = until - Math.min(LAST_LOOK_MS, (until - begun) / 4);
	if (now < last) return Math.min(next, last);
	return verdict === UNDECIDED ? Infinity : now + RETRY_MS;
}

async function run(): Promise<void> {
	while (watched.size > 0) {
		await sleep(TICK_MS);
		lookAtDue(Date.now());
	}
	running = undefined;
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
