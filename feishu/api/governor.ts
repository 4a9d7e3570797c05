import { wait } from './wait';

/** How many requests a stretch of time takes. */
export interface RateLimit {
	count: number;
	windowMs: number;
}

/** A key with its limits. */
export interface Pace {
	key: string;
	limits: readonly RateLimit[];
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

/** Lanes that nobody has used for a window may be forgotten, once there are many. */
const LONGEST_WINDOW_MS = 60_000 * MARGIN;
const MANY_LANES = 2_000;

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
		const most = Math.max(...this.limits.map(({ count }) => count));
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

	/** Takes the next place that it needs. @throws CancelledError */
	async take(lane: Lane, cancel?: AbortSignal): Promise<void> {
		this.tickets.push(await lane.pass(cancel));
	}

	/** It leaves now, from all its places; or never. */
	leave(now: boolean): void {
		const leftAt = now ? Date.now() : 0;
		for (const ticket of this.tickets) ticket.leftAt = leftAt;
	}

	/** Its answer is there. */
	answered(): void {
		for (const ticket of this.tickets) ticket.answeredAt = Date.now();
	}
}

/**
 * Keeps requests below the published limits before the platform has to say so, for everything that runs in one process.
 * @see https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control
 */
export class Governor {
	private readonly lanes = new Map<string, Lane>();

	/**
	 * Waits until every pace allows one more request. Costs nothing while the limits are far.
	 * @returns to be told when the answer is there
	 * @throws CancelledError
	 */
	async pass(paces: readonly Pace[], cancel?: AbortSignal): Promise<Passage> {
		const passage = new Passage();
		let passed = false;
		try {
			for (const pace of paces) await passage.take(this.lane(pace), cancel);
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

	private lane({ key, limits }: Pace): Lane {
		const known = this.lanes.get(key);
		if (known) return known;
		if (this.lanes.size >= MANY_LANES) this.forgetIdle();
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
}
