/**
 * What looks before it writes: no other such work on the same table or spreadsheet may come between, or both would find
 * nothing and make the same twice. It holds for all executions of this process.
 */
const working = new Map<string, Promise<unknown>>();

/** Does the work when all that was asked for before under this key has ended. */
export async function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
	const before = working.get(key) ?? Promise.resolve();
	const mine = before.then(work, work);
	const ended = mine.catch(() => undefined);
	working.set(key, ended);
	return await mine.finally(() => {
		if (working.get(key) === ended) working.delete(key);
	});
}
