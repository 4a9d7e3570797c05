/** Asks again until there is an answer. Fails with `what` when there is none in time. */
export async function eventually<T>(
	what: string,
	ask: () => Promise<T | undefined | false>,
	timeoutMs = 30_000,
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
