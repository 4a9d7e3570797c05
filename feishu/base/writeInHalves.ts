/** What became of an entry: written, refused, or left because something ended the writing before its turn. */
export type Outcome<R> = { result: R } | { refused: unknown } | { left: unknown };

export interface Halving<E, R> {
	/** Gives a result for each entry, in their order; all are written, or none. */
	write(entries: readonly E[]): Promise<readonly R[]>;
	/** Whether a failure is that of an entry, so that the others may do without it; any other ends the writing. */
	isAbout(error: unknown): boolean;
	/** Ends the writing after so many refused entries while none was written: all of them are of one mistake. */
	giveUpAfter?: number;
}

/**
 * Writes entries with one request. The platform takes all of a request or nothing, so where one entry spoils it, it is
 * written in halves until the one is alone: a culprit among 500 takes 18 requests more. It never throws, because what was
 * written before a failure stays written, and whoever asked must hear of it.
 * @returns for each entry, in their order, what became of it
 */
export async function writeInHalves<E, R>(
	entries: readonly E[],
	{ write, isAbout, giveUpAfter = Infinity }: Halving<E, R>,
): Promise<Array<Outcome<R>>> {
	let written = 0;
	let refusals = 0;
	let end: { left: unknown } | undefined;
	const attempt = async (some: readonly E[]): Promise<{ results: readonly R[] } | { error: unknown }> =>
		await write(some).then(
			(results) => ({ results }),
			(error: unknown) => ({ error }),
		);
	const writeSome = async (some: readonly E[]): Promise<Array<Outcome<R>>> => {
		if (some.length === 0) return [];
		if (end) return some.map(() => ({ ...end }) as Outcome<R>);
		const tried = await attempt(some);
		if ('results' in tried) {
			written += some.length;
			return some.map((_entry, at) => ({ result: tried.results[at] as R }));
		}
		const { error } = tried;
		if (!isAbout(error)) {
			end = { left: error };
			return some.map(() => ({ refused: error }));
		}
		if (some.length === 1) {
			refusals++;
			if (written === 0 && refusals >= giveUpAfter) end = { left: error };
			return [{ refused: error }];
		}
		const middle = Math.ceil(some.length / 2);
		// One after the other: the platform takes one writer at a time.
		return [...(await writeSome(some.slice(0, middle))), ...(await writeSome(some.slice(middle)))];
	};
	return await writeSome(entries);
}
