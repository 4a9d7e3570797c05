/** The largest sequence that the platform takes: int32. */
const LIMIT = 2 ** 31 - 1;

/** The platform takes ten changes of a card a second, so each finds a tick of its own. */
const TICK_MS = 100;

const EPOCH_MS = Date.UTC(2026, 0, 1);

/** Cards whose last number is remembered, before those that the clock has passed are forgotten. */
const MANY_CARDS = 1_000;

/**
 * How much further to go, attempt by attempt, when a number was too small: another worker's clock is ahead by seconds,
 * minutes, or a day.
 */
export const SEQUENCE_LEAPS: readonly number[] = [0, 50, 3_000, 864_000];

/**
 * Numbers the changes of card entities: each change of a card needs a larger number than the one before, whoever makes it.
 * The number is the time, in tenths of a second since 2026. So it grows over nodes, executions, workers and restarts, with
 * nothing to be stored; within one process it grows even where the clock stands still or goes back. Two workers whose
 * clocks differ by more than the time between their changes need a leap (`SEQUENCE_LEAPS`).
 *
 * int32 lasts for 6.8 years, then the numbers begin anew (for the first time in October 2032): a card that was made in the
 * two weeks before, the life of a card, can then not be changed any more.
 * @see https://open.feishu.cn/document/cardkit-v1/card-element/content
 */
export class CardSequences {
	private readonly last = new Map<string, number>();

	/**
	 * @param ahead how much further than needed
	 * @param now milliseconds since 1970
	 */
	next(cardId: string, ahead = 0, now = Date.now()): number {
		const ticks = Math.floor((now - EPOCH_MS) / TICK_MS) % LIMIT;
		const clock = (ticks < 0 ? ticks + LIMIT : ticks) + 1;
		const number = Math.min(LIMIT, Math.max(clock, (this.last.get(cardId) ?? 0) + 1) + ahead);
		if (!this.last.has(cardId) && this.last.size >= MANY_CARDS) this.forgetPassed(clock);
		this.last.set(cardId, number);
		return number;
	}

	private forgetPassed(clock: number): void {
		for (const [cardId, number] of this.last) if (number < clock) this.last.delete(cardId);
	}
}
