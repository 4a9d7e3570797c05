/** Any order, each as likely. */
function shuffled<T>(items: readonly T[]): T[] {
	const result = [...items];
	for (let last = result.length - 1; last > 0; last -= 1) {
		const other = Math.floor(Math.random() * (last + 1));
		[result[last], result[other]] = [result[other] as T, result[last] as T];
	}
	return result;
}

/** Sends at once and in order, or gathers what is sent in one turn of the event loop and sends it in any order. */
export class Outbox {
	private waiting: Uint8Array[] = [];

	constructor(private readonly write: (bytes: Uint8Array) => void) {}

	send(frames: readonly Uint8Array[], shuffle: boolean): void {
		if (!shuffle && this.waiting.length === 0) {
			for (const frame of frames) this.write(frame);
			return;
		}
		if (this.waiting.length === 0) setImmediate(() => this.flush());
		this.waiting.push(...frames);
	}

	private flush(): void {
		const frames = shuffled(this.waiting);
		this.waiting = [];
		for (const frame of frames) this.write(frame);
	}
}
