/**
 * Which changes of a table were there before, for whoever asks again and again: by the time of a record's last change.
 * Times of the platform are not in order to the moment: a change may be read after one that is younger by seconds. So
 * what lies a little back is read again, and what was seen of it is remembered.
 */

/** What is kept from one poll to the next. */
export interface PollCursor {
	/** Everything older was seen; milliseconds. */
	from: number;
	/** The youngest change that was seen. */
	upTo: number;
	/** Our own time when that was seen first, of which only how long ago it is counts: clocks may differ. */
	since: number;
	/** What of `from` and after was seen: an ID and a time. */
	seen: string[];
}

export interface Change {
	record_id: string;
	/** Milliseconds. */
	time: number;
}

/** How far back is read again: five minutes. */
export const AGAIN_MS = 300_000;

/** As many are remembered, about 40 KB; more only of the same millisecond, as of one large write. */
const MOST_SEEN = 1_000;

const keyOf = ({ record_id, time }: Change): string => `${record_id} ${time.toString(36)}`;

/** Whether the change is one of those that the next poll looks at. */
export const isRecent = ({ from }: Pick<PollCursor, 'from'>, { time }: Pick<Change, 'time'>): boolean => time >= from;

/** Those of the changes that were not seen, oldest first. */
export function unseen<C extends Change>({ from, seen }: PollCursor, changes: readonly C[]): C[] {
	const known = new Set(seen);
	return changes
		.filter((change) => change.time >= from && !known.has(keyOf(change)))
		.sort((one, other) => one.time - other.time);
}

/**
 * Where the next poll goes on.
 * @param recent all changes from `before.from` on, as they are now; of a first poll, all there are
 * @param now our own time
 */
export function cursorAfter(before: PollCursor | undefined, recent: readonly Change[], now: number): PollCursor {
	const upTo = recent.reduce((latest, { time }) => Math.max(latest, time), before?.upTo ?? 0);
	const since = before?.upTo === upTo ? before.since : now;
	const sorted = [...recent].sort((one, other) => other.time - one.time);
	const enough = sorted[MOST_SEEN - 1]?.time ?? 0;
	// When nothing has come for so long, nothing comes late any more.
	const again = now - since > AGAIN_MS ? upTo : upTo - AGAIN_MS;
	const from = Math.max(before?.from ?? 0, again, enough);
	return { from, upTo, since, seen: sorted.filter(({ time }) => time >= from).map(keyOf) };
}

/** The cursor in n8n's storage; undefined where there is none, or none of ours. */
export function readCursor(stored: unknown): PollCursor | undefined {
	const { from, upTo, since, seen } = (stored ?? {}) as Partial<PollCursor>;
	if (typeof from !== 'number' || typeof upTo !== 'number' || typeof since !== 'number') return undefined;
	return Array.isArray(seen) ? { from, upTo, since, seen: seen.filter((one) => typeof one === 'string') } : undefined;
}
