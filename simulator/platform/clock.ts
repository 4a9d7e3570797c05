/** The simulator's time. Tests move it forward instead of waiting for tokens, edit windows and rate windows to pass. */
export class Clock {
	private offsetMs = 0;
	private readonly listeners: (() => void)[] = [];

	/** Calls back after each move. */
	onAdvance(listener: () => void): void {
		this.listeners.push(listener);
	}

	now(): number {
		return Date.now() + this.offsetMs;
	}

	advance(ms: number): void {
		this.offsetMs += ms;
		for (const listener of this.listeners) listener();
	}
}
