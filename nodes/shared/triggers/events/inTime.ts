/** What is late goes on, and is of no use any more: `late` stands in its place. @param start must not reject */
export async function inTime<T>(time: AbortSignal, late: T, start: () => Promise<T>): Promise<T> {
	if (time.aborted) return late;
	let stop: () => void = () => undefined;
	const over = new Promise<T>((resolve) => {
		stop = () => resolve(late);
		time.addEventListener('abort', stop);
	});
	return await Promise.race([start(), over]).finally(() => time.removeEventListener('abort', stop));
}
