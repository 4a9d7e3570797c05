/** What became of an entry: written, refused, or left because something ended the writing before its turn. */
export type Outcome<R> = { result: R } | { refused: unknown } | { left: unknown };

export interface Halving<E, R> {
	/** Gives a result for each entry, in their order; all are written, or none. */
	write(entries: readonly E[]): Promise<readonly R[]>;
	/** Entries in one request at most; fewer once that was too much. */
	most?: number;
	/** How many of these may go together, from the first on, for another reason than their number; at least one. */
	fit?(entries: readonly E[]): number;
	/** Whether a failure is that of an entry, so that the others may do without it; any other ends the writing. */
	isAbout(error: unknown): boolean;
	/** Whether fewer entries in a request may help. */
	isTooMuch?(error: unknown): boolean;
	/** Ends the writing after so many refused entries while none was written: all of them are of one mistake. */
	giveUpAfter?: number;
}

/**
 * Writes entries with few requests, one after the other. The platform takes all of a request or nothing, so where one
 * entry spoils it, it is written in halves until the one is alone: a culprit among 500 takes 18 requests more. It never throws, because what was
 * written before a failure stays written, and whoever asked must hear of it.
 * @returns for each entry, in their order, what became of it
 */
export async function writeInHalves<E, R>(
	entries: readonly E[],
	{
		write,
		most = Infinity,
		fit = ({ length }) => length,
		isAbout,
		isTooMuch = () => false,
		giveUpAfter = Infinity,
	}: Halving<E, R>,
): Promise<Array<Outcome<R>>> {
	let takes = most;
	let written = 0;
	let refusals = 0;
	let end: { left: unknown } | undefined;
	const writeSome = async (some: readonly E[]): Promise<Array<Outcome<R>>> => {
		if (end) return some.map(() => ({ ...end }) as Outcome<R>);
		const tried = await attempt(some, write);
		if ('results' in tried) {
			written += some.length;
			return some.map((_entry, at) => ({ result: tried.results[at] as R }));
		}
		const { error } = tried;
		const tooMuch = isTooMuch(error);
		if (!tooMuch && !isAbout(error)) {
			end = { left: error };
			return some.map(() => ({ refused: error }));
		}
		if (some.length === 1) {
			refusals++;
			if (written === 0 && refusals >= giveUpAfter) end = { left: error };
			return [{ refused: error }];
		}
		const middle = Math.ceil(some.length / 2);
		if (tooMuch) takes = Math.min(takes, middle);
		// One after the other: the platform takes one writer at a time.
		return [...(await writeSome(some.slice(0, middle))), ...(await writeSome(some.slice(middle)))];
	};
	const outcomes: Array<Outcome<R>> = [];
	while (outcomes.length < entries.length) {
		const next = entries.slice(outcomes.length, outcomes.length + takes);
		for (const one of await writeSome(end ? next : next.slice(0, fit(next)))) outcomes.push(one);
	}
	return outcomes;
}

async function attempt<E, R>(
	some: readonly E[],
	write: (entries: readonly E[]) => Promise<readonly R[]>,
): Promise<{ results: readonly R[] } | { error: unknown }> {
	return await write(some).then(
		(results) => ({ results }),
		(error: unknown) => ({ error }),
	);
}
