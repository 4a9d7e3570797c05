/** What a list shows. */
export interface Entry {
	name: string;
	value: string;
	/** By what it is found beside its name. */
	words?: string;
	url?: string;
}

/** What is shown of something whose name the app may not read: its ID would tell nobody why there is no name. */
export const withoutName = (id: string, scope: string): string => `${id} (its name needs the scope ${scope})`;

/** Walks that are kept for the whole process. */
const MOST_WALKS = 20;

/** One walk over a list: what has come so far, each entry once, and the rest when somebody wants it. */
export class ListWalk {
	private readonly found: Entry[] = [];
	private readonly seen = new Set<string>();
	private pulling: Promise<void> | undefined;
	private ended = false;
	/** What ended it before its end: told to everybody who asks from then on, because it can't go on. */
	private failure: { error: unknown } | undefined;

	constructor(private readonly source: AsyncIterator<Entry>) {}

	/** How many entries have come so far. */
	get size(): number {
		return this.found.length;
	}

	/**
	 * The entry at a place, which may have to be fetched; undefined at the end of the list.
	 * @param late comes when nobody waits any longer; the walk itself goes on
	 * @throws whatever the walk met
	 */
	async at(place: number, late: Promise<'late'>): Promise<Entry | 'late' | undefined> {
		while (this.found.length <= place) {
			if (this.failure) throw this.failure.error;
			if (this.ended) return undefined;
			const pulling = (this.pulling ??= this.pull().finally(() => (this.pulling = undefined)));
			if ((await Promise.race([pulling, late])) === 'late') return 'late';
		}
		return this.found[place];
	}

	private async pull(): Promise<void> {
		try {
			const { done, value } = await this.source.next();
			if (done) this.ended = true;
			else this.keep(value);
		} catch (error) {
			this.failure = { error };
		}
	}

	private keep(entry: Entry): void {
		if (this.seen.has(entry.value)) return;
		this.seen.add(entry.value);
		this.found.push(entry);
	}
}

/**
 * Walks by what they walk over, so that the next letter of a word, or the next page, goes on where the last one came to.
 * In another process, or when the walk is forgotten, it begins anew: a place in it means the same there.
 */
class ListWalks {
	private readonly kept = new Map<string, { walk: ListWalk; until: number }>();

	/** @param keepMs how long it is kept after it was last used */
	get(key: string, begin: () => AsyncIterable<Entry>, keepMs: number): ListWalk {
		const now = Date.now();
		const held = this.kept.get(key);
		const walk = held && held.until > now ? held.walk : new ListWalk(begin()[Symbol.asyncIterator]());
		this.kept.delete(key);
		this.kept.set(key, { walk, until: now + keepMs });
		for (const oldest of [...this.kept.keys()].slice(0, -MOST_WALKS)) this.kept.delete(oldest);
		return walk;
	}

	forget(key: string): void {
		this.kept.delete(key);
	}

	forgetAll(): void {
		this.kept.clear();
	}
}

export const listWalks = new ListWalks();
