import { Turnstile } from './turnstile';
import { wait } from './wait';

/** How many requests a stretch of time takes. */
export interface RateLimit {
	count: number;
	windowMs: number;
}

/** What limits requests, under the key of what it limits: an endpoint, a chat, a table. */
export interface Pace {
	key: string;
	/** Windows, all of which are kept; may be none. */
	limits: readonly RateLimit[];
	/** Requests under way at one time at most, for what takes one writer after the other; any number unless given. */
	atOnce?: number;
	/** The platform's codes that are about this pace; all others that ask to wait are about the endpoint's. */
	heldBy?: readonly number[];
}

/** One request's place in a lane. Times are milliseconds since 1970. */
interface Ticket {
	/** When it left, or is expected to; 0 when it never will. */
	leftAt: number;
	/** When its answer was there. */
	answeredAt?: number;
	/** The requests that must have left the window before this one may pass, one a limit. */
	behind: ReadonlyArray<{ ticket: Ticket; windowMs: number }>;
}

/**
 * Windows are kept a little longer than published: what was sent at the end of one must not arrive at the beginning
 * of the next.
 */
const MARGIN = 1.02;

/**
 * The platform counts requests as they arrive, which nobody knows here: some time between leaving and the answer. The
 * answer is the safe guess, but a slow one, as of an upload, says little: milliseconds after leaving at most.
 */
const LATEST_ARRIVAL_MS = 1500;

/** What nobody has used for a window may be forgotten, once there is much of it. */
const LONGEST_WINDOW_MS = 60_000 * MARGIN;
const MANY_KEYS = 2_000;

/** The requests of one key, in the order in which they came. */
class Lane {
	private tickets: Ticket[] = [];

	private heldUntil = 0;

	constructor(private readonly limits: readonly RateLimit[]) {}

	/** Waits for a place. @throws CancelledError */
	async pass(cancel?: AbortSignal): Promise<Ticket> {
		const ticket = this.draw();
		let passed = false;
		try {
			for (let ms = this.due(ticket) - Date.now(); ms > 0; ms = this.due(ticket) - Date.now()) {
				ticket.leftAt = Date.now() + ms;
				await wait(ms, cancel);
			}
			passed = true;
		} finally {
			ticket.leftAt = passed ? Date.now() : 0;
		}
		return ticket;
	}

	hold(untilMs: number): void {
		this.heldUntil = Math.max(this.heldUntil, untilMs);
	}

	idleSince(): number {
		return Math.max(this.heldUntil, this.tickets.at(-1)?.leftAt ?? 0);
	}

	private draw(): Ticket {
		const behind = this.limits.flatMap(({ count, windowMs }) => {
			const before = this.tickets.at(-count);
			return this.tickets.length >= count && before ? [{ ticket: before, windowMs: windowMs * MARGIN }] : [];
		});
		const ticket = { leftAt: Date.now(), behind };
		this.tickets.push(ticket);
		const most = Math.max(1, ...this.limits.map(({ count }) => count));
		if (this.tickets.length > 2 * most) this.tickets = this.tickets.slice(-most);
		return ticket;
	}

	private due({ behind }: Ticket): number {
		return Math.max(this.heldUntil, ...behind.map(({ ticket, windowMs }) => arrivedAt(ticket) + windowMs));
	}
}

function arrivedAt({ leftAt, answeredAt = leftAt }: Ticket): number {
	return Math.min(answeredAt, leftAt + LATEST_ARRIVAL_MS);
}

/** A request that was let pass. */
export class Passage {
	private readonly tickets: Ticket[] = [];

	private readonly entered: Turnstile[] = [];

	/** Goes where only so many may be at one time. @throws CancelledError */
	async enter(turnstile: Turnstile, cancel?: AbortSignal): Promise<void> {
		await turnstile.enter(cancel);
		this.entered.push(turnstile);
	}

	/** Takes the next place that it needs. @throws CancelledError */
	async take(lane: Lane, cancel?: AbortSignal): Promise<void> {
		this.tickets.push(await lane.pass(cancel));
	}

	/** It leaves now, from all its places; or never. */
	leave(now: boolean): void {
		const leftAt = now ? Date.now() : 0;
		for (const ticket of this.tickets) ticket.leftAt = leftAt;
		if (!now) this.over();
	}

	/** Its answer is there. */
	answered(): void {
		for (const ticket of this.tickets) ticket.answeredAt = Date.now();
	}

	/** It is under way no longer, with an answer or without. */
	over(): void {
		for (const turnstile of this.entered.splice(0)) turnstile.leave();
	}
}

/**
 * Keeps requests below the published limits before the platform has to say so, for everything that runs in one process.
 * @see https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control
 */
export class Governor {
	private readonly lanes = new Map<string, Lane>();

	private readonly turnstiles = new Map<string, Turnstile>();

	/**
	 * Waits until every pace allows one more request. Costs nothing while the limits are far.
	 * @returns to be told when the answer is there, and when the request is over in any case
	 * @throws CancelledError
	 */
	async pass(paces: readonly Pace[], cancel?: AbortSignal): Promise<Passage> {
		const passage = new Passage();
		let passed = false;
		try {
			// In the order of their keys, so that two requests never wait for each other.
			const turnstiles = paces.filter(({ atOnce }) => atOnce !== undefined).sort((a, b) => (a.key < b.key ? -1 : 1));
			for (const pace of turnstiles) await passage.enter(this.turnstile(pace), cancel);
			for (const pace of paces) if (this.hasLane(pace)) await passage.take(this.lane(pace), cancel);
			passed = true;
		} finally {
			passage.leave(passed);
		}
		return passage;
	}

	/** The platform asked to wait: nobody passes until then. */
	hold(pace: Pace, ms: number): void {
		this.lane(pace).hold(Date.now() + ms);
	}

	/** Where there are no windows, there is still what the platform has asked to wait. */
	private hasLane({ key, limits }: Pace): boolean {
		return limits.length > 0 || this.lanes.has(key);
	}

	private turnstile({ key, atOnce = 1 }: Pace): Turnstile {
		const known = this.turnstiles.get(key);
		if (known) return known;
		if (this.turnstiles.size >= MANY_KEYS) this.forgetEmpty();
		const turnstile = new Turnstile(atOnce);
		this.turnstiles.set(key, turnstile);
		return turnstile;
	}

	private lane({ key, limits }: Pace): Lane {
		const known = this.lanes.get(key);
		if (known) return known;
		if (this.lanes.size >= MANY_KEYS) this.forgetIdle();
		const lane = new Lane(limits);
		this.lanes.set(key, lane);
		return lane;
	}

	private forgetIdle(): void {
		const before = Date.now() - LONGEST_WINDOW_MS;
		for (const [key, lane] of this.lanes) {
			if (lane.idleSince() < before) this.lanes.delete(key);
		}
	}

	private forgetEmpty(): void {
		for (const [key, turnstile] of this.turnstiles) {
			if (turnstile.isEmpty) this.turnstiles.delete(key);
		}
	}
}
