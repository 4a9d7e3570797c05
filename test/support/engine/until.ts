import { setImmediate as nextTurn } from 'node:timers/promises';

/** Resolves as soon as the condition holds. @throws after 10 s */
export async function until(condition: () => boolean, what: string): Promise<void> {
	const end = Date.now() + 10_000;
	while (!condition()) {
		if (Date.now() > end) throw new Error(`Never happened: ${what}`);
		await nextTurn();
	}
}
