/** Lets tasks of one key run one after the other, and those of different keys side by side. */
export class Queues {
	private readonly last = new Map<string, Promise<void>>();

	/** Whether a task of this key has not ended yet. */
	isBusy(key: string): boolean {
		return this.last.has(key);
	}

	/** Runs the task after those of the same key. @param task must not reject */
	add(key: string, task: () => Promise<void>): Promise<void> {
		const before = this.last.get(key);
		const run = before ? before.then(task) : task();
		const end = run.then(() => {
			if (this.last.get(key) === end) this.last.delete(key);
		});
		this.last.set(key, end);
		return end;
	}
}
