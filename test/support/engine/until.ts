import { setImmediate as nextTurn } from 'node:timers/promises';

/** Resolves as soon as the condition holds. @throws after 40 s, for which no machine is too slow */
export async function until(condition: () => boolean, what: string): Promise<void> {
	const end = Date.now() + 40_000;
	while (!condition()) {
		if (Date.now() > end) throw new Error(`Never happened: ${what}`);
		await nextTurn();
	}
}
