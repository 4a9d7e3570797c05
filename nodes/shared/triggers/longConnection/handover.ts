/**
 * What keeps events from getting lost while triggers come and go. n8n stops the workflows of an instance one after the
 * other, and starts them one after the other: in between, an event that arrives would reach some of them and be
 * acknowledged for all.
 */
import { wait } from '../../../../feishu/api/wait';

/**
 * Milliseconds for which events are not taken after a trigger has left. n8n may be stopping, or publishing the workflow
 * anew: the platform sends them again after 15 s, when all are back. Ends early when those who left have come back.
 */
export const HOLD_MS = 3_000;
/**
 * Milliseconds of a process that gets its turns, after which n8n knows of an execution that a trigger has started: from
 * then on n8n itself waits for it when it stops. n8n says nothing of that before the end of the execution.
 */
export const STARTING_MS = 5_000;
/** In which the turns are counted: what comes later than that was spent waiting for the processor, as was n8n's own work. */
export const TURN_MS = 250;
/** Milliseconds for which even a starved process is waited for, of the 30 s that n8n has in all. */
export const LONGEST_MS = 15_000;
/** Milliseconds before the end of the time in which work that is under way is told to make do with what it has. */
const HURRY_MS = 500;
/** Milliseconds after the start of n8n in which its workflows may become active one after the other. */
export const START_MS = 300_000;
/** Events that are kept for those who become active late, at most. */
const KEPT = 2_000;

/** Whether n8n, and not a person, makes the trigger listen: then it did so before, and missed what came meanwhile. */
export type Activation = 'restored' | 'new';

/** The triggers in production on one connection. `Event` is what is kept of an event; plain data. */
export class Handover<Event = unknown> {
	/** Test runs, which hold the connection as well. */
	readonly guests = new Set<object>();

	private readonly present = new Set<string>();

	/** Those who left and may come back. */
	private readonly awaited = new Set<string>();

	private holdUntil = 0;

	private startedAt: number | undefined;

	/** By what tells events apart, in the order in which they came. */
	private readonly kept = new Map<string, Event>();

	private readonly tasks = new Set<Promise<unknown>>();

	private hurry = new AbortController();

	/** By the end of each execution that n8n may not know of yet: when it was started. */
	private readonly starting = new Map<Promise<unknown>, number>();

	/**
	 * @param now milliseconds
	 * @param pause resolves after so many milliseconds
	 */
	constructor(
		private readonly now: () => number = Date.now,
		private readonly pause: (ms: number) => Promise<void> = wait,
	) {}

	get isEmpty(): boolean {
		return this.present.size === 0;
	}

	/** True for the moment in which no event may be taken. */
	get isChanging(): boolean {
		return this.awaited.size > 0 && this.now() < this.holdUntil;
	}

	/** To be called before the trigger gets events: from the first one on, they are kept for those who are late. */
	expect(activation: Activation): void {
		if (activation === 'restored' && (this.isEmpty || this.startedAt === undefined)) this.startedAt = this.now();
	}

	/** @returns the events that came before this trigger, though it should have been there; oldest first, by their keys */
	join(id: string, activation: Activation): Map<string, Event> {
		const isBack = this.isChanging && this.awaited.has(id);
		this.awaited.delete(id);
		this.present.add(id);
		if (this.hurry.signal.aborted) this.hurry = new AbortController();
		return activation === 'restored' && !isBack ? new Map(this.kept) : new Map();
	}

	leave(id: string): void {
		if (!this.present.delete(id)) return;
		if (this.isEmpty) {
			this.startedAt = undefined;
			this.kept.clear();
		}
		if (!this.isChanging || this.isEmpty) this.awaited.clear();
		// The connection ends with the last one: what was not acknowledged comes again.
		if (this.isEmpty && this.guests.size === 0) return;
		this.awaited.add(id);
		this.holdUntil = this.now() + HOLD_MS;
	}

	/** While n8n starts, an event is kept for those who are not there yet. @param key what tells events apart */
	keep(key: string, event: Event): void {
		if (this.startedAt === undefined) return;
		if (this.now() - this.startedAt > START_MS) {
			this.startedAt = undefined;
			this.kept.clear();
			return;
		}
		// A copy, because the workflow that was there first may change what it got.
		if (!this.kept.has(key)) this.kept.set(key, structuredClone(event));
		const [oldest] = this.kept.keys();
		if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
	}

	/** Work that should be done before n8n stops. @param work gets a signal that there is no more time */
	track(work: (hurry: AbortSignal) => Promise<void>): void {
		const task = work(this.hurry.signal);
		this.tasks.add(task);
		const done = () => void this.tasks.delete(task);
		task.then(done, done);
	}

	/**
	 * An execution is being started. n8n says nothing when it knows of it, only when it has ended.
	 * @param end never settles where n8n does not tell it
	 */
	started(end: Promise<unknown>): void {
		for (const [other, at] of this.starting) if (this.now() - at >= STARTING_MS) this.starting.delete(other);
		this.starting.set(end, this.now());
		const done = () => void this.starting.delete(end);
		end.then(done, done);
	}

	/** Resolves when all work is done, or `ms` have passed, and n8n knows of all executions. */
	async settled(ms: number): Promise<void> {
		if (this.tasks.size > 0) {
			const work = Promise.allSettled(this.tasks);
			await Promise.race([work, this.pause(ms - HURRY_MS)]);
			this.hurry.abort();
			await Promise.race([work, this.pause(HURRY_MS)]);
		}
		const ends = { all: false };
		const all = Promise.allSettled(this.starting.keys()).then(() => (ends.all = true));
		const [last = 0] = [...this.starting.values()].slice(-1);
		const since = this.now();
		for (let left = last + STARTING_MS - since; left > 0 && !ends.all && this.now() - since < LONGEST_MS; ) {
			const step = Math.min(left, TURN_MS);
			await Promise.race([all, this.pause(step)]);
			left -= step;
		}
	}
}
